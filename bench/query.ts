/** One result with all its words against the carriers. */
import { startBuilt } from './asking.ts';
import { ALL_CONTENDERS } from './contenders.ts';
import { prepareCorpus } from './corpus.ts';
import { measureQueries } from './measuring/measure-queries.ts';
import { readOptions } from './options.ts';

const { sizes, queries } = readOptions();
const corpus = await prepareCorpus(sizes);
const built = await startBuilt(ALL_CONTENDERS, corpus);
await measureQueries(corpus, built, queries);
for (const { contender } of built) contender.stop();
