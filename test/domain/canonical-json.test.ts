import { expect, test } from 'vitest';
import { canonicalJson, canonicalPieces } from '../../src/domain/canonical-json.ts';

test('pieces of a value make up its canonical JSON, in whatever order its fields were written', () => {
  const value = {
    zh: '报告',
    b: [{ y: 1, x: [null, 'a'] }, 2],
    a: { d: [], c: { f: true, e: { h: 0.5, g: undefined } }, gone: undefined },
    empty: {},
    none: null,
  };
  const pieces = [...canonicalPieces(value)];
  expect(pieces.join('')).toBe(canonicalJson(value));
  expect(JSON.parse(pieces.join(''))).toEqual(JSON.parse(JSON.stringify(value)));
  expect([...canonicalPieces({})].join('')).toBe('{}');
});

test('a long list comes item by item', () => {
  const list = Array.from({ length: 1_000 }, (_, i) => ({ id: `R${i}` }));
  const pieces = [...canonicalPieces({ head: { placements: list } })];
  expect(pieces.join('')).toBe(canonicalJson({ head: { placements: list } }));
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20);
});
