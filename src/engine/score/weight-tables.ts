/** What each component weighs, by which texts of a pair there are. */

import { roundAffinity } from '../../domain/affinity-curve.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { ENGLISH_TO_SEMANTICS } from '../settings.ts';

export const COMPONENTS = [
  'subject',
  'record',
  'semantics',
  'alignment',
  'needs',
  'sector',
  'capability',
  'stage',
] as const;
export type ComponentName = (typeof COMPONENTS)[number];

/** What a component counts where it is unknown, and its weight; the weights of a purpose sum to 1. */
interface Setting {
  readonly weight: number;
  readonly assumed: number;
}

/** Weights by purpose. Where a text does not exist (no portfolio, no description) its weight goes to the other. */
export const WEIGHTS: Readonly<Record<Purpose, Readonly<Record<ComponentName, Setting>>>> = {
  transfer: {
    subject: { weight: 0.25, assumed: 0.08 },
    record: { weight: 0.05, assumed: 0.08 },
    semantics: { weight: 0.06, assumed: 0 },
    alignment: { weight: 0.12, assumed: 0 },
    needs: { weight: 0.12, assumed: 0.3 },
    sector: { weight: 0.15, assumed: 0.2 },
    capability: { weight: 0.15, assumed: 0.4 },
    stage: { weight: 0.1, assumed: 0.5 },
  },
  pilot: {
    subject: { weight: 0.14, assumed: 0.1 },
    record: { weight: 0.05, assumed: 0.1 },
    semantics: { weight: 0.06, assumed: 0 },
    alignment: { weight: 0.12, assumed: 0 },
    needs: { weight: 0.3, assumed: 0.3 },
    sector: { weight: 0.12, assumed: 0.3 },
    capability: { weight: 0.12, assumed: 0.4 },
    stage: { weight: 0.09, assumed: 0.5 },
  },
};

/**
 * The weights by which texts exist, row after row in the order of COMPONENTS: row `kindOf` of a pair. Each row
 * sums to 1.
 */
export type WeightTable = Float64Array;

/**
 * Bits of a kind: the carrier describes itself, has a record, its meaning can be compared, its words can be aligned;
 * of a pair also that both texts are English.
 */
export const DESCRIBED = 1;
export const RECORDED = 2;
export const MEANINGFUL = 4;
export const ALIGNABLE = 8;
export const ENGLISH = 16;
/** So many kinds of pairs there are. */
export const KINDS = 32;

/** Row of the weight table: whether the carrier describes itself, has a record, and what of its meaning is known. */
export function kindOf(
  described: boolean,
  recorded: boolean,
  meaningful: boolean,
  alignable: boolean,
  english = false,
): number {
  return (
    (described ? DESCRIBED : 0) +
    (recorded ? RECORDED : 0) +
    (meaningful ? MEANINGFUL : 0) +
    (alignable ? ALIGNABLE : 0) +
    (english ? ENGLISH : 0)
  );
}

/** How far what the texts mean counts, 0–1, where it is known: whole texts, and their words one by one. */
interface TrustIn {
  readonly meaning: number;
  readonly words: number;
}

export interface Trust extends TrustIn {
  /** Between two English texts. */
  readonly english: TrustIn;
}

/** For both purposes. */
export function weightTables(trust: Trust): Readonly<Record<Purpose, WeightTable>> {
  return { transfer: weightTable('transfer', trust), pilot: weightTable('pilot', trust) };
}

function weightTable(purpose: Purpose, trust: Trust): WeightTable {
  const rows = Array.from({ length: KINDS }, (_, kind) => {
    const english = (kind & ENGLISH) > 0;
    const { meaning, words } = english ? trust.english : trust;
    const [described, recorded] = [(kind & DESCRIBED) > 0, (kind & RECORDED) > 0];
    return textWeights(
      purpose,
      described,
      recorded,
      (kind & MEANINGFUL) > 0 ? meaning : 0,
      (kind & ALIGNABLE) > 0 ? words : 0,
      english,
    );
  });
  return Float64Array.from(rows.flat());
}

/** Moves the weight of a text that does not exist to the texts that do. */
function textWeights(
  purpose: Purpose,
  described: boolean,
  recorded: boolean,
  meaning: number,
  aligned: number,
  english: boolean,
): number[] {
  const weights = Object.fromEntries(
    COMPONENTS.map((name) => [name, WEIGHTS[purpose][name].weight]),
  ) as Record<ComponentName, number>;
  const move = (from: ComponentName, to: ComponentName, share = 1) => {
    const moved = weights[from] * share;
    weights[from] -= moved;
    weights[to] += moved;
  };
  if (english) {
    move('subject', 'semantics', ENGLISH_TO_SEMANTICS.subject);
    move('alignment', 'semantics', ENGLISH_TO_SEMANTICS.alignment);
  }
  move('semantics', 'subject', 1 - meaning);
  move('alignment', 'subject', 1 - aligned);
  if (!recorded) move('record', 'subject');
  else if (!described) move('subject', 'record');
  return COMPONENTS.map((name) => roundAffinity(weights[name]));
}
