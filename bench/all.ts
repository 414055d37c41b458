/** All small benches, over contenders that are built once; with --large those that take long after them. */
import { startBuilt } from './asking.ts';
import { ALL_CONTENDERS } from './contenders.ts';
import { prepareCorpus } from './corpus.ts';
import { measureQueries } from './measuring/measure-queries.ts';
import { measureRound } from './measuring/measure-round.ts';
import { printBuilds } from './measuring/print-builds.ts';
import { readOptions } from './options.ts';

const { sizes, queries, large } = readOptions();
const corpus = await prepareCorpus(sizes);
await import('./analyse.ts');
await import('./assign.ts');
const built = await startBuilt(ALL_CONTENDERS, corpus);
printBuilds(corpus, [built]);
await measureQueries(corpus, built, queries);
await measureRound(corpus, built);
for (const { contender } of built) contender.stop();
await import('./event-loop.ts');
if (large) {
  await import('./start.ts');
  await import('./scale.ts');
}
