import { expect, it } from 'vitest';
import type { Purpose } from '../../src/domain/purpose.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { readReport } from '../../src/exchange/report/content/reader.ts';
import { printedSheets, saysSheets } from '../../src/exchange/report/pdf/printed-sheets.ts';
import { sampleReport } from './sample-report.ts';

const profile = await loadProfile();

/** Results with one placement each, of the affinities given. */
function reader(affinities: { readonly [purpose in Purpose]: readonly number[] }) {
  const report = sampleReport();
  const entry = report.entries[0]!;
  const entries = report.purposes.flatMap((purpose) =>
    affinities[purpose].map((affinity, i) => ({
      ...entry,
      result: { ...entry.result, id: `${purpose}${i}` },
      matches: entry.matches.map((match) => ({ ...match, purpose })),
      placements: entry.placements.map((sheet) => ({ ...sheet, purpose, affinity })),
    })),
  );
  return readReport({ ...report, entries }, profile);
}

const MANY = { transfer: [0.9, 0.95, 0.8, 0.99, 0.97], pilot: [0.5, 0.6, 0.4] };

function ids(most: number, affinities = MANY) {
  return printedSheets(reader(affinities), most).map(({ entry }) => entry.result.id);
}

it('takes the best of both purposes in turn, though one fits better throughout', () => {
  expect(ids(4)).toEqual(['transfer3', 'transfer4', 'pilot1', 'pilot0']);
  expect(ids(5)).toEqual(['transfer3', 'transfer4', 'transfer1', 'pilot1', 'pilot0']);
  expect(ids(1)).toEqual(['transfer3']);
  expect(ids(0)).toEqual([]);
});

it('gives the turns of a purpose that has no more to the other', () => {
  expect(ids(4, { transfer: MANY.transfer, pilot: [0.5] })).toEqual([
    'transfer3',
    'transfer4',
    'transfer1',
    'pilot0',
  ]);
  expect(ids(2, { transfer: [], pilot: [0.5, 0.6, 0.4] })).toEqual(['pilot1', 'pilot0']);
  expect(ids(Number.POSITIVE_INFINITY)).toHaveLength(8);
});

it('says how many of how many, and where the others are', () => {
  const all = reader(MANY);
  const some = saysSheets(all, printedSheets(all, 4));
  expect(some.zh).toContain('共落位8对（转化承接5对、中试合作3对）');
  expect(some.zh).toContain(
    '由高到低选取4对列出对接单（转化承接2对、中试合作2对）。其余4对的对接单见本轮报告的网页文件（HTML）',
  );
  // a PDF may have been all that was asked for
  expect(some.zh).toContain('各文件均可由本轮另行导出');
  expect(some.zh).not.toContain('随附');
  expect(some.en).toContain('4 of 8 placement sheets');
  expect(saysSheets(all, all.placed).zh).toContain('对接单全部列出');
});
