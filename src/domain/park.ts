/** A proposed park (成果建园): which results belong together, where, why, and what is missing. Plain data. */
import type { Span } from './analysis.ts';
import type { Bilingual } from './match.ts';

/** 成果孵化园, 产业基地, 中试平台: what university and district may build together. */
export const PARK_FORMS = ['incubation_park', 'industry_base', 'pilot_platform'] as const;
export type ParkForm = (typeof PARK_FORMS)[number];

export const PARK_FORM_NAMES: Readonly<Record<ParkForm, Bilingual>> = {
  incubation_park: { zh: '成果孵化园', en: 'results incubation park' },
  industry_base: { zh: '产业基地', en: 'industry base' },
  pilot_platform: { zh: '中试平台', en: 'pilot-production platform' },
};

/** Stages of the chain, the earliest first. */
export const PARK_STAGES = ['proof', 'bench', 'pilot', 'demonstration', 'production'] as const;
export type ParkStage = (typeof PARK_STAGES)[number];

/** What is done, and which of it is research. */
export const PARK_ACTIVITIES = [
  'research',
  'proof',
  'bench',
  'pilot',
  'incubation',
  'industrialisation',
] as const;
export type ParkActivity = (typeof PARK_ACTIVITIES)[number];

export const PARK_ACTIVITY_NAMES: Readonly<Record<ParkActivity, Bilingual>> = {
  research: { zh: '研发', en: 'research and development' },
  proof: { zh: '概念验证', en: 'proof of concept' },
  bench: { zh: '小试', en: 'bench trial' },
  pilot: { zh: '中试', en: 'pilot production' },
  incubation: { zh: '孵化', en: 'incubation' },
  industrialisation: { zh: '产业化', en: 'industrialisation' },
};

/** Where something is done. `open`: in the district, but no place found yet. */
export interface ParkSite {
  readonly kind: 'university' | 'carrier' | 'open';
  readonly location: 'university' | 'district' | 'unknown' | 'outside';
  readonly carrierId?: string | undefined;
  readonly name: Bilingual;
  readonly city?: string | undefined;
}

export interface SitedActivity {
  readonly activity: ParkActivity;
  readonly site: ParkSite;
  readonly why: Bilingual;
}

export interface ParkTheme {
  /** Named as a suggestion: the parties give the name. */
  readonly name: Bilingual;
  readonly sector: string;
  /** Sub-fields of the sector in the profile's words, the commonest first; none where only words are shared. */
  readonly fields: readonly string[];
  /** Words of the members that speak for the theme. */
  readonly terms: readonly (Bilingual & { readonly results: number })[];
  readonly evidence: readonly (Span & { readonly resultId: string })[];
}

export interface ParkMember {
  readonly resultId: string;
  readonly university: string;
  readonly stage: ParkStage | null;
  /** What it added when it joined, in points; the gains of all members sum to the value. */
  readonly gain: number;
  /** The host where it sits, null where there is none; absent in reports from before a park could have two. */
  readonly hostCarrierId?: string | null | undefined;
  /** With the host where it sits; null where the pair is not among the candidates: counted as 0. */
  readonly hostAffinity: number | null;
  readonly pilotAffinity: number | null;
  readonly why: Bilingual;
}

export interface ParkPlace {
  readonly carrierId: string;
  readonly name: string;
  readonly location: ParkSite['location'];
  /** Members that it can take by slots and area; null where both are unknown. */
  readonly room: number | null;
  /** Members that it takes; this and what it offers are absent in reports from before a park could have two hosts. */
  readonly takes?: number | undefined;
  /** Of what the members ask for, what it offers itself. */
  readonly offers?: readonly (Bilingual & { readonly code: string })[] | undefined;
  /** Of the members that it takes, for its purpose. */
  readonly meanAffinity: number;
}

export interface SharedCapability {
  readonly code: string;
  readonly name: Bilingual;
  /** Members that ask for it. */
  readonly resultIds: readonly string[];
  /** Who in the district offers it by himself; null: nobody. */
  readonly provider: {
    readonly carrierId: string;
    readonly name: string;
    readonly role: 'host' | 'pilot' | 'district';
  } | null;
}

export interface ParkLack extends Bilingual {
  readonly kind: 'capability' | 'condition' | 'stage' | 'space' | 'host' | 'pilot';
  readonly code?: string | undefined;
}

export interface ParkContribution {
  /** Code of the target in the profile. */
  readonly target: string;
  readonly name: Bilingual;
  readonly unit: string;
  /** What can be counted on today; 0 where nothing can. */
  readonly atLeast: number;
  readonly assumption: Bilingual;
}

/** To be agreed between the parties, never invented. */
export interface ParkArrangement {
  readonly planning: ArrangementPoint;
  readonly building: ArrangementPoint;
  readonly management: ArrangementPoint;
  readonly benefitShare: ArrangementPoint;
}

export interface ArrangementPoint {
  readonly name: Bilingual;
  readonly agreed: null;
  readonly note: Bilingual;
}

/** Points by part of the value; they sum to its total. */
export interface ParkValue {
  readonly total: number;
  readonly chain: number;
  readonly host: number;
  readonly pilot: number;
  readonly cohesion: number;
  readonly shared: number;
  /** No choice of members of this theme, host and platform is worth more. */
  readonly bound: number;
  /** Whether the choice is proved to be the best. */
  readonly proven: boolean;
  readonly guarantee: Bilingual;
}

export interface ParkProposal {
  /** Derived from sector and members: the same park, the same id. */
  readonly id: string;
  readonly theme: ParkTheme;
  readonly form: ParkForm;
  readonly formWhy: Bilingual;
  /** Several universities together. */
  readonly joint: boolean;
  readonly universities: readonly { readonly name: string; readonly city: string | null }[];
  /** In the order of joining. */
  readonly members: readonly ParkMember[];
  /** Up to two, the one that takes the most members first. */
  readonly hosts: readonly ParkPlace[];
  readonly pilot: ParkPlace | null;
  readonly shared: readonly SharedCapability[];
  /** 研究院: what stays at the university. */
  readonly institute: readonly SitedActivity[];
  /** 产业园: what happens in the district. */
  readonly park: readonly SitedActivity[];
  readonly missing: readonly ParkLack[];
  readonly contributions: readonly ParkContribution[];
  readonly arrangement: ParkArrangement;
  readonly value: ParkValue;
}

export const NO_PARK_REASONS = ['too_few', 'readiness', 'covered', 'limit'] as const;

/** A theme of which no park was made, and why. */
export interface ConsideredPark {
  readonly universities: readonly string[];
  readonly sector: string;
  readonly fields: readonly string[];
  readonly resultIds: readonly string[];
  readonly reason: (typeof NO_PARK_REASONS)[number];
  readonly why: Bilingual;
}

export interface ParkComposition {
  /** Best first. */
  readonly proposals: readonly ParkProposal[];
  readonly considered: readonly ConsideredPark[];
  /** Results handed in twice by one university: the first id stands for the others. */
  readonly duplicates: readonly { readonly resultId: string; readonly of: string }[];
}
