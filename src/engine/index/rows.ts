/** Ids and the rows that they have in an index. */
import { DomainError } from '../../domain/errors.ts';

export class Rows<Facts> {
  private readonly byId = new Map<string, number>();
  private readonly facts: (Facts | null)[] = [];
  private readonly ids: string[] = [];

  /** Rows ever used; some may be empty. */
  get size(): number {
    return this.ids.length;
  }

  add(id: string, facts: Facts): number {
    const row = this.ids.length;
    this.byId.set(id, row);
    this.ids.push(id);
    this.facts.push(facts);
    return row;
  }

  /** The id's row with new facts, or a new row. */
  put(id: string, facts: Facts): number {
    const row = this.byId.get(id);
    if (row === undefined) return this.add(id, facts);
    this.facts[row] = facts;
    return row;
  }

  remove(id: string): void {
    const row = this.byId.get(id);
    if (row === undefined) return;
    this.facts[row] = null;
    this.byId.delete(id);
  }

  /** Throws `record.not_found`. */
  row(id: string): number {
    const row = this.byId.get(id);
    if (row === undefined)
      throw new DomainError('record.not_found', `没有编号为 ${id} 的记录 no record ${id}`);
    return row;
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

  /** What is there, in the order of rows. */
  *all(): Generator<Facts> {
    for (const facts of this.facts) if (facts) yield facts;
  }
}
