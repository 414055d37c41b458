/** Reading results on one core, by length of text, beside cutting the same texts into words and nothing more. */
import { resultTexts } from '../src/domain/record-text.ts';
import type { ResearchResult } from '../src/domain/research-result.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { createKnowledge } from '../src/engine/knowledge.ts';
import { loadProfile } from '../src/exchange/index.ts';
import { foldText } from '../src/text/fold.ts';
import { writeResult } from './corpus/result.ts';
import { createWords } from './corpus/words.ts';
import { createWriter } from './corpus/write-text.ts';
import { loadNote } from './measuring/machine.ts';
import { mean, median } from './measuring/numbers.ts';
import { digits, milliseconds, printTable, times } from './measuring/table.ts';

/** Times the usual length of a result, about 190 words. */
const LENGTHS = [0.25, 1, 4];
const RESULTS = 60;
/** Texts of each length that are read before anything counts. */
const WARM_UP = 100;

const profile = await loadProfile();
const engine = createEngine(profile);
const { segmenter } = createKnowledge(profile);
const words = createWords(profile);
const writer = createWriter(words);

const cut = (result: ResearchResult): number =>
  resultTexts(result).reduce((sum, { text }) => sum + segmenter.segment(foldText(text)).length, 0);

const rows = LENGTHS.map((length) => ({
  results: Array.from({ length: RESULTS + WARM_UP }, (_, i) =>
    writeResult(profile, words, writer, i, length),
  ),
  counts: [] as number[],
  analyse: [] as number[],
  /** Of processors, in all, and with what collecting garbage takes beside it. */
  cpu: 0,
  cut: [] as number[],
}));
// the lengths in turns: what slows the machine down for a while slows down all of them
for (let i = 0; i < RESULTS + WARM_UP; i++) {
  for (const row of rows) {
    const result = row.results[i]!;
    const before = process.cpuUsage();
    const analyse = timed(() => engine.analyseResult(result));
    const { user, system } = process.cpuUsage(before);
    const cutting = timed(() => cut(result));
    if (i < WARM_UP) continue;
    row.analyse.push(analyse);
    row.cpu += (user + system) / 1000;
    row.cut.push(cutting);
    row.counts.push(cut(result));
  }
}

printTable(
  `Analyse: results read on one core (median of ${RESULTS})`,
  [
    { head: 'words', of: ({ counts }) => digits(mean(counts)) },
    { head: 'a result', of: (row) => milliseconds(median(row.analyse)) },
    { head: 'results/s', of: (row) => digits(1000 / median(row.analyse)) },
    { head: 'CPU, mean', of: (row) => milliseconds(row.cpu / RESULTS) },
    { head: 'results/s of CPU', of: (row) => digits((1000 * RESULTS) / row.cpu) },
    { head: 'words/s', of: (row) => digits((1000 * mean(row.counts)) / mean(row.analyse)) },
    { head: 'cutting alone', of: (row) => milliseconds(median(row.cut)) },
    { head: 'analyse ÷ cutting', of: (row) => times(median(row.analyse), median(row.cut)) },
  ],
  rows,
  loadNote(),
);

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
