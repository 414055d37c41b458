/** Tables that stay aligned with Chinese text and fit the terminal. */
import Table from 'cli-table3';
import { terminal } from './terminal.ts';
import { displayWidth, truncate, wrap } from './width.ts';

export interface Column {
  readonly head: string;
  /** Columns of text; the one without a width takes what is left. */
  readonly width?: number | undefined;
  readonly align?: 'left' | 'right' | undefined;
  /** Cut to one line, not wrapped. */
  readonly oneLine?: boolean | undefined;
}

/** A border and two blanks for each column, and the last border. */
const FRAME = 3;
const NARROWEST = 12;

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return terminal.colours.dim('（无 none）');
  const widths = columnWidths(columns);
  const shape = (text: string, i: number) =>
    columns[i]?.oneLine ? truncate(text, widths[i] ?? NARROWEST) : wrap(text, widths[i] ?? NARROWEST);
  const cells = rows.map((row) => columns.map((_, i) => shape(row[i] ?? '', i)));
  const drawn = new Table({
    head: columns.map(({ head }, i) =>
      wrap(head, widths[i] ?? NARROWEST)
        .split('\n')
        .map(terminal.colours.bold)
        .join('\n'),
    ),
    colAligns: columns.map((column) => column.align ?? 'left'),
    colWidths: widths.map((width) => width + 2),
    style: {
      head: [],
      border: terminal.interactive ? ['grey'] : [],
      // Lines between rows only where a row has several lines itself.
      compact: !cells.flat().some((cell) => cell.includes('\n')),
    },
  });
  drawn.push(...cells);
  return drawn.toString();
}

function columnWidths(columns: readonly Column[]): number[] {
  const fixed = columns.reduce(
    (sum, column) => sum + (column.width === undefined ? 0 : Math.max(column.width, widest(column.head))),
    0,
  );
  const open = columns.filter((column) => column.width === undefined).length;
  const left = terminal.columns - 1 - FRAME * columns.length - fixed;
  return columns.map(({ width, head }) =>
    width === undefined ? Math.max(NARROWEST, Math.floor(left / open)) : Math.max(width, widest(head)),
  );
}

/** The longest word of a heading: it is wrapped at blanks only. */
function widest(head: string): number {
  return Math.max(...head.split(/\s+/u).map(displayWidth));
}
