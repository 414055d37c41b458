import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { endOf, GROUP, inGroups, Kernel } from '../../src/engine/kernel/kernel.ts';

const SOURCE = new URL('../../src/engine/kernel/kernel.wat', import.meta.url);
const BYTES = new URL('../../src/engine/kernel/kernel-bytes.ts', import.meta.url);

describe('the kernel', () => {
  it('is what its source says (-u writes it anew)', async () => {
    const { parseWat } = await wabt();
    const text = readFileSync(SOURCE, 'utf8');
    const { buffer } = parseWat('kernel.wat', text, { simd: true, threads: true }).toBinary({});
    const module = `/** kernel.wat in the form that runs, in base64; written by its test. */
export const KERNEL =
  '${Buffer.from(buffer).toString('base64')}';
`;
    await expect(module).toMatchFileSnapshot(BYTES.pathname);
  });

  it('keeps arrays as they are when its memory grows', () => {
    const kernel = new Kernel();
    const before = kernel.ints(1_000).fill(7);
    const after = kernel.floats(1_000_000).fill(1);
    expect(new Set(before)).toEqual(new Set([7]));
    expect(before.byteOffset + before.byteLength).toBeLessThanOrEqual(after.byteOffset);
    kernel.run.addAtMost(after.byteOffset, 0.5, after.byteOffset, endOf(1_000_000));
    expect(new Set(after)).toEqual(new Set([1.5]));
  });
});

/** One operation after the other in 32 bits, as the kernel does them. */
const f = Math.fround;
const plus = (...numbers: number[]) => numbers.reduce((sum, number) => f(sum + number));
const times = (a: number, b: number) => f(a * b);

/** Evenly spread: most numbers of 32 bits are next to nothing. */
const share = fc.integer({ min: 0, max: 2 ** 24 }).map((parts) => parts / 2 ** 24);
const sum = fc.integer({ min: 0, max: 2 ** 25 });
const impact = fc.integer({ min: 0, max: 4095 });
const byte = fc.integer({ min: 0, max: 255 });

