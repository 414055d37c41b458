/** Widths as shares of the line, so that a table fills it and never runs over. */
import type { Column } from '../content/table.ts';

/** Points: A4 less the margins (document.ts), a character of a head, what a cell has beside its text. */
const LINE = 481;
const CHARACTER = 8;
const BESIDE = 9;
/** Heads longer than this may take two lines. */
const LONGEST_HEAD = 4;

/** In proportion to what the columns ask for, but none narrower than its Chinese head, where there is room for all. */
export function sharesOf(columns: readonly Pick<Column, 'head' | 'width'>[]): string[] {
  const asked = columns.map(({ width }) => Math.max(7, Math.min(width, 40)));
  const least = columns.map(({ head }) => (CHARACTER * shown(head.zh) + BESIDE) / LINE);
  const fixed = new Set<number>();
  for (;;) {
    const left = 1 - sumOf([...fixed].map((i) => least[i]!));
    const open = sumOf(asked.filter((_, i) => !fixed.has(i)));
    const shares = asked.map((width, i) => (fixed.has(i) ? least[i]! : (left * width) / open));
    const tight = shares.flatMap((share, i) => (share < least[i]! && !fixed.has(i) ? [i] : []));
    if (tight.length === 0) return shares.map(percent);
    for (const i of tight) fixed.add(i);
    if (fixed.size === columns.length) return asked.map((width) => percent(width / sumOf(asked)));
  }
}

function shown(head: string): number {
  return head.length > LONGEST_HEAD ? Math.ceil(head.length / 2) : head.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function percent(share: number): string {
  return `${Math.floor(1000 * share) / 10}%`;
}
