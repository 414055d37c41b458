import { expect, it } from 'vitest';
import { TermKinds } from '../../src/engine/explain/term-kinds.ts';
import { sharedImpacts, stretchOf, VectorMaker } from '../../src/engine/index/impact-vector.ts';
import { Lexicon } from '../../src/engine/model/lexicon.ts';
import { QueryTable } from '../../src/engine/rank/query-table.ts';
import { SharedTerms } from '../../src/engine/rank/shared-terms.ts';

const EVERY_KIND = 31;

it('finds in one pass what a carrier shares with the whole result and with its needs, the strongest first', () => {
  const lexicon = new Lexicon({
    terms: [],
    frequency: { han: new Int32Array(0), latin: new Int32Array(0) },
    records: { han: 0, latin: 0 },
  });
  const maker = new VectorMaker(lexicon);
  const vector = (...terms: string[]) =>
    maker.make(
      'han',
      lexicon.numbered([{ path: 'p', terms: terms.map((term, i): [string, number] => [term, i + 1]) }]),
      () => 1,
    );
  const text = vector('镁合金', '压铸', '模具', '铸造');
  const asked = vector('中试', '模具', '试模');
  const carrier = vector('模具', '中试', '厂房', '压铸', '镁合金');
  const kinds = new TermKinds(lexicon);
  const [subject, needs] = [new SharedTerms(kinds), new SharedTerms(kinds)];
  subject.compareBoth(new QueryTable(text, asked), stretchOf(carrier), needs);
  for (const [found, own] of [
    [subject, text],
    [needs, asked],
  ] as const) {
    const shared = sharedImpacts(own, carrier);
    const told = shared.filter(({ product }) => product >= 0.15 * shared[0]!.product);
    const taken = told.map(() => found.take(EVERY_KIND));
    const products = taken.map((number) => told.find((each) => each.number === number)?.product);
    expect(products).toEqual(told.map(({ product }) => product));
    expect(found.take(EVERY_KIND)).toBe(-1);
  }
});