/** Some rows of these, and the groups that they take. */
function rowsOf<T extends object>(row: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T[]> {
  return fc.array(fc.record(row), { minLength: 1, maxLength: 70 }) as fc.Arbitrary<T[]>;
}

/** The kernel with columns of rows. */
function columnsOf(size: number) {
  const kernel = new Kernel();
  const room = inGroups(size);
  return {
    run: kernel.run,
    end: endOf(size),
    bytes: (of: readonly number[]) => filled(kernel.bytes(room), of),
    shorts: (of: readonly number[]) => filled(kernel.shorts(room), of),
    ints: (of: readonly number[]) => filled(kernel.ints(room), of),
    floats: (of: readonly number[]) => filled(kernel.floats(room), of),
    table: (of: readonly number[]) => filled(kernel.floats(of.length), of),
  };
}

function filled<T extends Uint8Array | Uint16Array | Int32Array | Float32Array>(
  array: T,
  of: readonly number[],
): T {
  array.set(of);
  return array;
}

describe('what the kernel adds up', () => {
  it('are the products of four columns of impacts', () => {
    const row = { a: impact, b: impact, c: impact, d: impact, sum };
    const four = fc.tuple(impact, impact, impact, impact);
    fc.assert(
      fc.property(rowsOf(row), four, (rows, [i, j, k, l]) => {
        const { run, end, shorts, ints } = columnsOf(rows.length);
        const columns = (['a', 'b', 'c', 'd'] as const).map((name) => shorts(rows.map((r) => r[name])));
        const sums = ints(rows.map((r) => r.sum));
        const [a, b, c, d] = columns.map((column) => column.byteOffset);
        run.addFour(a!, b!, c!, d!, i + (j << 16), k + (l << 16), sums.byteOffset, end);
        rows.forEach((r, at) => {
          expect(sums[at]).toBe(r.sum + r.a * i + r.b * j + r.c * k + r.d * l);
        });
      }),
    );
  });

  it('are overlaps of sectors, offers by their weight, and what half-way sums come to', () => {
    fc.assert(
      fc.property(rowsOf({ value: share, before: share, offer: byte, sum }), share, (rows, weight) => {
        const { run, end, bytes, ints, floats } = columnsOf(rows.length);
        const before = rows.map((r) => r.before);
        const [overlaps, offers, saturated] = [floats(before), floats(before), floats([])];
        run.addAtMost(floats(rows.map((r) => r.value)).byteOffset, weight, overlaps.byteOffset, end);
        run.addWeighted(bytes(rows.map((r) => r.offer)).byteOffset, weight, offers.byteOffset, end);
        run.saturate(ints(rows.map((r) => r.sum)).byteOffset, 1000, saturated.byteOffset, end);
        rows.forEach((r, at) => {
          expect(overlaps[at]).toBe(plus(r.before, Math.min(r.value, weight)));
          expect(offers[at]).toBe(plus(r.before, times(r.offer, weight)));
          expect(saturated[at]).toBe(f(f(r.sum) / plus(f(r.sum), 1000)));
        });
      }),
    );
  });

  it('is how far shared words are believed where sectors are foreign', () => {
    const row = { known: share, overlap: share, subject: share };
    fc.assert(
      fc.property(rowsOf(row), share, share, (rows, own, discount) => {
        const { run, end, floats } = columnsOf(rows.length);
        const [known, overlaps] = [floats(rows.map((r) => r.known)), floats(rows.map((r) => r.overlap))];
        const [sure, trust, subjects] = [floats([]), floats([]), floats(rows.map((r) => r.subject))];
        run.trustSectors(
          ...([known.byteOffset, own, discount, sure.byteOffset] as const),
          ...([overlaps.byteOffset, trust.byteOffset, subjects.byteOffset, end] as const),
        );
        rows.forEach((r, at) => {
          const least = Math.min(r.known, own);
          const overlap = times(least, r.overlap);
          const foreign = f(least - Math.min(least, plus(overlap, overlap)));
          const believed = f(1 - times(discount, foreign));
          expect([sure[at], overlaps[at], trust[at]]).toEqual([least, overlap, believed]);
          expect(subjects[at]).toBe(times(believed, r.subject));
        });
      }),
    );
  });

  it('is what each row can reach, with the greatest of each group; rows without a carrier reach nothing', () => {
    const row = {
      ...{ traits: fc.integer({ min: 0, max: 127 }), window: fc.integer({ min: 0, max: 99 }) },
      ...{ subject: share, trust: share, needs: share, overlap: share, sure: share, capability: share },
      factor: fc.oneof(share, fc.constant(Number.NaN)),
    };
    const table = fc.array(share, { minLength: 512, maxLength: 512 });
    const weights = fc.record({ needs: share, overlap: share, sure: share, own: share });
    fc.assert(
      fc.property(rowsOf(row), table, weights, fc.constantFrom(0, 16), (rows, given, by, language) => {
        const { run, end, bytes, floats, table: tableOf } = columnsOf(rows.length);
        const of = (name: keyof (typeof rows)[number]) => floats(rows.map((r) => r[name])).byteOffset;
        const [most, peaks] = [floats([]), floats([])];
        run.bounds(
          ...([bytes(rows.map((r) => r.traits)).byteOffset, language, tableOf(given).byteOffset] as const),
          ...([
            bytes(rows.map((r) => r.window)).byteOffset,
            tableOf(given.slice(0, 100)).byteOffset,
          ] as const),
          ...([of('subject'), of('trust'), of('needs'), of('overlap'), of('sure')] as const),
          ...([of('capability'), of('factor'), by.own] as const),
          ...([by.needs, by.overlap, by.sure, most.byteOffset, peaks.byteOffset, end] as const),
        );
        rows.forEach((r, at) => {
          const [always, subject, record] = given.slice(4 * (r.traits ^ language));
          const texts = plus(times(record!, r.trust), times(subject!, r.subject));
          const reached = plus(
            ...[always!, texts, times(by.needs, r.needs), times(by.overlap, r.overlap)],
            ...[times(by.sure, r.sure), r.capability, given[r.window]!],
          );
          expect(most[at]).toBe(times(times(by.own, r.factor), reached));
        });
        for (let group = 0; group * GROUP < rows.length; group++) {
          const reached = [...most.subarray(group * GROUP, (group + 1) * GROUP)];
          expect(peaks[group]).toBe(Math.max(-1, ...reached.filter((value) => !Number.isNaN(value))));
        }
      }),
    );
  });

  it('are vectors by their weights, one after the other in 64 bits', () => {
    const vector = fc.array(fc.float({ noNaN: true, min: -100, max: 100 }), { minLength: 8, maxLength: 8 });
    const weighted = fc.record({ vector, weight: impact });
    fc.assert(
      fc.property(fc.array(weighted, { minLength: 1, maxLength: 20 }), (all) => {
        const kernel = new Kernel();
        const of = [...all, ...[1, 2, 3].map(() => ({ vector: all[0]!.vector, weight: 0 }))];
        const starts = filled(
          kernel.ints(of.length),
          of.map((each) => filled(kernel.floats(8), each.vector).byteOffset),
        );
        const weights = kernel.doubles(of.length);
        weights.set(of.map(({ weight }) => weight));
        const sums = kernel.doubles(8).fill(1 / 3);
        const last = starts.byteOffset + 4 * all.length;
        kernel.run.addVectors(starts.byteOffset, last, weights.byteOffset, sums.byteOffset, 4 * 8);
        expect([...sums]).toEqual(
          all[0]!.vector.map((_, d) => all.reduce((sum, each) => sum + each.weight * each.vector[d]!, 1 / 3)),
        );
      }),
    );
  });
});
