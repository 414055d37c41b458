/** A matching round, every result against every carrier for both purposes, beside the loop that everybody writes. */
import { askInTurns, type Built, PER_TURN } from '../asking.ts';
import type { ContenderName } from '../contenders.ts';
import type { Corpus } from '../corpus.ts';
import { TOP } from '../peers/peer.ts';
import { loadNote } from './machine.ts';
import { mean, median } from './numbers.ts';
import { milliseconds, printTable, times } from './table.ts';

/** Who takes part in a round. */
export const ROUND_CONTENDERS: readonly ContenderName[] = ['engine', 'cosine loop'];

/** Results that are matched and counted. */
const QUERIES = 100;

export async function measureRound({ carriers, results }: Corpus, built: readonly Built[]): Promise<void> {
  const taking = built.filter(({ contender }) => ROUND_CONTENDERS.includes(contender.name));
  const series = await askInTurns(
    taking.map(({ contender }) => contender),
    QUERIES,
  );
  const rows = series.map(({ name, question, taken }) => ({
    name: name === 'engine' ? `engine, ${question}` : name,
    perResult: sustained(taken.map(({ ms }) => ms)),
    cpu: sustained(taken.map((one) => one.cpu)),
    build: taking
      .find(({ contender }) => contender.name === name)!
      .steps.reduce((sum, step) => sum + step.ms, 0),
  }));
  const loop = rows.find(({ name }) => name === 'cosine loop')!;
  printTable(
    `Round: ${results.toLocaleString('en')} results × ${carriers.toLocaleString('en')} carriers, best ${TOP}, on one core`,
    [
      { head: '', of: ({ name }) => name },
      { head: 'a result', of: ({ perResult }) => milliseconds(perResult) },
      { head: 'this ÷ cosine loop', of: ({ perResult }) => times(perResult, loop.perResult) },
      { head: 'CPU', of: ({ cpu }) => milliseconds(cpu) },
      { head: 'this ÷ cosine loop, CPU', of: ({ cpu }) => times(cpu, loop.cpu) },
      { head: 'all results', of: ({ perResult }) => milliseconds(perResult * results) },
      { head: 'with the build', of: ({ perResult, build }) => milliseconds(perResult * results + build) },
    ],
    rows,
    [
      `All results: extrapolated from ${QUERIES}, by the median over turns of ${PER_TURN}.`,
      'engine: a ranking for each of the two purposes; cosine loop: one, of vectors that are there already.',
      ...loadNote(),
    ],
  );
}

/**
 * Milliseconds a result over a longer time: the mean of each turn, so that collections of garbage count; the median
 * over the turns, so that what else runs on the machine does not.
 */
function sustained(ms: readonly number[]): number {
  const turns = Array.from({ length: Math.ceil(ms.length / PER_TURN) }, (_, i) =>
    mean(ms.slice(i * PER_TURN, (i + 1) * PER_TURN)),
  );
  return median(turns);
}
