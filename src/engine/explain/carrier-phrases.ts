/** How carriers word what they offer, cut into phrases once for all results that they are explained to. */
import type { CapabilityMention, Span } from '../../domain/analysis.ts';
import { foldWord } from '../../text/fold.ts';
import type { Knowledge } from '../knowledge.ts';
import type { CarrierFacts } from '../score/facts.ts';
import type { Phrase, PhraseCutter } from './phrases.ts';
import { CONDITION } from './result-reading.ts';
import { type Wording, wordingOf } from './wording.ts';

/** Clauses that are read for one capability; claims and the beginning of the description say it best. */
const MOST_CLAUSES = 3;
const WORDS = /\p{Script=Han}{3}|[a-z]{4}/iu;

export interface OfferWording extends Wording {
  /** Whether it says what is done: not a mere name (`检验检测`), not what the carrier is called, not a number (`10 L`). */
  readonly telling: boolean;
}

export class CarrierPhrases {
  private readonly knowledge: Knowledge;
  private readonly cutter: PhraseCutter;
  private readonly known = new WeakMap<CarrierFacts, Map<string, readonly OfferWording[]>>();

  constructor(knowledge: Knowledge, cutter: PhraseCutter) {
    this.knowledge = knowledge;
    this.cutter = cutter;
  }

  /** The phrases by which a carrier offers a capability or says that it meets a condition, claims first. */
  offers(carrier: CarrierFacts, code: string): readonly OfferWording[] {
    let mine = this.known.get(carrier);
    if (!mine) {
      mine = new Map();
      this.known.set(carrier, mine);
    }
    let wordings = mine.get(code);
    if (!wordings) {
      wordings = this.read(carrier, code);
      mine.set(code, wordings);
    }
    return wordings;
  }

  private read({ analysis, met }: CarrierFacts, code: string): OfferWording[] {
    const condition = code.startsWith(CONDITION) ? met.get(code.slice(CONDITION.length)) : undefined;
    const spans = condition ? [condition.span] : clausesOf(analysis.capabilities, code);
    const wordings: OfferWording[] = [];
    const telling: OfferWording[] = [];
    for (const span of spans) {
      for (const phrase of this.cutter.phrases(span)) {
        const { units } = wordingOf(phrase, span);
        const wording = { phrase, span, units, telling: this.isTelling(phrase) };
        wordings.push(wording);
        if (wording.telling) telling.push(wording);
      }
    }
    return telling.length > 0 ? telling : wordings;
  }

  private isTelling({ field, quote }: Phrase): boolean {
    return field !== 'name' && WORDS.test(quote) && !this.knowledge.capabilityNames.has(foldWord(quote));
  }
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

/** Where a capability is first offered with words for it; a clause of a claim that is quoted as a whole says nothing new. */
function clausesOf(mentions: readonly CapabilityMention[], code: string): Span[] {
  const clauses: Span[] = [];
  for (let i = 0; i < mentions.length && clauses.length < MOST_CLAUSES; i++) {
    const { code: offered, modality, bare, span } = mentions[i]!;
    if (offered !== code || modality !== 'offered' || bare || span.field.endsWith('.code')) continue;
    if (!clauses.some((other) => holds(other, span))) clauses.push(span);
  }
  return clauses;
}
