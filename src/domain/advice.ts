/** What the report says of one placement beyond its score: what to do with it, what to beware of, who acts next. */
import type { Placement } from './assignment.ts';
import type { Bilingual } from './match.ts';
import type { Purpose } from './purpose.ts';
import type { CarrierKind, CarrierLevel, CarrierStatus, TransferMode } from './reading/enumerations.ts';

/** The words of a record that a sentence rests on; `field` as in evidence, `ip[0]` and `status` included. */
export interface Ground {
  readonly side: 'result' | 'carrier';
  readonly field: string;
  readonly quote: string;
}

/** One way of conversion against what it needs. */
export interface WayAdvice {
  readonly way: TransferMode;
  /** Whether the result itself names it. */
  readonly stated: boolean;
  /** Of what it needs: what is there, what is not, what nobody has said. */
  readonly met: readonly Bilingual[];
  readonly unmet: readonly Bilingual[];
  readonly open: readonly Bilingual[];
}

export interface TransferAdvice {
  /** Null where nothing can be advised before what is missing is known. */
  readonly way: TransferMode | null;
  readonly contract: ContractKind | null;
  readonly why: Bilingual;
  /** All ways that were weighed, the advised one first. */
  readonly weighed: readonly WayAdvice[];
}

/** Kinds of technology contracts as they are registered (技术合同认定登记). */
export const CONTRACT_KINDS = ['development', 'assignment', 'licence', 'consulting', 'service'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** Who does the other half: of a transfer the pilot partner, of a pilot the one who takes the result. */
export interface PartnerAdvice {
  /** The half that is spoken of. */
  readonly purpose: Purpose;
  readonly kind: 'same_carrier' | 'other_carrier' | 'full' | 'none' | 'not_needed' | 'not_asked';
  readonly carrierId: string | null;
  readonly affinity: number | null;
  /** Codes of capabilities that the result asks for in words and no near carrier has. */
  readonly missing: readonly string[];
  readonly why: Bilingual;
}

/** `stop`: settle it before anything else; `check`: verify before signing; `note`: know it. */
export const RISK_WEIGHTS = ['stop', 'check', 'note'] as const;
export interface Risk {
  readonly code: string;
  readonly weight: (typeof RISK_WEIGHTS)[number];
  readonly why: Bilingual;
  readonly grounds: readonly Ground[];
}

export interface NextStep {
  readonly code: string;
  readonly actor: Bilingual;
  readonly what: Bilingual;
  /** Due this many days after the date of the report. */
  readonly days: number;
  /** What the step itself takes at least, in days: e.g. a publicity. */
  readonly leastDays: number | null;
  /** Usual practice, no rule that was read in a text: `一般`. */
  readonly customary: boolean;
}

export interface Contribution {
  /** Code of a target of the profile. */
  readonly target: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly amount: number;
  /** From when on it may be counted. */
  readonly when: Bilingual;
}

export interface Advice {
  readonly transfer: TransferAdvice;
  readonly partner: PartnerAdvice;
  /** The park (成果建园) that the result would belong to; null where none is proposed. */
  readonly park: Bilingual | null;
  readonly risks: readonly Risk[];
  readonly steps: readonly NextStep[];
  readonly contributions: readonly Contribution[];
  /** What the contributions come to, in a sentence: also that there are none. */
  readonly contribution: Bilingual;
}

export interface IpSummary {
  readonly text: string;
  readonly kind: string;
  readonly status: string | null;
}

/** A placement with all that its sheet in the report shows beside the match itself. */
export interface PlacementSheet extends Placement {
  readonly result: {
    /** 完成单位 and owner as far as the record says. */
    readonly owner: string | null;
    readonly stage: string | null;
    readonly ip: readonly IpSummary[];
    readonly transferModes: readonly TransferMode[];
    readonly secrecy: 'public' | null;
  };
  readonly carrier: {
    readonly name: string;
    readonly kind: CarrierKind | null;
    readonly level: CarrierLevel | null;
    readonly status: CarrierStatus | null;
    readonly operator: string | null;
    readonly trlMin: number | null;
    readonly trlMax: number | null;
  };
  /** Other recommended carriers of the same result and purpose, best first. */
  readonly alternates: readonly {
    readonly carrierId: string;
    readonly affinity: number;
  }[];
  readonly advice: Advice;
}
