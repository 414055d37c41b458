/** A matching round alone. */
import { startBuilt } from './asking.ts';
import { prepareCorpus } from './corpus.ts';
import { measureRound, ROUND_CONTENDERS } from './measuring/measure-round.ts';
import { readOptions } from './options.ts';

const { sizes } = readOptions();
const corpus = await prepareCorpus(sizes);
const built = await startBuilt(ROUND_CONTENDERS, corpus);
await measureRound(corpus, built);
for (const { contender } of built) contender.stop();
