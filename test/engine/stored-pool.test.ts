import { describe, expect, it } from 'vitest';
import { PURPOSES } from '../../src/domain/purpose.ts';
import type { MatchPool } from '../../src/engine/engine.ts';
import { PREAMBLE, sizeOfSections, writeSections } from '../../src/engine/stored/sections.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, readCarrier, readResult } from './given.ts';
import { fileOf, reopened, stored } from './pool-file.ts';

/** Enough records that words have meanings. */
const RECORDS = {
  results: Array.from({ length: 320 }, (_, i) =>
    readResult({ ...RESULTS[i % RESULTS.length]!, id: `r${String(i).padStart(3, '0')}` }),
  ),
  carriers: CARRIERS.map(readCarrier),
};
const MODEL = ENGINE.train([...RECORDS.results, ...RECORDS.carriers].map(({ analysis }) => analysis));

/** Everything that people see of a pool, for some results and all carriers. */
function seen(pool: MatchPool) {
  const results = RECORDS.results.slice(0, 12);
  return PURPOSES.map((purpose) => ({
    carriers: results.map((result) => pool.carriersFor(result, purpose, 3)),
    pairs: results.map((result) => pool.explain(result, 'c-bio', purpose)),
    results: CARRIERS.map(({ id }) => pool.rankResults(id!, purpose)),
  }));
}

