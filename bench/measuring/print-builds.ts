/** How long it takes to put the carriers in, and how much memory. */
import type { Built } from '../asking.ts';
import type { Corpus } from '../corpus.ts';
import { loadNote } from './machine.ts';
import { median } from './numbers.ts';
import { megabytes, milliseconds, printTable, times } from './table.ts';

/** Medians over the times that everything was built. */
export function printBuilds(corpus: Corpus, rounds: readonly (readonly Built[])[]): void {
  const rows = rounds[0]!.flatMap(({ contender: { name }, steps }, i) =>
    steps.map(({ step }, k) => {
      const taken = rounds.map((round) => round[i]!.steps[k]!);
      return {
        name: steps.length > 1 ? `${name}, ${step}` : name,
        ms: median(taken.map(({ ms }) => ms)),
        cpu: median(taken.map(({ cpu }) => cpu)),
        held: median(taken.map(({ held }) => held)),
        peak: median(taken.map(({ peak }) => peak)),
        process: median(taken.map((one) => one.process)),
      };
    }),
  );
  const index = rows.find(({ name }) => name === 'engine, building the index')!;
  const floor = rows.find(({ name }) => name === 'floor')!;
  printTable(
    `Index: ${corpus.carriers.toLocaleString('en')} carriers put in (median of ${rounds.length})`,
    [
      { head: '', of: ({ name }) => name },
      { head: 'time', of: ({ ms }) => milliseconds(ms) },
      { head: '÷ floor', of: ({ ms }) => times(ms, floor.ms) },
      { head: 'engine index ÷ this', of: ({ ms }) => times(index.ms, ms) },
      { head: 'CPU', of: ({ cpu }) => milliseconds(cpu) },
      { head: 'engine index ÷ this, CPU', of: ({ cpu }) => times(index.cpu, cpu) },
      { head: 'memory held', of: ({ held }) => megabytes(held) },
      { head: 'peak', of: ({ peak }) => megabytes(peak) },
      { head: 'whole process', of: (row) => megabytes(row.process) },
    ],
    rows,
    [
      `engine: from analyses, its model learnt with ${corpus.results.toLocaleString('en')} results; the others: from words.`,
      'impacts of words: the engine’s table of impacts alone, from the words of the others; no fields, facts or meanings.',
      'Memory: growth of the resident set by the step; what it is made from is there before and counts in the last column.',
      ...loadNote(),
    ],
  );
}
