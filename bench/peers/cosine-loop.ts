/**
 * What everybody writes first: a dense vector for each text and a loop of cosines over all. The vectors stand in for
 * those of an embedding model, whose making is not measured: words hashed into 256 signed dimensions.
 */
import { similarity } from 'ml-distance';
import type { Peer } from './peer.ts';

const DIMENSIONS = 256;

export function createCosineLoop(): Peer {
  let vectors: Float64Array[] = [];
  return {
    build(documents) {
      vectors = documents.map(hashed);
    },
    search(words, top) {
      const query = hashed(words);
      return vectors
        .map((vector, id) => ({ id, cosine: similarity.cosine(query, vector) }))
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, top)
        .map(({ id }) => id);
    },
  };
}

function hashed(words: readonly string[]): Float64Array {
  const vector = new Float64Array(DIMENSIONS);
  for (const word of words) {
    let hash = 2_166_136_261;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16_777_619);
    vector[(hash >>> 1) % DIMENSIONS]! += hash & 1 ? 1 : -1;
  }
  return vector;
}