describe('a pool in a file', () => {
  it('is read as it was written, with what was put in, changed and taken out since it was built', async () => {
    const pool = ENGINE.pool({ ...RECORDS, model: MODEL });
    pool.putCarrier(
      readCarrier({
        id: 'c-new',
        name: '量子传感中试平台',
        description: '提供量子磁力计与单光子探测器的中试',
        capabilities: 'C04 中试熟化：洁净间（自有）',
        portfolio: [{ title: '氮空位色心磁力计' }],
      }),
    );
    pool.putCarrier(readCarrier({ ...CARRIERS[0]!, status: '摘牌' }));
    pool.removeCarrier(CARRIERS[1]!.id!);
    pool.putResult(
      readResult({ id: 'r-new', title: '氮空位色心量子磁力计', needs: '寻求中试与量子传感平台' }),
    );
    pool.removeResult('r011');
    const gone = (error: unknown) => (error instanceof Error ? error.message : 'nothing');
    const asSeen = (ready: MatchPool) =>
      PURPOSES.map((purpose) => ({
        ranked: RECORDS.results.slice(0, 8).map((result) => ready.carriersFor(result, purpose, 4)),
        results: ready.rankResults('c-new', purpose),
        gone: (() => {
          try {
            return ready.rankResults(CARRIERS[1]!.id!, purpose);
          } catch (error) {
            return gone(error);
          }
        })(),
      }));
    const read = await reopened(fileOf(pool), MODEL);
    expect(asSeen(read)).toEqual(asSeen(pool));
    expect(asSeen(read)[0]?.ranked[0]?.matches.length).toBe(4);
    expect(asSeen(read)[0]?.results[0]?.id).toBe('r-new');
  });

  it('can be changed and written again like one that was built', async () => {
    const read = await reopened(fileOf(ENGINE.pool({ ...RECORDS, model: MODEL })), MODEL);
    const changed = readCarrier({ ...CARRIERS[2]!, description: '提供抗体药物中试放大与GMP车间' });
    read.putCarrier(changed);
    const built = ENGINE.pool({
      results: RECORDS.results,
      carriers: RECORDS.carriers.map((carrier) =>
        carrier.record.id === changed.record.id ? changed : carrier,
      ),
      model: MODEL,
    });
    expect(seen(read)).toEqual(seen(built));
    expect(seen(await reopened(fileOf(read), MODEL))).toEqual(seen(built));
  });

  it('explains results whose texts are handed in as one that keeps them', () => {
    const whole = ENGINE.pool({ ...RECORDS, model: MODEL });
    const lean = ENGINE.pool({ ...RECORDS, model: MODEL, keepTexts: false });
    const found = lean.findResults('c-bio', 'transfer', 5);
    const texts = found.ids.map((id) => RECORDS.results.find(({ record }) => record.id === id)!);
    expect(found.explain(texts)).toEqual(whole.resultsFor('c-bio', 'transfer', 5));
    expect(() => lean.resultsFor('c-bio', 'transfer', 5)).toThrow('hand it in');
  });

  it('says by whom and with what it was written, and holds nothing of people', async () => {
    const contact = { name: '陈晓岚', phone: '13896054321' };
    const pool = ENGINE.pool({
      results: [readResult({ id: 'r', title: '抗体药物', contact })],
      carriers: [readCarrier({ id: 'c', name: '抗体孵化器', contact, remarks: '内部备注' })],
      model: MODEL,
    });
    const file = fileOf(pool, { revisions: [1, 2] });
    expect(await stored(file)).toMatchObject({
      engine: ENGINE.version,
      model: MODEL.fingerprint,
      notes: { revisions: [1, 2] },
    });
    for (const word of ['陈晓岚', '13896054321', '内部备注']) expect(file.includes(word)).toBe(false);
  });

  it('answers what needs no other result before those are read, and takes changes of them meanwhile', async () => {
    const pool = ENGINE.pool({ ...RECORDS, model: MODEL });
    const read = (await stored(fileOf(pool))).restore(MODEL);
    const put = readResult({ ...RESULTS[2]!, id: 'r003', needs: '寻求中试平台' });
    for (const each of [pool, read]) {
      each.putResult(put);
      each.putResult(readResult({ id: 'r-new', title: '氮空位色心量子磁力计' }));
      each.removeResult('r005');
    }
    expect(read.carriersFor(put, 'pilot', 3)).toEqual(pool.carriersFor(put, 'pilot', 3));
    expect(read.explain(put, 'c-bio', 'pilot')).toEqual(pool.explain(put, 'c-bio', 'pilot'));
    expect(() => read.rankResults('c-bio', 'pilot')).toThrow('not read yet');
    expect(() => read.write(null)).toThrow('not read yet');
    await read.complete();
    expect(seen(read)).toEqual(seen(pool));
    expect(fileOf(read).equals(fileOf(pool))).toBe(true);
  });

  it('is refused when it is cut off or changed anywhere, foreign, or read with another model', async () => {
    const file = fileOf(ENGINE.pool({ ...RECORDS, model: MODEL }));
    const refused = (bytes: Uint8Array, why: string) =>
      expect(reopened(bytes, MODEL)).rejects.toMatchObject({
        name: 'UnreadableSections',
        message: expect.stringContaining(why),
      });
    for (const share of [0, 0.000_01, 0.001, 0.3, 0.9999])
      await refused(file.subarray(0, Math.floor(share * file.length)), '');
    await refused(Buffer.concat([file, Buffer.alloc(8)]), 'not whole');
    for (const share of [0.000_1, 0.2, 0.5, 0.7, 0.9, 0.999]) {
      const damaged = Buffer.from(file);
      damaged[Math.floor(share * file.length)]! ^= 1;
      await refused(damaged, 'damaged');
    }
    const [, ours] = halves(file);
    const [theirs] = halves(
      fileOf(ENGINE.pool({ ...RECORDS, results: [...RECORDS.results].slice(1), model: MODEL })),
    );
    await refused(Buffer.concat([theirs, ours]), 'not whole');
    await refused(Buffer.from(ENGINE.writeModel(MODEL)), 'another kind of file');
    const earlier = writeSections({ head: { format: 'jianyuan-pool/2' }, arrays: {}, records: {} });
    await refused(Buffer.concat(earlier), 'its form is jianyuan-pool/2');
    const other = ENGINE.train(RECORDS.carriers.map(({ analysis }) => analysis));
    const whole = await stored(file);
    expect(() => whole.restore(other)).toThrow(MODEL.fingerprint);
  });

  it('is whole in every one of its first bytes', async () => {
    const file = fileOf(ENGINE.pool({ ...RECORDS, model: MODEL }));
    for (let at = 0; at < PREAMBLE; at++) {
      for (const bit of [1, 64, 128]) {
        const damaged = Buffer.from(file);
        damaged[at]! ^= bit;
        await expect(stored(damaged)).rejects.toMatchObject({ name: 'UnreadableSections' });
      }
    }
  });
});

/** What is read at once, and what is read later. */
function halves(file: Buffer): [Buffer, Buffer] {
  const end = sizeOfSections(file);
  return [file.subarray(0, end), file.subarray(end)];
}
