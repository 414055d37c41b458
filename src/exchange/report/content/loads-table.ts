import type { CapacityPool } from '../../../domain/assignment.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { count, type ReportTable, share, text } from './table.ts';
import { CHAPTERS } from './wording.ts';

/** Slots of each carrier, how many are taken and what one more would be worth. */
export function loadsTable({ report, carrier }: Reader): ReportTable {
  return {
    sheet: '载体负荷',
    title: CHAPTERS.loads,
    note: {
      zh: '“增一名额的价值”为该载体多一个名额时总契合度的增加量；仍有余额的为0，按面积受限的不测算、留空。',
      en: 'Worth of a slot: what one more would add to the total affinity; 0 where slots are left, empty where floor area decides.',
    },
    columns: [
      text('载体', 'carrier', 34),
      text('用途', 'purposes', 20),
      count('名额', 'slots', 8),
      text('名额来源', 'source', 12),
      count('已用', 'taken', 8),
      count('剩余', 'left', 8),
      share('增一名额的价值', 'worth of a slot', 12),
    ],
    rows: inOrder(report.assignment.pools).map((pool) => [
      carrier(pool.carrierId),
      {
        zh: pool.purposes.map((purpose) => PURPOSE_NAMES[purpose].zh).join('、'),
        en: pool.purposes.map((purpose) => PURPOSE_NAMES[purpose].en).join(', '),
      },
      pool.slots,
      pool.source === 'stated' ? { zh: '填报', en: 'stated' } : { zh: '假定', en: 'assumed' },
      pool.taken,
      Math.max(0, pool.slots - pool.taken),
      pool.worthOfSlot,
    ]),
    empty: { zh: '没有载体名额可列。', en: 'There are no slots to list.' },
  };
}

/** The most wanted first: by the worth of a slot, then by how many are taken. */
function inOrder(pools: readonly CapacityPool[]): CapacityPool[] {
  return [...pools].sort(
    (a, b) =>
      (b.worthOfSlot ?? 0) - (a.worthOfSlot ?? 0) ||
      b.taken - a.taken ||
      (a.carrierId < b.carrierId ? -1 : a.carrierId > b.carrierId ? 1 : 0),
  );
}
