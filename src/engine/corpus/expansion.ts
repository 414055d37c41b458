/**
 * Document expansion: a record's vector is widened by its nearest results (Tao et al. 2006; for queries
 * Rocchio 1971). What similar results talk about helps where two texts share the subject but not the words.
 */
import type { InvertedIndex } from './inverted-index.ts';
import type { SparseVector } from './sparse-vector.ts';

/** How many neighbours, how alike they must be, how much they count beside the record's own words. */
const NEIGHBOURS = 5;
const LEAST_COSINE = 0.1;
const SHARE = 0.5;
/** Words kept of the neighbours' mixture. */
const TERMS_KEPT = 100;
/** Only the strongest words of a record look for neighbours: the others cost time and change nothing. */
const TERMS_ASKED = 30;

/** `self` tells which result a vector is, so that it is not its own neighbour; -1 for none. */
export function expand(
  vector: SparseVector,
  results: readonly SparseVector[],
  index: InvertedIndex,
  self: number,
): SparseVector {
  const cosines = index.cosines(strongest(vector, TERMS_ASKED));
  const near = nearest(cosines, self);
  if (near.length === 0) return vector;
  const mixture = new Map<number, number>();
  for (const neighbour of near) {
    const { ids, weights } = results[neighbour]!;
    for (let k = 0; k < ids.length; k++) {
      mixture.set(ids[k]!, (mixture.get(ids[k]!) ?? 0) + cosines[neighbour]! * weights[k]!);
    }
  }
  const kept = unit([...mixture].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TERMS_KEPT));
  const sum = new Map<number, number>();
  vector.ids.forEach((id, k) => {
    sum.set(id, vector.weights[k]!);
  });
  for (const [id, weight] of kept) sum.set(id, (sum.get(id) ?? 0) + SHARE * weight);
  return toSparse(unit([...sum]));
}

function nearest(cosines: Float64Array, self: number): number[] {
  const candidates: number[] = [];
  for (let i = 0; i < cosines.length; i++) if (i !== self && cosines[i]! >= LEAST_COSINE) candidates.push(i);
  return candidates.sort((a, b) => cosines[b]! - cosines[a]! || a - b).slice(0, NEIGHBOURS);
}

function strongest(vector: SparseVector, count: number): SparseVector {
  if (vector.ids.length <= count) return vector;
  const entries = Array.from(vector.ids, (id, k) => [id, vector.weights[k]!] as [number, number]);
  return toSparse(entries.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, count));
}

function unit(entries: [number, number][]): [number, number][] {
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return entries.map(([id, weight]) => [id, weight / length]);
}

function toSparse(entries: [number, number][]): SparseVector {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  return {
    ids: Int32Array.from(sorted, ([id]) => id),
    weights: Float64Array.from(sorted, ([, weight]) => weight),
  };
}
