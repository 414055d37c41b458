import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CarrierSchema } from '../../src/http/carriers/schemas.ts';
import { JobSchema } from '../../src/http/jobs/schemas.ts';
import {
  CarrierRecommendationsSchema,
  ExplanationSchema,
  ResultRecommendationsSchema,
} from '../../src/http/recommendations/schemas.ts';
import { SavedRecordSchema } from '../../src/http/records/saved.ts';
import { ResultSchema } from '../../src/http/results/schemas.ts';
import { answerOf, BEARER, type DistrictApi, openApi, problemOf } from './district-api.ts';
import { ANTIBODY, BIO_INCUBATOR, CAR_PARK } from './records.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** The text at `needs`, `keywords[1]` or `capabilities[0].detail` of a record as the API returned it. */
function textAt(record: unknown, path: string): string {
  const value = path
    .split(/[.[\]]+/u)
    .filter((key) => key !== '')
    .reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), record);
  return z.string().parse(value);
}

test('a result is submitted, read in the background, and recommended with quotes found at their offsets', async () => {
  const submitted = await api.post('/api/v1/results', ANTIBODY);
  expect(submitted.status).toBe(201);
  expect(submitted.headers['location']).toBe('/api/v1/results/R-BIO-1');
  const { id, outcome, analysis } = answerOf(submitted, SavedRecordSchema);
  expect({ id, outcome }).toEqual({ id: 'R-BIO-1', outcome: 'created' });
  const job = await api.until(String(analysis?.url), 'done', 'dead');
  expect(answerOf(job, JobSchema)).toMatchObject({
    key: analysis?.key,
    name: 'records.analyse',
    state: 'done',
  });
  for (const carrier of [BIO_INCUBATOR, CAR_PARK]) await api.post('/api/v1/carriers', carrier);

  const result = answerOf(await api.get('/api/v1/results/R-BIO-1'), ResultSchema);
  const carrier = answerOf(await api.get('/api/v1/carriers/C-BIO-1'), CarrierSchema);
  for (const purpose of ['transfer', 'pilot']) {
    const path = `/api/v1/results/R-BIO-1/recommendations?purpose=${purpose}&top=2`;
    const { matches, engine } = answerOf(await api.get(path), CarrierRecommendationsSchema);
    expect(engine).toContain('jiangbei-2021-2025');
    const best = matches[0];
    expect(best).toMatchObject({
      carrierId: 'C-BIO-1',
      rank: 1,
      purpose,
      carrier: { name: BIO_INCUBATOR.name },
    });
    expect(best?.summary.zh).toMatch(/\p{Script=Han}/u);
    const quotes = [...(best?.components ?? []), ...(best?.limits ?? [])].flatMap(({ evidence }) => evidence);
    expect(quotes.length).toBeGreaterThan(2);
    for (const { side, field, start, end, quote } of quotes)
      expect(textAt(side === 'result' ? result : carrier, field).slice(start, end)).toBe(quote);
  }
});

test('a carrier asks the mirror question; a pair is explained whether it fits or not', async () => {
  const mirror = answerOf(
    await api.get('/api/v1/carriers/C-BIO-1/recommendations'),
    ResultRecommendationsSchema,
  );
  expect(mirror.purpose).toBe('transfer');
  expect(mirror.matches[0]).toMatchObject({ resultId: 'R-BIO-1', result: { title: ANTIBODY.title } });
  const far = await api.get('/api/v1/results/R-BIO-1/carriers/C-ICV-1/explanation?purpose=pilot');
  const explained = answerOf(far, ExplanationSchema);
  expect(explained.verdict).not.toBe('recommended');
  const sum = explained.components.reduce((total, { contribution }) => total + contribution, 0);
  const factor = explained.limits.reduce((product, limit) => product * limit.factor, 1);
  expect(explained.score).toBeCloseTo(sum * factor, 6);
  const lost = explained.shortfalls.reduce((total, { cost = 0 }) => total + cost, 0);
  expect(lost + explained.score).toBeCloseTo(1, 9);
});

