/** What a result asks for, one ask after the other, and what the carrier has for it, both in their own words. */
import type { Span } from '../../domain/analysis.ts';
import type { Bilingual, Evidence } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { CarrierFacts } from '../score/facts.ts';
import { OFFER_STRENGTH } from '../settings.ts';
import { type CarrierPhrases, offeringClause } from './carrier-phrases.ts';
import { quoteAbout } from './evidence.ts';
import type { Offers } from './offers.ts';
import { type AskedCode, CONDITION, type ResultReading } from './result-reading.ts';
import { type AskWording, agree, likeness, unitsIn, type Wording } from './wording.ts';

export interface Ask {
  /** A capability's code, or `condition.` and a condition's. */
  readonly code: string;
  readonly name: Bilingual;
  /** Asked in the result's own words; else only implied by the way of conversion. */
  readonly inWords: boolean;
  readonly asked: Wording | null;
  /** How the carrier has it: its own with words for it, only listed, a partner's; null where it has not. */
  readonly had: 'own' | 'listed' | 'partner' | null;
  readonly offered: Wording | null;
  /** What a claim of the carrier says of it beside that. */
  readonly detail: Wording | null;
  /** Where the carrier says that it has it, whole. */
  readonly clause: Span | null;
  /** Whether the offer says more than the capability's name or the carrier's. */
  readonly telling: boolean;
  /** Whether both wordings speak of the same thing, and all of it is offered; else they only come under the same name. */
  readonly agrees: boolean;
}

export function isPilot({ code }: Ask): boolean {
  return code === 'C03' || code === 'C04';
}

/** What the two texts of a pair bring to the reading of its asks. */
export interface AskContext {
  readonly carrier: CarrierFacts;
  readonly purpose: Purpose;
  readonly reading: ResultReading;
  readonly phrases: CarrierPhrases;
  /** Words of the carrier that the result has too: an offer that holds one is nearer than one that does not. */
  readonly common: readonly string[];
}

const NOTHING: readonly never[] = [];

/** In the order of their codes. */
export function findAsks(context: AskContext): Ask[] {
  const asks: Ask[] = [];
  for (const asked of context.reading.askedFor(context.purpose)) asks.push(findAsk(context, asked));
  return asks;
}

function findAsk({ carrier, reading, phrases, common }: AskContext, { code, name, inWords }: AskedCode): Ask {
  const had = hadAs(carrier.offers.get(code));
  const worded = inWords && (had === 'own' || had === 'partner');
  const offers = worded ? phrases.offers(carrier, code) : null;
  const { asked, offer } = bestPair(inWords ? reading.asksFor(code) : NOTHING, offers, common);
  const offered = offers && offer < offers.size ? offers.wording(offer) : null;
  return {
    code,
    name,
    inWords,
    had,
    asked,
    offered,
    detail: offers && claimBeside(offers, offer),
    clause: had === null ? null : offered ? clauseOf(offered) : offeringClause(carrier, code),
    telling: offers?.telling ?? false,
    agrees:
      asked !== null && offered !== null && agree(asked, offered.phrase) && phrases.isWhole(offered.phrase),
  };
}

/** The first claim that is telling and was not chosen. */
function claimBeside(offers: Offers, chosen: number): Wording | null {
  if (!offers.telling) return null;
  for (let i = 0; i < offers.size; i++)
    if (i !== chosen && offers.clause(i).field.startsWith('capabilities')) return offers.wording(i);
  return null;
}

function hadAs(strength: number | undefined): Ask['had'] {
  if (strength === undefined) return null;
  if (strength === OFFER_STRENGTH.partner) return 'partner';
  return strength === OFFER_STRENGTH.bare ? 'listed' : 'own';
}

/** The two wordings that say most alike, then the offer that holds most common words; the first ones where none do. */
function bestPair(asked: readonly AskWording[], offers: Offers | null, common: readonly string[]) {
  const best: { asked: AskWording | null; offer: number } = { asked: asked[0] ?? null, offer: 0 };
  // what is said in one way on both sides needs no choice
  if (!offers || (asked.length <= 1 && offers.size <= 1)) return best;
  let most = 0;
  for (let offer = 0; offer < offers.size; offer++) {
    const { quote } = offers.clause(offer);
    const [start, end] = [offers.start(offer), offers.end(offer)];
    const known = offers.size === 1 ? 0 : shareIn(quote, start, end, common);
    for (let i = 0; i < Math.max(1, asked.length); i++) {
      const ask = asked[i] ?? null;
      if (ask && known + unitsIn(ask) <= most) continue;
      const alike = known + (ask ? likeness(ask, quote, start, end) : 0);
      if (alike > most) {
        most = alike;
        best.asked = ask;
        best.offer = offer;
      }
    }
  }
  return best;
}

/** How many of the common words a stretch of a text holds, as a number below 1: among offers that answer alike it decides. */
function shareIn(text: string, start: number, end: number, common: readonly string[]): number {
  let known = 0;
  for (const word of common) {
    const at = text.indexOf(word, start);
    if (at >= 0 && at + word.length <= end) known++;
  }
  return known / (common.length + 1);
}

/** The clauses of both sides; what is asked is quoted also where nobody has it. */
export function askEvidence(asks: readonly Ask[]): Evidence[] {
  const quotes: Evidence[] = [];
  for (const { code, asked, clause, detail } of asks) {
    const about = code.startsWith(CONDITION) ? code.slice(CONDITION.length) : code;
    if (asked) quotes.push(quoteAbout('result', about, clauseOf(asked)));
    if (clause) quotes.push(quoteAbout('carrier', about, clause));
    if (detail && !holds(clause, detail.phrase)) quotes.push(quoteAbout('carrier', about, clauseOf(detail)));
  }
  return quotes;
}

function holds(clause: Span | null, { field, start, end }: Span): boolean {
  return clause !== null && clause.field === field && clause.start <= start && clause.end >= end;
}

/** The clause, or the phrase itself where it reaches beyond. */
function clauseOf({ phrase, span }: Wording): Span {
  return phrase.start >= span.start && phrase.end <= span.end ? span : phrase;
}
