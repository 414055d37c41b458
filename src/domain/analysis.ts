/** What the text room and the classifier read out of one record. Plain data: stored, shown, compared. */

/** A quoted stretch of a record's text: `quote === text(field).slice(start, end)` (UTF-16 code units). */
export interface Span {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** How a sentence speaks of a thing: 寻求, 已完成, 提供, 不接受 … or merely names it. */
export const MODALITIES = ['asked', 'done', 'offered', 'denied', 'mentioned'] as const;
export type Modality = (typeof MODALITIES)[number];

export interface CapabilityMention {
  readonly code: string;
  readonly modality: Modality;
  /** Who provides it, where the text says; a partner's capability is not the carrier's own. */
  readonly provider?: 'own' | 'partner' | undefined;
  /** True where only a declared field says it, with no words of evidence behind it. */
  readonly bare?: boolean | undefined;
  readonly span: Span;
}

export interface SectorWeight {
  readonly code: string;
  /** Share of the distribution, 0–1; all weights of a record sum to 1 (or there are none). */
  readonly weight: number;
}

export interface SectorReading {
  readonly weights: readonly SectorWeight[];
  /** 0–1: how often the first sector of such a reading is the right one; 0 where nothing was found. */
  readonly confidence: number;
  /** 0–1: how much evidence there is; how far the whole distribution counts when two records are compared. */
  readonly strength: number;
  /** `declared`: the record names them; `inferred`: read from the words; `both`; `none`. */
  readonly source: 'declared' | 'inferred' | 'both' | 'none';
  /** A field outside the profile's sectors that fits better, e.g. agriculture. */
  readonly outside?:
    | { readonly code: string; readonly weight: number; readonly flag?: string | undefined }
    | undefined;
  readonly evidence: readonly (Span & { readonly code: string })[];
}

/** Technology readiness 1–9 with its source; an inferred level is never shown as declared. */
export interface TrlReading {
  readonly low: number;
  readonly high: number;
  readonly source: 'declared' | 'stage' | 'inferred';
  /** 0–1. */
  readonly confidence: number;
  readonly evidence?: Span | undefined;
}

/** `6`, `5–6`. */
export function levelRange({ low, high }: Pick<TrlReading, 'low' | 'high'>): string {
  return low === high ? `${low}` : `${low}–${high}`;
}

export const NATURES = ['soft_science', 'review'] as const;

/** The title says that this is no transferable result but a study about something, or a review of others' work. */
export interface NatureReading {
  readonly code: (typeof NATURES)[number];
  readonly evidence: Span;
}

/** A hard condition of the profile (GMP, hazardous reaction, dry room …) and how the text speaks of it. */
export interface ConditionMention {
  readonly code: string;
  readonly role: 'needed' | 'met' | 'refused';
  readonly span: Span;
}

/** A subject that a carrier turns away: 液流电池不接, 没有发酵罐. */
export interface Refusal {
  /** Index terms; a text is about it where all of them stand in it. */
  readonly terms: readonly string[];
  /** The subject as the carrier writes it; not in the clause where that speaks of the one before (农机、微型车，一概不接). */
  readonly subject: string;
  /** The clause that says so. */
  readonly span: Span;
  /** It is of waste (电镀废水), or of the whole of a thing and not of its parts (无人机整机). */
  readonly of?: 'waste' | 'whole' | undefined;
}

/** Terms of things that a result names and that it is not about. */
export interface NamedAside {
  /** It is without them (无瓦斯段). */
  readonly without: readonly string[];
  /** Its title names only their waste (电镀废水). */
  readonly wasteOf: readonly string[];
  /** Its title and needs name only what belongs to them (无人机电机). */
  readonly partOf: readonly string[];
}

/** A quantity that the text asks for or offers, e.g. 1500 ㎡ of plant or 200 L. */
export interface QuantityMention {
  readonly kind: 'area_m2' | 'money_wan' | 'volume_l' | 'mass_kg' | 'units';
  readonly modality: Modality;
  readonly low: number;
  readonly high: number;
  readonly span: Span;
}

/** Between two terms of a field. */
export const TERM_BREAK = '\n';

/** Term counts of one field: what the index is built from, so that nothing is segmented twice. */
export interface FieldTerms {
  readonly path: string;
  /**
   * Each once, with a TERM_BREAK between two. One string: an index reads terms by the million, and strings of their own
   * lie all over the memory.
   */
  readonly terms: string;
  /** How often each stands there, in the same order. */
  readonly counts: readonly number[];
  /** Where each term first stands: so that a match quotes it without reading the text again. Not of texts to learn from. */
  readonly places?: TermPlaces | undefined;
}

export interface TermPlaces {
  /** Paths of the texts that the field is made of. */
  readonly sources: readonly string[];
  /** Three numbers a term: the number of its source, start and end in that text. */
  readonly at: readonly number[];
}

/** Of terms in the order in which they came. */
export function countedTerms(counts: ReadonlyMap<string, number>): Pick<FieldTerms, 'terms' | 'counts'> {
  return { terms: [...counts.keys()].join(TERM_BREAK), counts: [...counts.values()] };
}

export function termsOf({ terms, counts }: Pick<FieldTerms, 'terms' | 'counts'>): string[] {
  return counts.length === 0 ? [] : terms.split(TERM_BREAK);
}

/** The language that most of a record is written in. */
export type Language = 'han' | 'latin';

export interface Analysis {
  readonly kind: 'result' | 'carrier';
  readonly language: Language;
  /** Name and version of the analyser and of the profile that it read with. */
  readonly analyser: string;
  readonly sectors: SectorReading;
  readonly capabilities: readonly CapabilityMention[];
  readonly conditions: readonly ConditionMention[];
  /** Of a carrier; absent where it turns nothing away. */
  readonly refusals?: readonly Refusal[] | undefined;
  /** Of a result; absent where it names nothing so. */
  readonly aside?: NamedAside | undefined;
  readonly quantities: readonly QuantityMention[];
  readonly trl: TrlReading | null;
  readonly nature: NatureReading | null;
  /** Where the Chinese words of its texts end (`text/word-ends.ts`), so that quoting segments no text; absent where there are none. */
  readonly wordEnds?: string | undefined;
  readonly terms: readonly FieldTerms[];
}
