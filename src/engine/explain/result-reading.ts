/** A result read once for all its explanations: where its terms stand, and how it words what it asks for. */
import type { CapabilityMention, Span } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { resultTexts, type TextField } from '../../domain/record-text.ts';
import { foldText } from '../../text/fold.ts';
import { type WordEnds, wordEndsAt } from '../../text/word-ends.ts';
import type { Place } from '../index/place-store.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { ResultQuery } from '../rank/result-query.ts';
import { askedFor } from '../score/components.ts';
import { conditionOffer, type ResultFacts } from '../score/facts.ts';
import { askedIn } from './framed.ts';
import { capabilityName } from './names.ts';
import { type Phrase, type PhraseCutter, splitAtJoiners } from './phrases.ts';
import { type FindPlace, resultPlaces } from './result-places.ts';
import { type AskWording, askWording } from './wording.ts';

/** What the codes of conditions among the asks begin with. */
export const CONDITION = conditionOffer('');

export interface AskedCode {
  /** A capability's code, or `condition.` and a condition's. */
  readonly code: string;
  readonly name: Bilingual;
  /** Asked in the result's own words; else only implied by the way of conversion. */
  readonly inWords: boolean;
}

/** What is said of all that it asks, by how a carrier has it. */
export interface AskWords {
  /** What is met and how, and what is not. */
  readonly met: Bilingual;
  /** What is lacking most. */
  readonly lacking: Bilingual;
}

export class ResultReading {
  /** Where a term first stands. */
  readonly place: FindPlace;
  /** Where it first stands in what is asked for; else where it first stands. */
  readonly askedPlace: FindPlace;
  /** What was said of its asks for a purpose, by how carriers have them. */
  readonly askWords: Readonly<Record<Purpose, Map<string, AskWords>>> = {
    transfer: new Map(),
    pilot: new Map(),
  };
  private readonly knowledge: Knowledge;
  private readonly cutter: PhraseCutter;
  private readonly facts: ResultFacts;
  private readonly texts: readonly TextField[];
  private readonly askedCodes: Partial<Record<Purpose, readonly AskedCode[]>> = {};
  private readonly asks = new Map<string, readonly AskWording[]>();
  private readonly named = new Map<string, ReadonlySet<string>>();
  private readonly wordings = new Map<Place, AskWording>();
  private opening: Phrase | null | undefined;

  constructor(knowledge: Knowledge, cutter: PhraseCutter, lexicon: Lexicon, { facts, fields }: ResultQuery) {
    this.knowledge = knowledge;
    this.cutter = cutter;
    this.facts = facts;
    this.texts = resultTexts(facts.record);
    const places = resultPlaces(knowledge, lexicon, this.texts, fields);
    this.place = places.anywhere;
    this.askedPlace = places.asked;
  }

  /** What it asks for the purpose, in the order of the codes. */
  askedFor(purpose: Purpose): readonly AskedCode[] {
    let codes = this.askedCodes[purpose];
    if (!codes) {
      const { profile } = this.knowledge;
      codes = askedFor(this.facts, purpose)
        .map(([code, weight]) => ({ code, name: capabilityName(profile, code), inWords: weight === 1 }))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
      this.askedCodes[purpose] = codes;
    }
    return codes;
  }

  /** The phrases by which it asks for a capability or says that it needs a condition, those of its needs first. */
  asksFor(code: string): readonly AskWording[] {
    const known = this.asks.get(code);
    if (known) return known;
    const found = code.startsWith(CONDITION) ? this.needed(code) : this.askedWordings(code);
    const quotes = new Set<string>();
    const distinct = found.filter(({ phrase }) => quotes.size < quotes.add(phrase.quote).size);
    // what stands under its needs says it best
    const ordered = [...distinct.filter(isNeed), ...distinct.filter((wording) => !isNeed(wording))];
    this.asks.set(code, ordered);
    return ordered;
  }

  /** The text that a place stands in. */
  textOf({ field }: Place): string {
    return this.texts.find(({ path }) => path === field)!.text;
  }