test('a pair that is not recommended says what keeps it from being, and which single change would do', async () => {
  await api.post('/api/v1/carriers', { ...BIO_INCUBATOR, id: 'C-BIO-FULL', slots: 0 });
  const pair = '/api/v1/results/R-BIO-1/carriers/C-BIO-FULL/explanation?purpose=transfer';
  const { verdict, whyNot } = answerOf(await api.get(pair), ExplanationSchema);
  expect(verdict).toBe('possible');
  expect(whyNot?.obstacles).toContainEqual({
    code: 'slots',
    why: { zh: '本轮无接收名额', en: 'no slot left this round' },
  });
  expect(whyNot?.changes[0]).toMatchObject({
    code: 'slots',
    side: 'carrier',
    what: { zh: '载体本轮腾出1个接收名额', en: 'the carrier has one slot free this round' },
  });
  const with1Slot = answerOf(
    await api.get('/api/v1/results/R-BIO-1/carriers/C-BIO-1/explanation?purpose=transfer'),
    ExplanationSchema,
  );
  expect(with1Slot.whyNot).toBeUndefined();
  expect(whyNot?.changes[0]?.affinity).toBeCloseTo(with1Slot.affinity, 1);
  expect(whyNot?.conclusion.zh).toContain('即可达到推荐');
});

test('the same result again changes nothing and starts no job; a changed one is updated', async () => {
  const again = await api.post('/api/v1/results', ANTIBODY);
  expect(again.status).toBe(200);
  expect(answerOf(again, SavedRecordSchema)).toMatchObject({ outcome: 'unchanged', analysis: null });
  const changed = await api.post('/api/v1/results', { ...ANTIBODY, trl: 6 });
  expect(answerOf(changed, SavedRecordSchema)).toMatchObject({ outcome: 'updated' });
  const result = answerOf(await api.get('/api/v1/results/R-BIO-1'), ResultSchema);
  expect(result.trl).toEqual({ low: 6, high: 6 });
});

test('words that say no kind, level or readiness that is known are told in the answer, and kept', async () => {
  const carrier = { id: 'C-ODD', name: '某某太空舱', kind: '太空舱', level: '星际级', remarks: '自填' };
  const taken = answerOf(await api.post('/api/v1/carriers', carrier), SavedRecordSchema);
  expect(taken.warnings).toMatchObject([
    {
      field: 'kind',
      heading: '载体类型',
      found: '太空舱',
      expected: expect.stringContaining('按“其他”登记'),
    },
    { field: 'level', heading: '认定级别', found: '星际级', expected: expect.stringContaining('按未知登记') },
    { field: 'description', heading: '载体简介', expected: expect.stringContaining('至少填一项') },
  ]);
  const kept = answerOf(await api.get('/api/v1/carriers/C-ODD', { Authorization: BEARER }), CarrierSchema);
  expect(kept).toMatchObject({ kind: 'other', level: null, remarks: '自填\nkind：太空舱\nlevel：星际级' });

  const result = { title: '某成果', trl: '小试', category: '奇异类', transferModes: ['转让', '量子纠缠'] };
  const { warnings } = answerOf(await api.post('/api/v1/results', result), SavedRecordSchema);
  expect(warnings.map(({ field, found }) => [field, found])).toEqual([
    ['trl', '小试'],
    ['category', '奇异类'],
    ['transferModes', '转让；量子纠缠'],
  ]);
  const plain = await api.post('/api/v1/carriers', BIO_INCUBATOR);
  expect(answerOf(plain, SavedRecordSchema).warnings).toEqual([]);
});

test('what is unknown is null, not zero and not absent', async () => {
  await api.post('/api/v1/carriers', { id: 'C-BARE', name: '某某众创空间', areaFreeM2: '面议' });
  const carrier = answerOf(await api.get('/api/v1/carriers/C-BARE'), CarrierSchema);
  expect(carrier).toMatchObject({ areaFreeM2: null, slots: null, trlMin: null, description: null });
});

test.each([
  '/api/v1/results/nobody',
  '/api/v1/carriers/nobody',
  '/api/v1/results/nobody/recommendations',
  '/api/v1/carriers/nobody/recommendations',
  '/api/v1/results/R-BIO-1/carriers/nobody/explanation',
])('%s is not there', async (path) => {
  const response = await api.get(path);
  expect(response.status).toBe(404);
  expect(problemOf(response).code).toBe('record.not_found');
});
