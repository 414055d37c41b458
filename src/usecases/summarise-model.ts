/** What a model has learnt, for a person to look at. */
import type { BackgroundSource } from '../domain/model-description.ts';
import type { Profile } from '../domain/profile.ts';
import type { CorpusModel } from '../engine/model/corpus-model.ts';
import { nearestWords } from '../engine/model/nearest-words.ts';

export interface ModelSummary {
  readonly fingerprint: string;
  readonly records: number;
  readonly background: readonly BackgroundSource[];
  /** Background of the model before that an other reading of texts made useless. */
  readonly lost: readonly BackgroundSource[];
  /** Terms with a weight, and words with a vector. */
  readonly terms: number;
  readonly vectors: number;
  /** Well-known words of the profile, of each sector in turn, with the words nearest to them. */
  readonly neighbours: readonly { readonly word: string; readonly nearest: readonly string[] }[];
}

const WORDS_SHOWN = 10;
const NEAREST_SHOWN = 5;

export function summariseModel(model: CorpusModel, profile: Profile): ModelSummary {
  const { fingerprint, records, background, lost, statistics, words } = model;
  return {
    fingerprint,
    records,
    background: background?.sources ?? [],
    lost,
    terms: statistics.terms.length,
    vectors: words ? words.vectors.length / words.dimensions : 0,
    neighbours: wellKnown(model, profile).map((word) => ({
      word,
      nearest: nearestWords(model, word, NEAREST_SHOWN),
    })),
  };
}

/** The commonest strong words of each sector that have a vector: the first of every sector, then the second … */
function wellKnown({ statistics, words }: CorpusModel, { sectors, terms }: Profile): string[] {
  if (!words) return [];
  const { frequency } = statistics;
  const known = new Map(statistics.terms.map((term, number) => [term, number]));
  const commonness = (word: string): number => {
    const number = known.get(word);
    return number === undefined || words.rows[number]! < 0
      ? 0
      : frequency.han[number]! + frequency.latin[number]!;
  };
  const bySector = sectors.map(({ code }) =>
    (terms[code] ?? [])
      .filter(({ zh, strength }) => strength === 'strong' && commonness(zh) > 0)
      .map(({ zh }) => zh)
      .sort((a, b) => commonness(b) - commonness(a) || (a < b ? -1 : 1)),
  );
  const turns = Array.from({ length: WORDS_SHOWN }, (_, turn) =>
    bySector.flatMap((list) => list.slice(turn, turn + 1)),
  );
  return [...new Set(turns.flat())].slice(0, WORDS_SHOWN);
}
