import { digits, megabytes, printTable } from '../measuring/table.ts';
import type { Stage } from './stages.ts';

export function printStages(title: string, stages: readonly Stage[]): void {
  const processes = stages[0]?.taken.length ?? 0;
  const each = Array.from({ length: processes }, (_, i) => i);
  printTable(
    `Round: ${title}`,
    [
      { head: 'stage', of: ({ name }) => name },
      { head: 'wall', of: ({ wall }) => `${digits(wall)} s` },
      ...each.flatMap((i) => [
        { head: 'CPU', of: ({ taken }: Stage) => `${digits(taken[i]!.cpu)} s` },
        { head: 'peak', of: ({ taken }: Stage) => megabytes(taken[i]!.peak) },
      ]),
    ],
    stages,
  );
}
