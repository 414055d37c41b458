/** How carriers word what they offer, cut into phrases once for all results that they are explained to. */
import type { Span } from '../../domain/analysis.ts';
import { eachCarrierText } from '../../domain/record-text.ts';
import { foldWord } from '../../text/fold.ts';
import { type WordEnds, wordEndsAt } from '../../text/word-ends.ts';
import type { Knowledge } from '../knowledge.ts';
import type { CarrierFacts } from '../score/facts.ts';
import { clauseOf, KnownOffers, type OfferCut, type Offers } from './offers.ts';
import type { PhraseCutter } from './phrases.ts';
import { CONDITION } from './result-reading.ts';

/** Clauses that are read for one capability; claims and the beginning of the description say it best. */
const MOST_CLAUSES = 3;
const WORDS = /\p{Script=Han}{3}|[a-z]{4}/iu;

export class CarrierPhrases {
  private readonly knowledge: Knowledge;
  private readonly cutter: PhraseCutter;
  private readonly known = new KnownOffers();

  constructor(knowledge: Knowledge, cutter: PhraseCutter) {
    this.knowledge = knowledge;
    this.cutter = cutter;
  }

  /** The phrases by which a carrier offers a capability or says that it meets a condition, claims first; only those that are telling if there are any. */
  offers(carrier: CarrierFacts, code: string): Offers {
    return this.known.find(carrier, code) ?? this.cut(carrier, code);
  }

  /** Whether a phrase tells of something that the carrier itself has, and of all of it: not 部分项目, not 团队自带车辆. */
  isWhole({ quote }: Pick<Span, 'quote'>): boolean {
    const { brought, partly } = this.knowledge.frames;
    const text = quote.toLowerCase();
    return !brought.test(text) && !partly.test(text);
  }

  private cut(carrier: CarrierFacts, code: string): Offers {
    const cuts: OfferCut[] = [];
    const telling: OfferCut[] = [];
    for (const mention of clausesOf(carrier, code)) {
      const clause = clauseOf(carrier, code, mention);
      const { field, quote } = clause;
      for (const { start, end, before, behind } of this.cutter.parts(clause, wordsOf(carrier, field))) {
        const cut = { mention, start, end, before, behind };
        cuts.push(cut);
        if (field !== 'name' && this.isTelling(quote.slice(start, end))) telling.push(cut);
      }
    }
    const tells = telling.length > 0;
    return this.known.add(carrier, code, tells, tells ? telling : cuts);
  }

  private isTelling(quote: string): boolean {
    return WORDS.test(quote) && !this.knowledge.capabilityNames.has(foldWord(quote));
  }
}

/** The words of one of its texts, where they were noted. */
export function wordsOf({ record, analysis }: CarrierFacts, field: string): WordEnds | null {
  return wordEndsAt(analysis.wordEnds, eachCarrierText(record), field);
}

/** The first clause by which a carrier offers a capability or says that it meets a condition; one that says more than a bare name before all others. */
export function offeringClause({ analysis, met }: CarrierFacts, code: string): Span | null {
  if (code.startsWith(CONDITION)) {
    const condition = met.get(code.slice(CONDITION.length));
    if (condition) return condition.span;
  }
  let first: Span | null = null;
  for (const { code: offered, modality, bare, span } of analysis.capabilities) {
    if (offered !== code || modality !== 'offered') continue;
    if (!bare) return span;
    first ??= span;
  }
  return first;
}

function holds(outer: Span, { field, start, end }: Span): boolean {
  return outer.field === field && outer.start <= start && outer.end >= end;
}

/** Where a capability is first offered with words for it, or a condition met; a clause of a claim that is quoted as a whole says nothing new. */
function clausesOf({ analysis: { capabilities }, met }: CarrierFacts, code: string): number[] {
  if (code.startsWith(CONDITION) && met.has(code.slice(CONDITION.length))) return [0];
  const kept: number[] = [];
  for (let i = 0; i < capabilities.length && kept.length < MOST_CLAUSES; i++) {
    const { code: offered, modality, bare, span } = capabilities[i]!;
    if (offered !== code || modality !== 'offered' || bare || span.field.endsWith('.code')) continue;
    if (!kept.some((other) => holds(capabilities[other]!.span, span))) kept.push(i);
  }
  return kept;
}
