/** What can be shown to a person of the terms that two texts share. Looked up by number: each term is judged once. */
import { isConcept } from '../../text/thesaurus.ts';
import { isThin } from '../../text/thin-words.ts';
import type { Lexicon } from '../model/lexicon.ts';

/** As bits, so that several can be asked for at once. */
export const TERM_KIND = {
  /** A whole word or concept. */
  word: 1,
  /** A unit or numeral: two texts that measure in the same units have nothing in common to tell. */
  figure: 2,
  /** Two neighbouring Han characters: shown only where nothing better is shared. */
  pair: 4,
  /** A Han character inside words. */
  character: 8,
  other: 16,
  /** What words of both texts stand for, which may be different words. */
  concept: 32,
  /** A whole word that says little of a subject. */
  thin: 64,
} as const;

const UNITS = new Set(
  'kg mg cm mm nm km m2 m3 ml hz khz mhz ghz kw mw kv kpa mpa ph db ms ma mah wh kwh ppm ppb rpm'.split(' '),
);

/** g/l, t/d, mm/h. */
const RATE = /^[a-z]{1,3}\d?\/(?:[lhds]|m[ln23]?|min|kg|cm\d)$/u;

const NUMERAL = /^[一二三四五六七八九十百千万亿两几数]+[个种项次年]?$/u;

const UNKNOWN = 0;

export class TermKinds {
  private readonly lexicon: Lexicon;
  private kinds = new Uint8Array(0);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** One of TERM_KIND. */
  of(number: number): number {
    if (number >= this.kinds.length) this.reserve();
    const known = this.kinds[number]!;
    if (known !== UNKNOWN) return known;
    const kind = kindOf(this.lexicon.term(number));
    this.kinds[number] = kind;
    return kind;
  }

  private reserve(): void {
    const kinds = new Uint8Array(Math.ceil(1.25 * this.lexicon.size));
    kinds.set(this.kinds);
    this.kinds = kinds;
  }
}

function kindOf(term: string): number {
  if (isConcept(term)) return TERM_KIND.concept;
  if (term.startsWith('#')) {
    if (NUMERAL.test(term.slice(1))) return TERM_KIND.other;
    return term.length === 2 ? TERM_KIND.character : TERM_KIND.pair;
  }
  if (term.length < 2) return TERM_KIND.other;
  if (UNITS.has(term) || NUMERAL.test(term)) return TERM_KIND.figure;
  return isThin(term) || RATE.test(term) ? TERM_KIND.thin : TERM_KIND.word;
}
