/** Tables on stdout, numbers with as many digits as they are good for. */
import Table from 'cli-table3';

export interface Column<Row> {
  readonly head: string;
  readonly of: (row: Row) => string;
}

export function printTable<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  notes: readonly string[] = [],
): void {
  const table = new Table({
    head: columns.map(({ head }) => head),
    colAligns: columns.map((_column, i) => (i === 0 ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => columns.map(({ of }) => of(row))));
  process.stdout.write(`\n${title}\n${table.toString()}\n${notes.map((note) => `  ${note}\n`).join('')}`);
}

export function milliseconds(ms: number): string {
  return ms >= 10_000 ? `${digits(ms / 1000)} s` : `${digits(ms)} ms`;
}

export function megabytes(bytes: number): string {
  return `${digits(bytes / 2 ** 20)} MB`;
}

/** `3.2 ×`: how many times the one is the other. */
export function times(value: number, base: number): string {
  return `${digits(value / base)} ×`;
}

/** Three significant digits. */
export function digits(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(value < 10 ? 2 : 3)));
}
