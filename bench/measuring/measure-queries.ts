/** The same results asked of every contender, in turns; medians and ratios of this one run. */
import { askInTurns, type Built, WARM_UP } from '../asking.ts';
import type { Corpus } from '../corpus.ts';
import { TOP } from '../peers/peer.ts';
import { loadNote } from './machine.ts';
import { median, quantile } from './numbers.ts';
import { milliseconds, printTable, times } from './table.ts';

export async function measureQueries(
  corpus: Corpus,
  built: readonly Built[],
  queries: number,
): Promise<void> {
  const series = await askInTurns(
    built.map(({ contender }) => contender),
    queries,
  );
  const rows = series.map(({ name, question, taken }) => ({
    name: name === 'engine' ? `engine, ${question}` : name,
    median: median(taken.map(({ ms }) => ms)),
    slow: quantile(
      taken.map(({ ms }) => ms),
      0.9,
    ),
    cpu: median(taken.map(({ cpu }) => cpu)),
  }));
  const explained = rows.find(({ name }) => name === 'engine, ranked and explained')!;
  const floor = rows.find(({ name }) => name === 'floor')!;
  printTable(
    `Query: one result against ${corpus.carriers.toLocaleString('en')} carriers, best ${TOP} (${queries} results)`,
    [
      { head: '', of: ({ name }) => name },
      { head: 'median', of: (row) => milliseconds(row.median) },
      { head: '90 % below', of: ({ slow }) => milliseconds(slow) },
      { head: '÷ floor', of: (row) => times(row.median, floor.median) },
      { head: 'engine ÷ this', of: (row) => times(explained.median, row.median) },
      { head: 'CPU', of: ({ cpu }) => milliseconds(cpu) },
      { head: 'engine ÷ this, CPU', of: ({ cpu }) => times(explained.cpu, cpu) },
    ],
    rows,
    [
      `Everybody was asked ${WARM_UP} results before anything counted, as many of each question.`,
      'engine: a ranking for each of the two purposes, transfer and pilot; the others: one ranking.',
      'engine ÷ this: what the engine takes, ranked and explained, in times of what this one takes.',
      ...loadNote(),
    ],
  );
}
