/** What many rows say in the same words, told once: at the first of them, with how many there are and which. */
import type { RowFinding } from '../../domain/import-report.ts';

/** Stretches of rows that are named; the rest is counted. */
const STRETCHES = 8;

export class FindingsByRows {
  private readonly alike = new Map<string, { readonly first: RowFinding; readonly rows: number[] }>();

  add(finding: RowFinding): void {
    const { row, ...said } = finding;
    const key = JSON.stringify(said);
    const known = this.alike.get(key);
    if (known) known.rows.push(row);
    else this.alike.set(key, { first: finding, rows: [row] });
  }

  all(): RowFinding[] {
    return [...this.alike.values()].map(({ first, rows }) =>
      rows.length === 1 ? first : { ...first, expected: `${first.expected}（${whichRows(rows)}）` },
    );
  }
}

/** `共 5 行 5 rows: 3–5、9、12`. */
function whichRows(rows: readonly number[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last && row === last.to + 1) last.to = row;
    else stretches.push({ from: row, to: row });
  }
  const named = stretches
    .slice(0, STRETCHES)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return `共 ${rows.length} 行 ${rows.length} rows: ${named.join('、')}${stretches.length > STRETCHES ? ' …' : ''}`;
}
