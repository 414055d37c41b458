/** What a kind of record must satisfy, and when two are the same one. */

import type { z } from 'zod';
import { type CarrierDraft, CarrierSchema } from '../../domain/carrier.ts';
import { carrierIdentity, resultIdentity } from '../../domain/identity.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import { type ResearchResultDraft, ResearchResultSchema } from '../../domain/research-result.ts';

export interface DraftOf {
  readonly results: ResearchResultDraft;
  readonly carriers: CarrierDraft;
}

export interface RecordForm<Draft> {
  readonly kind: RecordKind;
  readonly parse: (input: unknown) => z.ZodSafeParseResult<Draft>;
  /** By an id of its own, else by what a person would compare. */
  readonly identity: (draft: Draft) => string;
  /** Fields of which a record should have one: without any it is taken, with a warning. */
  readonly wanted: readonly (keyof Draft & string)[];
}

export const RECORD_FORMS: { readonly [Kind in RecordKind]: RecordForm<DraftOf[Kind]> } = {
  results: {
    kind: 'results',
    parse: (input) => ResearchResultSchema.safeParse(input, { reportInput: true }),
    identity: (draft) => (draft.id === undefined ? resultIdentity(draft) : `id|${draft.id}`),
    wanted: [],
  },
  carriers: {
    kind: 'carriers',
    parse: (input) => CarrierSchema.safeParse(input, { reportInput: true }),
    identity: (draft) => (draft.id === undefined ? carrierIdentity(draft) : `id|${draft.id}`),
    wanted: ['description', 'portfolio'],
  },
};
