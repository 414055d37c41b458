import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AskedCodes, CodePairs } from '../../src/text/code-tables.ts';
import { CodeTrie } from '../../src/text/code-trie.ts';
import { Recent } from '../../src/text/recent.ts';
import { WordTable } from '../../src/text/word-table.ts';

const word = fc.string({ unit: fc.constantFrom('镁', '合', '金', 'a', '#', '𠀀', '\ud800'), maxLength: 6 });
const words = fc.array(word, { minLength: 200, maxLength: 600 });

test('a word table numbers words in the order in which they came, and gives them back, also from a file', () => {
  fc.assert(
    fc.property(words, word, (given, other) => {
      const table = WordTable.of(given);
      const expected = [...new Set(given)];
      expect([...table]).toEqual(expected);
      const { codes, ends } = table.packed();
      const read = WordTable.unpacked({ codes: codes.slice(), ends: ends.slice() });
      for (const [number, known] of expected.entries()) {
        expect(table.find(known)).toBe(number);
        expect(read.find(known)).toBe(number);
        expect(read.at(number)).toBe(known);
      }
      expect(read.find(other)).toBe(expected.indexOf(other));
      expect(read.add(`${other}!`)).toBe(expected.length);
      expect(read.at(expected.length)).toBe(`${other}!`);
    }),
  );
});

test('a trie finds the words that were put in, at nodes of their own, and no others', () => {
  fc.assert(
    fc.property(words, word, (given, other) => {
      const trie = new CodeTrie();
      const nodes = new Map(given.map((known) => [known, trie.add(known)]));
      const walk = (text: string) => {
        let node = 0;
        for (let i = 0; i < text.length; i++) {
          node = trie.next(node, text.charCodeAt(i));
          if (node === 0) return undefined;
        }
        return node;
      };
      for (const [known, node] of nodes) expect(walk(known)).toBe(node);
      expect(new Set(nodes.values()).size).toBe(nodes.size);
      expect(walk(other) !== undefined).toBe(other === '' || given.some((known) => known.startsWith(other)));
    }),
  );
});

test('what was worked out of the last few things is not worked out again, of earlier ones it is', () => {
  const made: number[] = [];
  const squares = new Recent((n: number) => {
    made.push(n);
    return n * n;
  });
  expect([squares.of(3), squares.of(3)]).toEqual([9, 9]);
  expect(made).toEqual([3]);
  for (let n = 100; n < 200; n++) squares.of(n);
  expect(squares.of(3)).toBe(9);
  expect(made.filter((n) => n === 3)).toHaveLength(2);
});

test('a table by codes keeps the last number of each, gives them together or alone, and those from a limit on', () => {
  const codes = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const entry = fc.tuple(fc.oneof(codes, fc.integer({ min: 0, max: 5 })), fc.integer({ min: 0, max: 20 }));
  const limit = fc.integer({ min: 0, max: 60 }).map((thirds) => thirds / 3);
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 400 }), codes, limit, (entries, other, least) => {
      const table = new CodePairs();
      for (const [code, number] of entries) table.set(code, number);
      const expected = new Map(entries);
      const sought = [...expected.keys(), other];
      const numbers = sought.map((code) => expected.get(code) ?? -1);
      expect(sought.map((code) => table.get(code))).toEqual(numbers);
      const asked = new AskedCodes();
      asked.begin(sought.length);
      for (const [place, code] of sought.entries()) asked.add(code, place);
      const together = new Int32Array(sought.length);
      table.getAll(asked, together);
      expect([...together]).toEqual(numbers);
      const common = table.from(least);
      expect(sought.map((code) => common.get(code))).toEqual(
        numbers.map((number) => (number >= least ? number : -1)),
      );
    }),
  );
});
