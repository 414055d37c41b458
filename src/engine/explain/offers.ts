/** What a carrier offers under one code, phrase by phrase: numbers, and words only of what is quoted. */
import type { Span } from '../../domain/analysis.ts';
import type { CarrierFacts } from '../score/facts.ts';
import type { Part } from './cut-words.ts';
import { phraseOf } from './phrases.ts';
import { CONDITION } from './result-reading.ts';
import type { Wording } from './wording.ts';

/** A part of the quote of a clause. */
export interface OfferCut extends Part {
  /** The clause: a capability's place among those that the carrier's analysis names; 0 for a condition, which has but one. */
  readonly mention: number;
}

/** A list: where the carrier's next one stands, its code's number, whether it is telling, how many phrases; then they. */
const [NEXT, CODE, TELLING, SIZE, HEAD] = [0, 1, 2, 3, 4];
/** A phrase: its clause, its start, its end with two bits for what was cut off at its sides. */
const [MENTION, START, END, WIDTH] = [0, 1, 2, 3];
const [BEFORE, BEHIND, BITS] = [1, 2, 2];

/** 4 MB: what some 15,000 carriers offer. When it is full it is begun anew. */
const ROOM = 1 << 20;

export class Offers {
  readonly size: number;
  /** Whether they say what is done: not a mere name (`检验检测`), not what the carrier is called, not a number (`10 L`). */
  readonly telling: boolean;
  private readonly carrier: CarrierFacts;
  private readonly code: string;
  private readonly numbers: Int32Array;
  private readonly first: number;

  constructor(carrier: CarrierFacts, code: string, numbers: Int32Array, list: number) {
    this.carrier = carrier;
    this.code = code;
    this.numbers = numbers;
    this.size = numbers[list + SIZE]!;
    this.telling = numbers[list + TELLING] === 1;
    this.first = list + HEAD;
  }

  /** The clause that a phrase is cut from. */
  clause(i: number): Span {
    return clauseOf(this.carrier, this.code, this.numbers[this.first + i * WIDTH + MENTION]!);
  }

  /** Where a phrase begins in the quote of its clause. */
  start(i: number): number {
    return this.numbers[this.first + i * WIDTH + START]!;
  }

  end(i: number): number {
    return this.numbers[this.first + i * WIDTH + END]! >> BITS;
  }

  wording(i: number): Wording {
    const span = this.clause(i);
    const bits = this.numbers[this.first + i * WIDTH + END]!;
    const [before, behind] = [(bits & BEFORE) > 0, (bits & BEHIND) > 0];
    const part = { start: this.start(i), end: this.end(i), before, behind };
    return { phrase: phraseOf(span.field, span.start, span.quote, part), span };
  }
}

export function clauseOf({ analysis, met }: CarrierFacts, code: string, mention: number): Span {
  const condition = code.startsWith(CONDITION) ? met.get(code.slice(CONDITION.length)) : undefined;
  return (condition ?? analysis.capabilities[mention]!).span;
}

/** What was cut of carriers' clauses, as far as there is room. */
export class KnownOffers {
  private numbers = new Int32Array(ROOM);
  private used = 0;
  /** The list last added for a carrier, whose others follow it; facts are made anew with every change. */
  private last = new WeakMap<CarrierFacts, number>();
  private readonly codes = new Map<string, number>();

  find(carrier: CarrierFacts, code: string): Offers | null {
    const wanted = this.codes.get(code);
    for (let list = this.last.get(carrier) ?? -1; list >= 0; list = this.numbers[list + NEXT]!)
      if (this.numbers[list + CODE] === wanted) return new Offers(carrier, code, this.numbers, list);
    return null;
  }

  add(carrier: CarrierFacts, code: string, telling: boolean, cuts: readonly OfferCut[]): Offers {
    const needed = HEAD + cuts.length * WIDTH;
    if (this.used + needed > this.numbers.length) {
      this.numbers = new Int32Array(Math.max(ROOM, needed));
      this.used = 0;
      this.last = new WeakMap();
    }
    const { numbers, used: list } = this;
    numbers[list + NEXT] = this.last.get(carrier) ?? -1;
    numbers[list + CODE] = this.numberOf(code);
    numbers[list + TELLING] = telling ? 1 : 0;
    numbers[list + SIZE] = cuts.length;
    let at = list + HEAD;
    for (const { mention, start, end, before, behind } of cuts) {
      numbers[at + MENTION] = mention;
      numbers[at + START] = start;
      numbers[at + END] = (end << BITS) | (before ? BEFORE : 0) | (behind ? BEHIND : 0);
      at += WIDTH;
    }
    this.used = at;
    this.last.set(carrier, list);
    return new Offers(carrier, code, numbers, list);
  }

  private numberOf(code: string): number {
    const number = this.codes.get(code) ?? this.codes.size;
    this.codes.set(code, number);
    return number;
  }
}
