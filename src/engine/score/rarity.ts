/** How much a capability distinguishes: 1 where few carriers offer it, towards `LEAST_RARITY` where all do. */
import type { CarrierFacts } from './facts.ts';

export type Rarity = (code: string) => number;

const LEAST_RARITY = 0.2;

/** Counted over the carriers of a pool as they come and go: log(N / n) against log N, as for the words of a text. */
export class OfferedCapabilities {
  private readonly offered = new Map<string, number>();
  private carriers = 0;
  /** As long as no carrier comes or goes: every pair is asked about the same few. */
  private readonly known = new Map<string, number>();

  /** So many carriers at once. */
  addAll(carriers: number, offered: Iterable<readonly [code: string, carriers: number]>): void {
    this.known.clear();
    this.carriers += carriers;
    for (const [code, count] of offered) this.offered.set(code, (this.offered.get(code) ?? 0) + count);
  }

  add(carrier: CarrierFacts): void {
    this.count(carrier, 1);
  }

  remove(carrier: CarrierFacts): void {
    this.count(carrier, -1);
  }

  /** Of the carriers that are there. */
  readonly rarity: Rarity = (code) => {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    const rarity = this.rarityOf(code);
    this.known.set(code, rarity);
    return rarity;
  };

  private rarityOf(code: string): number {
    const most = Math.log(this.carriers + 1);
    if (most === 0) return 1;
    return Math.max(LEAST_RARITY, Math.log((this.carriers + 1) / ((this.offered.get(code) ?? 0) + 1)) / most);
  }

  private count({ offers }: CarrierFacts, one: 1 | -1): void {
    this.known.clear();
    this.carriers += one;
    for (const code of offers.keys()) this.offered.set(code, (this.offered.get(code) ?? 0) + one);
  }
}
