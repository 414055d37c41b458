/** Ids and the rows that they have in an index. */
import { DomainError } from '../../domain/errors.ts';

export class Rows<Facts> {
  private readonly rowOf = new Map<string, number>();
  private readonly facts: (Facts | null)[] = [];
  private readonly ids: string[] = [];
  /** Whether the ids of all rows ever used rise with the rows. */
  private rising = true;

  /** Rows ever used; some may be empty. */
  get size(): number {
    return this.ids.length;
  }

  add(id: string, facts: Facts): number {
    const row = this.ids.length;
    if (row > 0 && id < this.ids[row - 1]!) this.rising = false;
    this.rowOf.set(id, row);
    this.ids.push(id);
    this.facts.push(facts);
    return row;
  }

  /** The id's row with new facts, or a new row. */
  put(id: string, facts: Facts): number {
    const row = this.rowOf.get(id);
    if (row === undefined) return this.add(id, facts);
    this.facts[row] = facts;
    return row;
  }

  /** What is there under an id. */
  byId(id: string): Facts | null {
    const row = this.rowOf.get(id);
    return row === undefined ? null : this.facts[row]!;
  }

  remove(id: string): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    this.facts[row] = null;
    this.rowOf.delete(id);
  }

  /** Throws `record.not_found`. */
  row(id: string): number {
    const row = this.rowOf.get(id);
    if (row === undefined)
      throw new DomainError('record.not_found', `没有编号为 ${id} 的记录 no record ${id}`);
    return row;
  }

  /** Whether a row's id comes before another's. */
  isBefore(row: number, other: number): boolean {
    return this.rising ? row < other : this.ids[row]! < this.ids[other]!;
  }

  id(row: number): string {
    return this.ids[row]!;
  }

  /** Null where the record was taken out. */
  find(row: number): Facts | null {
    return this.facts[row]!;
  }

  at(row: number): Facts {
    const facts = this.facts[row];
    if (!facts)
      throw new DomainError(
        'record.not_found',
        `没有编号为 ${this.ids[row]} 的记录 no record ${this.ids[row]}`,
      );
    return facts;
  }

  /** Rows that hold a record. */
  present(): number[] {
    return [...this.facts.keys()].filter((row) => this.facts[row] !== null);
  }
}
