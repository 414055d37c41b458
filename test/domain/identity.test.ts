import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { carrierIdentity, resultIdentity } from '../../src/domain/identity.ts';

describe('the same record', () => {
  it('is known by title and university, whatever the spacing, brackets, width and case', () => {
    const plain = resultIdentity({ title: '自动泊车（AVP）系统', university: '重庆大学' });
    expect(resultIdentity({ title: ' 自动泊车 (avp) 系统。', university: '重庆 大学' })).toBe(plain);
    expect(resultIdentity({ title: '《自动泊车ＡＶＰ系统》', university: '重庆大学' })).toBe(plain);
  });

  it('is not known by the title alone, nor across a boundary', () => {
    const plain = resultIdentity({ title: '自动泊车', university: '重庆大学' });
    expect(resultIdentity({ title: '自动泊车', university: '西南大学' })).not.toBe(plain);
    expect(resultIdentity({ title: '自动泊车' })).not.toBe(plain);
    expect(resultIdentity({ title: '自动泊车重庆', university: '大学' })).not.toBe(plain);
  });

  it('a carrier is known by its name, and is no result', () => {
    expect(carrierIdentity({ name: '北城 孵化器' })).toBe(carrierIdentity({ name: '北城孵化器（' }));
    expect(carrierIdentity({ name: '北城孵化器' })).not.toBe(carrierIdentity({ name: '南城孵化器' }));
    expect(carrierIdentity({ name: '甲乙' })).not.toBe(resultIdentity({ title: '甲乙' }));
  });
});

describe('canonical JSON', () => {
  /** The same value with every object's keys in another order. */
  function reversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, reversed(inner)]),
    );
  }

  it('does not depend on the order of keys, at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('an absent field is as good as an undefined one; null, order and content are not', () => {
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});
