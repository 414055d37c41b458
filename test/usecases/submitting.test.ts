import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { type District, openDistrict, someCarriers, someResults } from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

/** Everything that SQLite keeps on disk, the write-ahead log included. */
function bytesOnDisk(path: string): string {
  return ['', '-wal', '-shm'].map((suffix) => readFileSync(`${path}${suffix}`).toString('utf8')).join('\n');
}

async function refusal(attempt: Promise<unknown>): Promise<DomainError> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`not refused by the domain: ${String(error)}`);
}

async function openJobs({ store }: District): Promise<number> {
  return store.jobs.openCount();
}

test('a submitted result is read in the background; the same again changes nothing and starts nothing', async () => {
  const engine = createTinyEngine();
  const district = await openDistrict({ engine });
  const [result] = someResults(1);
  const first = await district.usecases.submitResult(result);
  expect(first).toMatchObject({ id: 'R000', outcome: 'created' });
  await district.settle();
  expect((await district.store.analyses.find([first.hash], engine.analyser)).size).toBe(1);

  expect(await district.usecases.submitResult(result)).toEqual({ ...first, outcome: 'unchanged' });
  expect(await openJobs(district)).toBe(0);
  expect(engine.counts.analyses).toBe(1);
});

test('what is wrong with a record is said field by field, in plain words', async () => {
  const district = await openDistrict();
  const input = { title: '', trl: 'TRL 12', keywords: 7, secrecy: '公开', priceWan: '很多' };
  const error = await refusal(district.usecases.submitResult(input));
  expect(error.code).toBe('record.invalid');
  expect(
    Object.fromEntries(error.findings.map(({ field, found, expected }) => [field, [found, expected]])),
  ).toEqual({
    title: ['（空白 blank）', expect.stringContaining('须含汉字或字母 · a title')],
    trl: ['TRL 12', expect.stringContaining('技术成熟度 1–9')],
    keywords: ['7', expect.stringContaining('关键词，用“；”分开')],
    priceWan: ['很多', expect.stringContaining('金额（万元），如 50')],
  });
  expect(await district.store.results.count()).toBe(0);
});

test('a long text that is refused is shown shortened', async () => {
  const district = await openDistrict();
  const error = await refusal(district.usecases.submitResult({ title: '长'.repeat(501) }));
  expect(error.findings[0]?.found).toHaveLength(80);
  expect(error.findings[0]?.expected).toContain('不超过 500 字，现有 501 字');
});

test.each([
  ['the declaration', { secrecy: '机密' }],
  ['the declaration, whatever else is wrong with the record', { secrecy: '秘密', trl: '某某雷达的参数' }],
  ['a defence patent', { ip: '国防专利1项' }],
])(
  'a result that is not public by %s leaves no trace on disk, in the error or in a job',
  async (_by, fields) => {
    const district = await openDistrict();
    await district.usecases.submitResult({ title: '一项公开的成果', university: '重庆大学' });
    const secret = {
      title: '某某雷达的参数',
      abstract: '某某雷达的参数为七',
      university: '重庆大学',
      ...fields,
    };
    const error = await refusal(district.usecases.submitResult(secret));
    expect(error.code).toBe('result.not_public');
    expect(JSON.stringify([error.message, error.findings])).not.toContain('雷达');
    expect(await district.store.results.count()).toBe(1);
    const kept = bytesOnDisk(district.path);
    expect(kept).toContain('一项公开的成果');
    expect(kept).not.toContain('雷达');
  },
);

test('a carrier is registered, renewed under its id, and refused with a window that ends before it begins', async () => {
  const district = await openDistrict();
  const [carrier] = someCarriers(1);
  expect(await district.usecases.registerCarrier(carrier)).toMatchObject({ id: 'C000', outcome: 'created' });
  expect(await district.usecases.registerCarrier({ ...carrier, status: '督促整改' })).toMatchObject({
    outcome: 'updated',
  });
  expect((await district.usecases.getCarrier('C000')).record.status).toBe('rectifying');
  const error = await refusal(district.usecases.registerCarrier({ ...carrier, trlMin: 7, trlMax: 4 }));
  expect(error.findings.map((finding) => finding.field)).toEqual(['trlMin']);
});

test('pages follow one another to the end, without a gap and without a repetition', async () => {
  const district = await openDistrict();
  for (const result of someResults(6)) await district.usecases.submitResult(result);
  const seen: string[] = [];
  let pages = 0;
  for (let after: string | null = ''; after !== null && pages < 3; ) {
    const page: Awaited<ReturnType<typeof district.usecases.listResults>> =
      await district.usecases.listResults({
        limit: 3,
        ...(after === '' ? {} : { after }),
      });
    expect(page.items.length).toBeLessThanOrEqual(3);
    seen.push(...page.items.map((stored) => stored.record.id));
    after = page.next;
    pages += 1;
  }
  expect(pages).toBe(2);
  expect(seen).toEqual(someResults(6).map((result) => result.id));
});

test('a record that is not there is said to be not there', async () => {
  const { usecases } = await openDistrict();
  expect((await refusal(usecases.getResult('nobody'))).code).toBe('record.not_found');
  expect((await refusal(usecases.getCarrier('nobody'))).code).toBe('record.not_found');
  expect((await refusal(usecases.findRound('nobody'))).code).toBe('round.not_found');
  expect((await refusal(usecases.findImport('nobody'))).code).toBe('import.not_found');
});
