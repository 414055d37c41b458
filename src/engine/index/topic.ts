/** What a text is about, as far as what carriers turn away is held against it. */
import { generalChinese } from '../../text/background.ts';
import { isHan } from '../model/han.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { ABOUT_SHARE } from '../settings.ts';
import type { ImpactVector } from './impact-vector.ts';

/** Characters from which on a word names a subject by itself. */
const NAMING = 3;
/** What makes another word of the one before it: 聚合物 is no 聚合. */
const DERIVING = new Set('物体剂性化器机');
/** Shorter words do where no more records than this share of general Chinese hold them: 液流, 烟气, not 医疗 (机构). */
const RARE = 0.002;

export class Topic {
  readonly text: ImpactVector;
  private readonly lexicon: Lexicon;
  /** The impact from which on a term is one of those that the text is about. */
  private readonly least: number;
  private words: readonly string[] | undefined;
  /** By term: carriers turn the same away over and over. */
  private readonly beginnings = new Map<number, boolean>();

  constructor(lexicon: Lexicon, text: ImpactVector) {
    this.lexicon = lexicon;
    this.text = text;
    this.least = ABOUT_SHARE * text.impacts.reduce((most, impact) => Math.max(most, impact), 0);
  }

  /** Whether a term stands in the text; `about`: as one of those that it is about, or as the beginning of one (液流|电池). */
  holds(term: number, about: boolean): boolean {
    const at = this.text.terms.indexOf(term);
    if (at >= 0 && (!about || this.text.impacts[at]! >= this.least)) return true;
    if (!about) return false;
    let begins = this.beginnings.get(term);
    if (begins === undefined) {
      begins = this.isBeginning(this.lexicon.term(term));
      this.beginnings.set(term, begins);
    }
    return begins;
  }

  /**
   * Whether the text is about another thing of the kind of `term`, where `first` names the subject by itself and all that
   * `term` adds to it is the kind: 液流电池单堆 where it is 液流电池电堆, not 无人机电机 where it is 无人机整机.
   */
  holdsKind(first: number, term: number): boolean {
    const [subject, thing] = [this.lexicon.term(first), this.lexicon.term(term)];
    if (subject.length < NAMING || thing.length < 2 || !isHan(thing.charCodeAt(0))) return false;
    const kind = thing.at(-1)!;
    if (subject.includes(kind) || !Array.from(thing.slice(0, -1)).every((han) => subject.includes(han)))
      return false;
    return this.about().some((word) => word.endsWith(kind));
  }

  private isBeginning(term: string): boolean {
    if (!isHan(term.charCodeAt(0))) return false;
    if (!this.about().some((word) => word.startsWith(term) && isWordOfItsOwn(word.slice(term.length))))
      return false;
    return term.length >= NAMING || (term.length > 1 && generalChinese().share(term) <= RARE);
  }

  /** The Chinese words that it is about. */
  private about(): readonly string[] {
    if (!this.words) {
      const { terms, impacts } = this.text;
      const words: string[] = [];
      for (let i = 0; i < terms.length; i++) {
        if (impacts[i]! < this.least) continue;
        const term = this.lexicon.term(terms[i]!);
        if (term.length > 1 && isHan(term.charCodeAt(0))) words.push(term);
      }
      this.words = words;
    }
    return this.words;
  }
}

/** Behind the beginning of a word: 电池 of 液流电池. */
function isWordOfItsOwn(rest: string): boolean {
  return rest.length > 1 && !DERIVING.has(rest[0]!);
}