  /** The phrase around a place of this result. */
  wordingAt(place: Place): AskWording {
    let wording = this.wordings.get(place);
    if (!wording) {
      const text = this.texts.find(({ path }) => path === place.field)!;
      const whole = this.cutter.around(text, place.start, place.end, this.wordsOf(place.field));
      const parts = askedIn(this.knowledge, whole);
      const framed = parts.find((part) => part.start <= place.start && part.end >= place.end) ?? whole;
      const phrase =
        this.askedApart(framed).find(({ start, end }) => start <= place.start && end >= place.end) ?? framed;
      wording = askWording(phrase, phrase);
      this.wordings.set(place, wording);
    }
    return wording;
  }

  /** The first phrase of the field `needs`; null where there is none. */
  get firstNeed(): Phrase | null {
    if (this.opening === undefined) {
      const text = this.facts.record.needs ?? '';
      this.opening = this.phrasesOf({ field: 'needs', start: 0, end: text.length, quote: text })[0] ?? null;
      this.opening &&= askedIn(this.knowledge, this.opening)[0] ?? this.opening;
    }
    return this.opening;
  }

  private phrasesOf(span: Span): Phrase[] {
    return this.cutter.phrases(span, this.wordsOf(span.field));
  }

  /** The words of a text of it, where they were noted. */
  wordsOf(field: string): WordEnds | null {
    return wordEndsAt(this.facts.analysis.wordEnds, this.texts, field);
  }

  private needed(code: string): AskWording[] {
    const mention = this.facts.needed.get(code.slice(CONDITION.length));
    if (!mention) return [];
    return this.phrasesOf(mention.span).map((phrase) => askWording(phrase, mention.span));
  }

  private askedWordings(code: string): AskWording[] {
    return this.facts.analysis.capabilities
      .filter((mention) => mention.code === code && mention.modality === 'asked')
      .map((mention) => askWording(this.framedAsk(mention), mention.span));
  }

  /** Without what says in it that it is asked; a part that names other capabilities alone is not quoted for this one. */
  private framedAsk(mention: CapabilityMention): Phrase {
    const phrase = this.askPhrase(mention);
    const parts = askedIn(this.knowledge, phrase);
    const named = parts.map(({ quote }) => this.capabilitiesIn(quote));
    const at = named.findIndex((codes) => codes.has(mention.code));
    const framed = parts[at >= 0 ? at : named.findIndex(({ size }) => size === 0)] ?? phrase;
    const names = (part: Phrase) => this.capabilitiesIn(part.quote).has(mention.code);
    return this.askedApart(framed).find(names) ?? framed;
  }

  /** The parts of a phrase that asks for several things: 可靠性考核|和|小批封装, of which one may be had and the other not. */
  private askedApart(phrase: Phrase): Phrase[] {
    const parts = splitAtJoiners(this.knowledge.segmenter, phrase);
    if (parts.length < 2) return [];
    const named = parts.map(({ quote }) => [...this.capabilitiesIn(quote)].sort().join());
    return named.includes('') || new Set(named).size < 2 ? [] : parts;
  }

  /** The codes of the capabilities that a phrase names; one clause often asks for several. */
  private capabilitiesIn(quote: string): ReadonlySet<string> {
    let codes = this.named.get(quote);
    if (!codes) {
      const { segmenter, capabilities } = this.knowledge;
      const folded = foldText(quote);
      const hits = capabilities.find(folded, segmenter.segment(folded));
      codes = new Set(hits.flatMap(({ meanings }) => meanings.map((cue) => cue.code)));
      this.named.set(quote, codes);
    }
    return codes;
  }

  /** The phrase of the clause that names the capability. */
  private askPhrase({ code, span }: CapabilityMention): Phrase {
    const phrases = this.phrasesOf(span);
    if (phrases.length < 2) return phrases[0] ?? { ...span, shown: span.quote };
    const named = phrases.find(({ quote }) => this.capabilitiesIn(quote).has(code));
    // a pattern may reach over several phrases: then the clause says it, if it is short
    return named ?? (span.quote.length > LONGEST ? phrases[0]! : { ...span, shown: span.quote });
  }
}

/** Characters of a clause that can be quoted whole. */
const LONGEST = 24;

function isNeed({ phrase }: AskWording): boolean {
  return phrase.field === 'needs';
}
