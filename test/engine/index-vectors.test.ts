import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedTerms, type FieldTerms, type Language, termsOf } from '../../src/domain/analysis.ts';
import { type ImpactVector, stretchOf, VectorMaker, vectorOf } from '../../src/engine/index/impact-vector.ts';
import { isChinese } from '../../src/engine/model/han.ts';
import { Lexicon } from '../../src/engine/model/lexicon.ts';
import { NumberedRecord } from '../../src/engine/model/numbered-record.ts';
import { embedder } from '../../src/engine/model/word-vectors.ts';
import { CHARACTER_SHARE, TRANSLATION_LENGTH } from '../../src/engine/settings.ts';
import { WordTable } from '../../src/text/word-table.ts';

const FULL = 4095;
const WEIGHTS: Readonly<Record<string, number>> = { name: 1, description: 0.6, limits: 0 };
const weightOf = (path: string) => WEIGHTS[path] ?? 0;

/** Words, pairs and English of every length, some with characters behind that are none, so that all tables are asked. */
const unit = fc.constantFrom('锂', '电', '池', '解', '#', 'a', '1');
const term = fc.string({ unit, minLength: 1, maxLength: 6 });
const counted = fc.tuple(term, fc.constantFrom(1, 0.5, 0.2, 1.2000000000000002, 2, 7, 255, 300));
const field = fc
  .tuple(
    fc.constantFrom('name', 'description', 'limits'),
    fc.uniqueArray(counted, { selector: ([name]) => name, maxLength: 40 }),
  )
  .map(([path, terms]) => ({ path, ...countedTerms(new Map(terms)) }));
const record = fc.record({
  language: fc.constantFrom<Language>('han', 'latin'),
  fields: fc.array<FieldTerms>(field, { maxLength: 4 }),
});

/** Of a model that has seen some of the terms. */
function lexiconOf(seen: readonly string[]): Lexicon {
  const size = seen.length;
  return new Lexicon({
    records: { han: 40, latin: 9 },
    terms: seen,
    frequency: {
      han: Int32Array.from({ length: size }, (_, i) => 1 + (i % 7)),
      latin: new Int32Array(size).fill(2),
    },
  });
}

/** Brings what is weighed to length 1; of an English text its own words, and the Chinese beside them to its own length. */
function brought(weighed: readonly [string, number][], language: Language): [string, number][] {
  const isBeside = (name: string) => language === 'latin' && isChinese(name);
  const scaleOf = (beside: boolean) =>
    (beside ? TRANSLATION_LENGTH : 1) /
    (Math.sqrt(
      weighed.filter(([name]) => isBeside(name) === beside).reduce((sum, [, w]) => sum + w * w, 0),
    ) || 1);
  const [own, beside] = [scaleOf(false), scaleOf(true)];
  return weighed.map(([name, w]) => [name, w * (isBeside(name) ? beside : own)]);
}

/** As the comment of VectorMaker says it, with a Map for everything: weights by term number, before they are rounded. */
function plainVector(
  lexicon: Lexicon,
  language: Language,
  fields: readonly FieldTerms[],
): Map<number, number> {
  const sums = new Map<string, number>();
  for (const of of fields) for (const name of termsOf(of)) lexicon.number(name);
  for (const of of fields) {
    const terms = termsOf(of).map((name, i) => [name, of.counts[i]!] as const);
    const weight = weightOf(of.path);
    if (weight === 0) continue;
    const damped = (count: number) => (count >= 1 ? 1 + Math.log(count) : count);
    const characters = new Map<string, number>();
    for (const [name, count] of terms)
      for (const character of name.match(/^\p{Script=Han}+/u)?.[0] ?? '')
        characters.set(character, (characters.get(character) ?? 0) + count);
    const weights: [string, number][] = [];
    for (const [name, count] of terms)
      weights.push([name, damped(count) * lexicon.idf(lexicon.number(name), language)]);
    for (const [character, count] of characters) {
      const name = `#${character}`;
      weights.push([name, CHARACTER_SHARE * damped(count) * lexicon.idf(lexicon.number(name), language)]);
    }
    for (const [name, w] of brought(weights, language))
      if (w !== 0) sums.set(name, (sums.get(name) ?? 0) + w * weight);
  }
  return new Map(brought([...sums], language).map(([name, w]) => [lexicon.number(name), w * FULL]));
}

/** Every term once, with its weight to the nearest whole number; a half goes either way. */
function expectRounded({ terms, impacts }: ImpactVector, exact: ReadonlyMap<number, number>): void {
  const made = new Map(Array.from(terms, (term, i) => [term, impacts[i]!]));
  expect(made.size).toBe(terms.length);
  expect([...made.keys()].filter((term) => !exact.has(term))).toEqual([]);
  for (const [term, weight] of exact)
    expect(Math.abs((made.get(term) ?? 0) - weight)).toBeLessThan(0.5 + 1e-9);
}

describe('the vectors of an index', () => {
  it('are what a plain reckoning with maps makes of the texts, number for number, one record after the other', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(term, { maxLength: 30 }),
        (records, seen) => {
          const [lexicon, plain] = [lexiconOf(seen), lexiconOf(seen)];
          const maker = new VectorMaker(lexicon);
          const numbered = new NumberedRecord();
          for (const { language, fields } of records) {
            lexicon.read(fields, numbered);
            const made = vectorOf(maker.make(language, numbered, weightOf));
            expectRounded(made, plainVector(plain, language, fields));
          }
          expect(lexicon.unseen()).toEqual(plain.unseen());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('mean the sum of their words, word by word, however many there are', () => {
    const dimensions = 5;
    const words = 30;
    const vectors = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: words * dimensions,
      maxLength: words * dimensions,
    });
    const text = fc.uniqueArray(
      fc.record({ number: fc.nat({ max: 39 }), impact: fc.integer({ min: 1, max: 4095 }) }),
      {
        selector: ({ number }) => number,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(vectors, fc.array(text, { minLength: 1, maxLength: 4 }), (values, texts) => {
        const model = {
          dimensions,
          // every fourth word has no vector, and some are none of the model
          rows: Int32Array.from({ length: 36 }, (_, i) => (i % 4 === 3 || i >= words ? -1 : i)),
          vectors: Float32Array.from(values),
          trust: 1,
        };
        const embed = embedder(model);
        for (const words of texts) {
          const vector: ImpactVector = {
            terms: Int32Array.from(words, ({ number }) => number),
            impacts: Uint16Array.from(words, ({ impact }) => impact),
          };
          const sum = new Float64Array(dimensions);
          for (const { number, impact } of words) {
            const row = model.rows[number] ?? -1;
            if (row < 0) continue;
            for (let d = 0; d < dimensions; d++) sum[d]! += impact * model.vectors[row * dimensions + d]!;
          }
          const length = Math.sqrt(sum.reduce((square, x) => square + x * x, 0));
          const expected = length === 0 ? null : Int8Array.from(sum, (x) => Math.round((127 * x) / length));
          expect(embed(stretchOf(vector))).toEqual(expected);
        }
      }),
    );
  });

  it('know ten thousand terms that the model has not seen by their numbers, in the order in which they came', () => {
    const lexicon = lexiconOf(['锂电池']);
    const terms = Array.from({ length: 10_000 }, (_, i) => `新词${i}`);
    expect(terms.map((term) => lexicon.number(term))).toEqual(terms.map((_, i) => i + 1));
    expect(terms.map((_, i) => lexicon.term(i + 1))).toEqual(terms);
    expect(lexicon.size).toBe(10_001);
    expect([...WordTable.unpacked(lexicon.unseen())]).toEqual(terms);
  });
});
