import { expect, it } from 'vitest';
import { termsOf } from '../../src/domain/analysis.ts';
import type { CarrierInput } from '../../src/domain/carrier.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { PROFILE, poolOf, readCarrier } from './given.ts';

const OFFICE: CarrierInput = {
  id: 'office',
  name: '北仓文创空间',
  description: '碳核算软件类团队聚集地，纯办公空间。',
};
const SPACE: CarrierInput = {
  id: 'space',
  name: '空间技术产业孵化器',
  description: '卫星载荷与空间环境试验。',
};
const ESTUARY = { id: 'estuary', title: '长江河口空间元数据研究' };
const MIRROR = { id: 'mirror', title: '空间环境下轻量化卫星反射镜' };

function termsIn(carrier: CarrierInput): string[] {
  return readCarrier(carrier).analysis.terms.flatMap(termsOf);
}

it('what kind of place a carrier is says nothing of its subject; the same word as a subject does', () => {
  expect(termsIn(OFFICE)).not.toContain('空间');
  expect(termsIn(OFFICE)).toContain('核算');
  expect(termsIn(SPACE)).toContain('空间');
});

it('a word of a profile means its characters, whatever they mean in a pattern', () => {
  const words = { zh: ['园.区'], en: ['lab+'] };
  const { analyseCarrier } = createEngine({ ...PROFILE, genus: { ...PROFILE.genus, heads: words } });
  const { terms } = analyseCarrier({ name: '储能园小区' });
  expect(terms.flatMap(termsOf)).toContain('小区');
});

it('a result that shares only that word is not sent there, one on the subject is', () => {
  const pool = poolOf({ results: [ESTUARY, MIRROR], carriers: [OFFICE, SPACE] });
  const subject = (result: string, carrier: string) =>
    pool.explain(result, carrier, 'transfer').components.find(({ name }) => name === 'subject')!;
  expect(subject('estuary', 'office').evidence.map(({ quote }) => quote)).not.toContain('空间');
  expect(pool.explain('estuary', 'office', 'transfer').verdict).not.toBe('recommended');
  expect(subject('mirror', 'space').evidence.map(({ quote }) => quote)).toContain('空间');
});
