/** Sizes of a run, by options; what is not given is as in the small benches. */
import { parseArgs } from 'node:util';
import { WARM_UP } from './asking.ts';
import type { Corpus } from './corpus.ts';

export interface Options {
  readonly sizes: Omit<Corpus, 'folder'>;
  /** Results that are asked and counted. */
  readonly queries: number;
  /** How often everything is built, where building alone is measured. */
  readonly rounds: number;
  /** Also what takes long and much memory. */
  readonly large: boolean;
}

/** Fewer say nothing about a median. */
const LEAST_QUERIES = 30;
/** Enough for every bench: warm-up, queries, a round. */
const LEAST_RESULTS = 200;

/** Throws RangeError for numbers that would measure nothing. */
export function readOptions(defaults: { carriers?: number; results?: number } = {}): Options {
  const { values } = parseArgs({
    options: {
      carriers: { type: 'string', default: String(defaults.carriers ?? 15_000) },
      results: { type: 'string', default: String(defaults.results ?? 2_000) },
      queries: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '3' },
      large: { type: 'boolean', default: false },
    },
  });
  const queries = atLeast('queries', values.queries, LEAST_QUERIES);
  return {
    sizes: {
      carriers: atLeast('carriers', values.carriers, 100),
      results: atLeast('results', values.results, Math.max(LEAST_RESULTS, queries + WARM_UP)),
    },
    queries,
    rounds: atLeast('rounds', values.rounds, 1),
    large: values.large,
  };
}

function atLeast(option: string, given: string, least: number): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < least)
    throw new RangeError(`--${option}: a whole number from ${least} on, found ${given}`);
  return number;
}
