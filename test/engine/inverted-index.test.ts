import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvertedIndex } from '../../src/engine/corpus/inverted-index.ts';
import { cosine, type SparseVector } from '../../src/engine/corpus/sparse-vector.ts';
import { TextChannel } from '../../src/engine/corpus/text-channel.ts';

const TERMS = 12;

const vector = fc
  .dictionary(
    fc.integer({ min: 0, max: TERMS - 1 }).map(String),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
    { maxKeys: TERMS },
  )
  .map((weights): SparseVector => {
    const ids = Object.keys(weights)
      .map(Number)
      .sort((a, b) => a - b);
    return { ids: Int32Array.from(ids), weights: Float64Array.from(ids, (id) => weights[id]!) };
  });

/** Every term of the one against every term of the other. */
function bruteForce(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  a.ids.forEach((id, i) => {
    b.ids.forEach((other, j) => {
      if (id === other) sum += a.weights[i]! * b.weights[j]!;
    });
  });
  return sum;
}

describe('the inverted index', () => {
  it('gives what comparing with every document gives, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 8 }), vector, (documents, query) => {
        const found = [...new InvertedIndex(documents, TERMS).cosines(query)];
        expect(found).toEqual(documents.map((document) => bruteForce(query, document)));
        expect(found).toEqual(documents.map((document) => cosine(document, query)));
      }),
    );
  });

  it('gives the same from either side of a channel as for the pair', () => {
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 1, maxLength: 5 }),
        fc.array(vector, { minLength: 1, maxLength: 5 }),
        (results, carriers) => {
          const channel = new TextChannel(results, carriers, TERMS);
          results.forEach((_result, r) => {
            carriers.forEach((_carrier, c) => {
              const pair = channel.ofPair(r, c);
              expect(channel.ofResult(r)[c]).toBe(pair);
              expect(channel.ofCarrier(c)[r]).toBe(pair);
            });
          });
        },
      ),
    );
  });
});
