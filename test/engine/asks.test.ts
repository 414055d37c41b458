import { beforeAll, describe, expect, it } from 'vitest';
import type { CapabilityMention } from '../../src/domain/analysis.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { type ReadField, readFields } from '../../src/engine/analyse/read-field.ts';
import { weighAsks } from '../../src/engine/analyse/weigh-asks.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createKnowledge } from '../../src/engine/knowledge.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { ENGINE, PROFILE } from './given.ts';

const withoutExamples = createEngine({ ...PROFILE, asks: [] });

const read = (by: Engine, needs: string, abstract?: string) =>
  by.analyseResult(ResearchResultSchema.parse({ title: '一种装置', needs, abstract }));
const asked = (by: Engine, needs: string) =>
  read(by, needs)
    .capabilities.filter(({ modality }) => modality === 'asked')
    .map(({ code }) => code);

describe('asks that no phrase of the profile holds', () => {
  it.each([
    ['客户一次要两吨，我们的炉子一天只烧三公斤。', 'C04'],
    ['五个人六台机器，学校那间屋子早就塞不下了。', 'C12'],
    ['Nobody but ourselves has measured it; an accredited laboratory should.', 'C05'],
  ])('%s → %s', (needs, code) => {
    expect(asked(withoutExamples, needs)).not.toContain(code);
    expect(asked(ENGINE, needs)).toContain(code);
  });

  it('quote the clause that says it, at its place in the text', () => {
    const needs = '配方已经定型。客户一次要两吨，我们的炉子一天只烧三公斤。';
    const ask = read(ENGINE, needs).capabilities.find((m) => m.code === 'C04' && m.modality === 'asked')!;
    expect(ask.span.field).toBe('needs');
    expect(needs.slice(ask.span.start, ask.span.end)).toBe(ask.span.quote);
    expect(ask.span.quote).toBe('我们的炉子一天只烧三公斤');
  });

  it('is not read into what is done, denied or merely told', () => {
    expect(asked(ENGINE, '三百公斤的批次已由合作厂做完，客户全部收货。')).not.toContain('C04');
    expect(asked(ENGINE, '已有两家养殖场常年使用，不再找试用单位。')).not.toContain('C19');
  });
});

it('an abstract of one sentence tells what the thing is', () => {
  const { capabilities } = ENGINE.analyseResult(
    ResearchResultSchema.parse({ title: '镁锂合金超轻板材', abstract: '镁锂合金板材的轧制。', trl: 7 }),
  );
  expect(capabilities.filter(({ modality }) => modality === 'asked')).toEqual([]);
});

it('what phrases found stays where the profile has no examples', () => {
  expect(asked(withoutExamples, '寻求中试合作')).toContain('C04');
});

it('the same examples give the same reading', async () => {
  const again = createEngine(await loadProfile());
  const needs = '客户一次要两吨，我们的炉子一天只烧三公斤。想住进园区。';
  expect(read(again, needs)).toEqual(read(ENGINE, needs));
});

describe('a sentence mostly asks for one thing', () => {
  const text = '请介绍一家合适的单位。';
  let field: ReadField;
  beforeAll(() => {
    [field] = readFields(createKnowledge(PROFILE), [{ path: 'needs', text }]) as [ReadField];
  });
  const found: CapabilityMention = {
    code: 'C05',
    modality: 'asked',
    span: { field: 'needs', start: 0, end: text.length, quote: text },
  };
  const heard = (scores: Record<string, number>, phrases: CapabilityMention[]) =>
    weighAsks(
      {
        codes: Object.keys(scores),
        scores: () => Float64Array.from(Object.values(scores)),
        leanings: new Float64Array(Object.keys(scores).length),
        grounds: () => [],
      },
      [field],
      phrases,
    ).map(({ code }) => code);
  const [unlikely, fair, likely] = [-0.3, -0.15, -0.05];

  it('a fair chance is enough alone, not beside what a phrase found', () => {
    expect(heard({ C12: unlikely }, [])).toEqual([]);
    expect(heard({ C12: fair }, [])).toEqual(['C12']);
    expect(heard({ C12: fair }, [found])).toEqual(['C05']);
    expect(heard({ C12: likely }, [found])).toEqual(['C05', 'C12']);
  });

  it('nor beside what is likelier', () => {
    expect(heard({ C01: fair, C12: likely }, [])).toEqual(['C12']);
  });
});
