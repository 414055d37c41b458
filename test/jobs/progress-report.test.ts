import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JobProgress } from '../../src/domain/job.ts';
import { ProgressReport } from '../../src/jobs/running/progress-report.ts';

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const of10 = (done: number) => ({ done, total: 10 });
let written: number[];
let report: ProgressReport;

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  report = new ProgressReport(async ({ done }: JobProgress) => void written.push(done), log);
});
afterEach(() => {
  vi.useRealTimers();
});

it('writes the first report at once and then the newest every 250 ms', async () => {
  for (let done = 1; done <= 10; done += 1) {
    await report.report(of10(done));
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(written).toEqual([1, 5, 9]);
});

it('writes the newest report though no other follows', async () => {
  await report.report(of10(1));
  await report.report(of10(2));
  await report.report(of10(3));
  expect(written).toEqual([1]);
  await vi.advanceTimersByTimeAsync(250);
  expect(written).toEqual([1, 3]);
});

it('writes the last report at the end, and nothing after it', async () => {
  await report.report(of10(1));
  await report.report(of10(10));
  await report.flush();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written).toEqual([1, 10]);
});

it('says in the log where a late report could not be written', async () => {
  let broken = false;
  const failing = new ProgressReport(
    () => (broken ? Promise.reject(new Error('database is locked')) : Promise.resolve()),
    log,
  );
  await failing.report(of10(1));
  broken = true;
  await failing.report(of10(2));
  await vi.advanceTimersByTimeAsync(250);
  expect(log.warn).toHaveBeenCalledWith(expect.anything(), 'progress of a job was not kept');
});
