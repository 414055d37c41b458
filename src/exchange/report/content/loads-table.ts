import type { CapacityPool } from '../../../domain/assignment.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { compare, type Reader } from './reader.ts';
import { count, filled, type ReportTable, share, text } from './table.ts';
import { CHAPTERS, listed } from './wording.ts';

/** Slots of each carrier, how many are taken and what one more would be worth. */
export function loadsTable({ report, carrier }: Reader): ReportTable {
  return {
    sheet: '载体负荷',
    title: CHAPTERS.loads,
    note: {
      zh: '“增一名额的价值”为该载体多一个名额时总契合度的增加量；仍有余额的为0，按面积受限的不测算、留空。',
      en: 'Worth of a slot: what one more would add to the total affinity; 0 where slots are left, empty where floor area decides.',
    },
    ...filled(inOrder(report.assignment.pools), [
      text('载体', 'carrier', 34, ({ carrierId }) => carrier(carrierId)),
      text('用途', 'purposes', 20, ({ purposes }) =>
        listed(purposes.map((purpose) => PURPOSE_NAMES[purpose])),
      ),
      count('名额', 'slots', 8, ({ slots }) => slots),
      text('名额来源', 'source', 12, ({ source }) =>
        source === 'stated' ? { zh: '填报', en: 'stated' } : { zh: '假定', en: 'assumed' },
      ),
      count('已用', 'taken', 8, ({ taken }) => taken),
      count('剩余', 'left', 8, ({ slots, taken }) => Math.max(0, slots - taken)),
      share('增一名额的价值', 'worth of a slot', 12, ({ worthOfSlot }) => worthOfSlot),
    ]),
    empty: { zh: '没有载体名额可列。', en: 'There are no slots to list.' },
  };
}

/** The most wanted first: by the worth of a slot, then by how many are taken. */
function inOrder(pools: readonly CapacityPool[]): CapacityPool[] {
  return [...pools].sort(
    (a, b) =>
      (b.worthOfSlot ?? 0) - (a.worthOfSlot ?? 0) || b.taken - a.taken || compare(a.carrierId, b.carrierId),
  );
}
