/** Words that a model holds for kindred: to show a person what it has learnt. */
import type { CorpusModel } from './corpus-model.ts';

/** Rarer words come near by accident. */
const LEAST_RECORDS = 5;

/**
 * The nearest words by the cosine of their vectors, nearest first, of those that some records hold; none where the
 * word, or the model, has no vector.
 */
export function nearestWords({ words, statistics }: CorpusModel, word: string, count: number): string[] {
  const number = statistics.terms.indexOf(word);
  const row = number < 0 || !words ? -1 : words.rows[number]!;
  if (row < 0 || !words) return [];
  const { vectors, dimensions, rows } = words;
  const { han, latin } = statistics.frequency;
  const vector = (at: number) => vectors.subarray(at * dimensions, (at + 1) * dimensions);
  const own = vector(row);
  const found: { term: string; cosine: number }[] = [];
  statistics.terms.forEach((term, other) => {
    const at = rows[other]!;
    if (at < 0 || han[other]! + latin[other]! < LEAST_RECORDS || holds(term, word)) return;
    found.push({ term, cosine: cosine(own, vector(at)) });
  });
  found.sort((a, b) => b.cosine - a.cosine || (a.term < b.term ? -1 : 1));
  return found.slice(0, count).map(({ term }) => term);
}

/** A part of the word, or what holds it, says nothing new. */
function holds(term: string, word: string): boolean {
  return term.includes(word) || word.includes(term);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    product += a[d]! * b[d]!;
    squareA += a[d]! * a[d]!;
    squareB += b[d]! * b[d]!;
  }
  return product / (Math.sqrt(squareA * squareB) || 1);
}
