/** A row in the making: what is known so far, and what stays over for `remarks`. */
import { shown } from '../../domain/explain-issues.ts';
import type { Cell, CellWarning, RowReading } from './cell.ts';
import { joinerOf } from './field-forms.ts';

/** Longest `remarks` that a record takes. */
const MAX_REMARKS = 5_000;

export class Reading {
  readonly input: Record<string, unknown> = {};
  readonly headings = new Map<string, string>();
  readonly warnings: CellWarning[] = [];
  /** Names that no field has. */
  private readonly misnamed: CellWarning[] = [];
  secret: RowReading['secret'] = null;
  private readonly leftovers: string[] = [];

  set(field: string, value: unknown, cell: Pick<Cell, 'heading'>): void {
    if (value === undefined) return;
    this.input[field] = value;
    if (!this.headings.has(field)) this.headings.set(field, cell.heading);
  }

  warn(cell: Cell, expected: string): void {
    this.warnings.push({ column: cell.heading, found: shown(cell.value), expected });
  }

  /** The same for what rows say in few words, and many of them. */
  warnOnce(cell: Cell, expected: string): void {
    this.warnings.push({ column: cell.heading, found: shown(cell.value), expected, often: true });
  }

  /** A name that no field has: told also where the row is refused, and nothing of it kept. */
  misname(cell: Cell, expected: string): void {
    this.misnamed.push({ column: cell.heading, found: shown(cell.value), expected });
  }

  /** Text that no field takes: kept in `remarks` under its heading. */
  leave(cell: Cell): void {
    this.leftovers.push(labelled(cell));
  }

  /** The cells of one field: joined where it is a text or a list, else the best one, the others left over. */
  combine(field: string, cells: readonly Cell[]): void {
    const [best, ...others] = [...cells].sort((a, b) => a.preference - b.preference);
    if (!best) return;
    const joiner = joinerOf(field);
    if (joiner !== null && cells.every((cell) => typeof cell.value === 'string')) {
      const texts = cells.map((cell) => (cell.labelled ? labelled(cell) : String(cell.value)));
      this.set(field, texts.join(joiner), best);
      return;
    }
    this.set(field, best.value, best);
    for (const cell of others) if (cell.value !== best.value) this.leave(cell);
  }

  finish(): RowReading {
    const said = this.input['remarks'];
    const own = Array.isArray(said) ? said.join('\n') : typeof said === 'string' ? said : '';
    const parts = [own, ...this.leftovers];
    const remarks = parts.filter((part) => part !== '').join('\n');
    if (remarks.length > MAX_REMARKS) {
      const expected = `备注合计不超过 ${MAX_REMARKS} 字，其余已截去 · remarks of at most ${MAX_REMARKS} characters, the rest is cut`;
      this.warnings.push({
        column: this.headings.get('remarks') ?? 'remarks',
        found: `${remarks.length}`,
        expected,
      });
    }
    if (remarks !== '') this.input['remarks'] = remarks.slice(0, MAX_REMARKS);
    const { input, headings, warnings, misnamed, secret } = this;
    return { input, headings, warnings, misnamed, secret };
  }
}

function labelled(cell: Cell): string {
  return `${cell.heading}：${typeof cell.value === 'string' ? cell.value : JSON.stringify(cell.value)}`;
}
