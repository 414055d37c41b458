/** How the plan loads the carriers: the fullest first. */
import { PURPOSE_NAMES } from '../../domain/purpose.ts';
import type { RoundReport } from '../../domain/round.ts';
import { table } from './table.ts';
import { heading, print } from './terminal.ts';
import { score } from './wording.ts';

const CARRIERS_SHOWN = 10;

export function printLoads({ assignment, carriers }: RoundReport): void {
  const { pools, obstacle } = assignment;
  if (obstacle) return;
  const names = new Map(carriers.map(({ id, name }) => [id, name]));
  const fullest = [...pools].sort(
    (a, b) =>
      (b.worthOfSlot ?? 0) - (a.worthOfSlot ?? 0) ||
      b.taken - a.taken ||
      (a.carrierId < b.carrierId ? -1 : a.carrierId > b.carrierId ? 1 : 0),
  );
  const idle = pools.filter(({ taken }) => taken === 0).length;
  heading(`载体负荷 carriers' loads（没有落位 without a placement：${idle}）`);
  print(
    table(
      [
        { head: '载体 carrier' },
        { head: '用途 purposes', width: 18 },
        { head: '名额 slots', width: 7, align: 'right' },
        { head: '已用 taken', width: 7, align: 'right' },
        { head: '增一名额的价值 worth of a slot', width: 16, align: 'right' },
      ],
      fullest
        .slice(0, CARRIERS_SHOWN)
        .map(({ carrierId, purposes, slots, source, taken, worthOfSlot }) => [
          names.get(carrierId) ?? carrierId,
          purposes.map((purpose) => PURPOSE_NAMES[purpose].zh).join('、'),
          source === 'stated' ? String(slots) : `${slots} 假定`,
          String(taken),
          worthOfSlot === null ? '–' : score(worthOfSlot),
        ]),
    ),
  );
}
