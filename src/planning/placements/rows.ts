/** Candidates as rows of the assignment problem: a result for one purpose, and the pools that it may go to. */
import type { Purpose } from '../../domain/purpose.ts';
import type { Ruling } from '../../domain/review.ts';
import { GrowingFloats } from '../../engine/model/growing-floats.ts';
import { GrowingInts } from '../../engine/model/growing-ints.ts';
import type { Pool, Pools } from './capacity-pools.ts';
import type { PlanCandidates, PlanInput } from './plan-input.ts';

export interface PlanRow {
  readonly resultId: string;
  readonly purpose: Purpose;
  /** Best first, ties in the order of ids; pairs that a reviewer has ruled out are not among them. */
  readonly options: readonly Option[];
  /** How many there are, without making them. */
  readonly count: number;
}

export interface Option {
  readonly carrierId: string;
  readonly affinity: number;
  /** Number of the pool. */
  readonly pool: number;
  /** A reviewer has approved it: it stays. */
  readonly fixed: boolean;
}

export function planRows({ candidates, terms }: PlanInput, pools: Pools): PlanRow[] {
  const ruled = rulingsByRow(terms.decisions);
  const packed = new PackedOptions(pools.list);
  return candidates.map(({ resultId, purpose, carriers }) =>
    packed.row(
      resultId,
      purpose,
      optionsOf(purpose, carriers, ruled.get(rowKey({ resultId, purpose })), pools),
    ),
  );
}

function optionsOf(
  purpose: Purpose,
  carriers: PlanCandidates['carriers'],
  ruled: ReadonlyMap<string, Ruling['verdict']> | undefined,
  pools: Pools,
): Option[] {
  const options: Option[] = [];
  for (const [carrierId, affinity] of carriers) {
    const verdict = ruled?.get(carrierId);
    if (verdict !== undefined && verdict !== 'approved') continue;
    options.push({
      carrierId,
      affinity,
      pool: pools.poolOf(carrierId, purpose),
      fixed: verdict === 'approved',
    });
  }
  return options.sort((a, b) => b.affinity - a.affinity || (a.carrierId < b.carrierId ? -1 : 1));
}

/** Few rows have any: what has none need not be asked pair by pair. */
function rulingsByRow(decisions: readonly Ruling[]): Map<string, Map<string, Ruling['verdict']>> {
  const rows = new Map<string, Map<string, Ruling['verdict']>>();
  for (const decision of decisions) {
    const key = rowKey(decision);
    const row = rows.get(key) ?? new Map<string, Ruling['verdict']>();
    rows.set(key, row.set(decision.carrierId, decision.verdict));
  }
  return rows;
}

/** Options of very many rows side by side: twelve bytes each, objects only while somebody looks at a row. */
class PackedOptions {
  private readonly list: readonly Pool[];
  private readonly pools = new GrowingInts();
  private readonly affinities = new GrowingFloats();
  private readonly fixed = new Set<number>();

  constructor(list: readonly Pool[]) {
    this.list = list;
  }

  row(resultId: string, purpose: Purpose, options: readonly Option[]): PlanRow {
    const from = this.pools.length;
    for (const { pool, affinity, fixed } of options) {
      if (fixed) this.fixed.add(this.pools.length);
      this.pools.push(pool);
      this.affinities.push(affinity);
    }
    return new PackedRow(resultId, purpose, this, from, this.pools.length);
  }

  options(from: number, to: number): Option[] {
    const options: Option[] = [];
    for (let at = from; at < to; at++) {
      const pool = this.pools.at(at);
      const { carrierId } = this.list[pool]!;
      options.push({ carrierId, affinity: this.affinities.at(at), pool, fixed: this.fixed.has(at) });
    }
    return options;
  }
}

class PackedRow implements PlanRow {
  readonly resultId: string;
  readonly purpose: Purpose;
  private readonly packed: PackedOptions;
  private readonly from: number;
  private readonly to: number;

  constructor(resultId: string, purpose: Purpose, packed: PackedOptions, from: number, to: number) {
    this.resultId = resultId;
    this.purpose = purpose;
    this.packed = packed;
    this.from = from;
    this.to = to;
  }

  get options(): readonly Option[] {
    return this.packed.options(this.from, this.to);
  }

  get count(): number {
    return this.to - this.from;
  }
}

/** Names a row: a result for one purpose. */
export function rowKey({ resultId, purpose }: Pick<PlanRow, 'resultId' | 'purpose'>): string {
  return `${purpose} ${resultId}`;
}
