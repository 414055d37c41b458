/** Build and query at ten times the size, where there is memory for it. */
import { freemem } from 'node:os';
import { startBuilt } from './asking.ts';
import { ALL_CONTENDERS } from './contenders.ts';
import { prepareCorpus } from './corpus.ts';
import { measureQueries } from './measuring/measure-queries.ts';
import { printBuilds } from './measuring/print-builds.ts';
import { digits } from './measuring/table.ts';
import { readOptions } from './options.ts';

const CARRIERS = 150_000;
/** For so many. Two thirds of it for the engine, the most of which are the analyses that its reasons quote. */
const NEEDED_GB = 14;

const { sizes, queries } = readOptions({ carriers: CARRIERS });
const neededGb = (NEEDED_GB * sizes.carriers) / CARRIERS;
const freeGb = freemem() / 2 ** 30;
if (freeGb < neededGb) {
  const found = `${digits(freeGb)} GB of memory are free and ${digits(neededGb)} needed`;
  process.stdout.write(`\nscale: skipped, ${found}\n`);
} else {
  const corpus = await prepareCorpus(sizes);
  const built = await startBuilt(ALL_CONTENDERS, corpus);
  printBuilds(corpus, [built]);
  await measureQueries(corpus, built, queries);
  for (const { contender } of built) contender.stop();
}
