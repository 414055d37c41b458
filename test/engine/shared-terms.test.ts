import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TERM_KIND, TermKinds } from '../../src/engine/explain/term-kinds.ts';
import { ImpactTable } from '../../src/engine/index/impact-table.ts';
import { type ImpactVector, stretchOf } from '../../src/engine/index/impact-vector.ts';
import { Lexicon } from '../../src/engine/model/lexicon.ts';
import { SharedTerms } from '../../src/engine/rank/shared-terms.ts';

const WORDS = Array.from({ length: 60 }, (_, i) => `word${i}`);
const lexicon = new Lexicon({
  terms: WORDS,
  frequency: { han: new Int32Array(WORDS.length), latin: new Int32Array(WORDS.length) },
  records: { han: 1, latin: 1 },
});
const entries = fc.uniqueArray(fc.tuple(fc.nat(WORDS.length - 1), fc.integer({ min: 1, max: 4095 })), {
  selector: ([term]) => term,
  minLength: 20,
  maxLength: 60,
});

function vector(list: readonly (readonly [term: number, impact: number])[]): ImpactVector {
  return {
    terms: Int32Array.from(list, ([term]) => term),
    impacts: Uint16Array.from(list, ([, impact]) => impact),
  };
}

function allOf(shared: SharedTerms): number[] {
  const taken: number[] = [];
  for (let term = shared.take(TERM_KIND.word); term >= 0; term = shared.take(TERM_KIND.word))
    taken.push(term);
  return taken;
}

describe('terms that two texts share', () => {
  it('are those with a product of at least 15 % of the greatest, the strongest first', () => {
    fc.assert(
      fc.property(entries, entries, (mine, theirs) => {
        const [own, other] = [vector(mine), vector(theirs)];
        const impacts = new Map(mine);
        const products = theirs
          .map(([number, impact]) => ({ number, product: impact * (impacts.get(number) ?? 0) }))
          .filter(({ product }) => product > 0)
          .sort((a, b) => b.product - a.product);
        const least = 0.15 * (products[0]?.product ?? 0);
        const shared = new SharedTerms(new TermKinds(lexicon));
        shared.compare(new ImpactTable(own), stretchOf(other));
        expect(allOf(shared)).toEqual(
          products.filter(({ product }) => product >= least).map((p) => p.number),
        );
      }),
    );
  });

  it('are the same for a part of a text, looked for among what the whole text shares', () => {
    fc.assert(
      fc.property(entries, entries, fc.array(fc.integer({ min: 0, max: 4095 })), (mine, theirs, asked) => {
        const part = mine.flatMap(([term], i) => (asked[i] ? [[term, asked[i]!] as const] : []));
        const carrier = stretchOf(vector(theirs));
        const kinds = new TermKinds(lexicon);
        const [whole, among, directly] = [0, 1, 2].map(() => new SharedTerms(kinds)) as [
          SharedTerms,
          SharedTerms,
          SharedTerms,
        ];
        whole.compare(new ImpactTable(vector(mine)), carrier);
        const table = new ImpactTable(vector(part));
        among.compare(table, whole.met);
        directly.compare(table, carrier);
        expect(allOf(among)).toEqual(allOf(directly));
      }),
    );
  });
});
