/** Ids and the rows that they have in an index. */
import { DomainError } from '../../domain/errors.ts';

/** Rows that were there before; each row without facts, of these or put in since, is read when somebody asks for it. */
export interface KeptRows<Facts> {
  readonly ids: readonly string[];
  read(row: number): Facts;
}

export class Rows<Facts> {
  private readonly rowOf = new Map<string, number>();
  /** `undefined`: not read yet; null: taken out. */
  private readonly facts: (Facts | null | undefined)[] = [];
  private readonly ids: string[] = [];
  private readonly kept: KeptRows<Facts> | null;
  private rising = true;

  constructor(kept: KeptRows<Facts> | null = null) {
    this.kept = kept;
    for (const id of kept?.ids ?? []) this.append(id, undefined);
  }

  /** Rows ever used; some may be empty. */
  get size(): number {
    return this.ids.length;
  }

  private append(id: string, facts: Facts | undefined): number {
    const row = this.ids.length;
    if (row > 0 && id < this.ids[row - 1]!) this.rising = false;
    this.rowOf.set(id, row);
    this.ids.push(id);
    this.facts.push(facts);
    return row;
  }

  /** The id's row with new facts, or a new row; without facts they are read when somebody asks for them. */
  put(id: string, facts?: Facts): number {
    const row = this.rowOf.get(id);
    if (row === undefined) return this.append(id, facts);
    this.facts[row] = facts;
    return row;
  }

  /** What is there under an id. */
  byId(id: string): Facts | null {
    const row = this.rowOf.get(id);
    return row === undefined ? null : this.find(row);
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

  /** Whether the ids of all rows ever used rise with the rows. */
  get isRising(): boolean {
    return this.rising;
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
    const facts = this.facts[row];
    if (facts !== undefined || !this.kept) return facts ?? null;
    const read = this.kept.read(row);
    this.facts[row] = read;
    return read;
  }

  /** What is in a row that holds a record; what has to be read for that is not kept. */
  glance(row: number): Facts {
    return this.facts[row] ?? this.kept!.read(row);
  }

  at(row: number): Facts {
    const facts = this.find(row);
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
