/** Building alone, several times over. */
import { type Built, startBuilt } from './asking.ts';
import { ALL_BUILT } from './contenders.ts';
import { prepareCorpus } from './corpus.ts';
import { printBuilds } from './measuring/print-builds.ts';
import { readOptions } from './options.ts';

const { sizes, rounds } = readOptions();
const corpus = await prepareCorpus(sizes);
const built: Built[][] = [];
for (let round = 0; round < rounds; round++) {
  const started = [];
  for (const name of ALL_BUILT) {
    const [one] = await startBuilt([name], corpus);
    one!.contender.stop();
    started.push(one!);
  }
  built.push(started);
}
printBuilds(corpus, built);
