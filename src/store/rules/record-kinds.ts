/** What differs between the two kinds of records; every adapter treats them alike otherwise. */
import type { Carrier, CarrierDraft } from '../../domain/carrier.ts';
import { carrierIdentity, resultIdentity } from '../../domain/identity.ts';
import type { RecordKind } from '../../domain/import-report.ts';
import type { ResearchResult, ResearchResultDraft } from '../../domain/research-result.ts';

export interface RecordTraits<T extends { id: string }, Draft> {
  readonly kind: RecordKind;
  /** First letter of the ids that the store gives. */
  readonly idPrefix: string;
  identity(draft: Draft): string;
  /** Title or name, by which people search. */
  heading(draft: Draft): string;
  withId(draft: Draft, id: string): T;
  /** The one place where a stored row becomes a record: it was checked when it was saved. */
  parse(content: string): T;
}

export const RESULTS: RecordTraits<ResearchResult, ResearchResultDraft> = {
  kind: 'results',
  idPrefix: 'R',
  identity: resultIdentity,
  heading: (draft) => draft.title,
  withId: (draft, id) => ({ ...draft, id }),
  parse: (content) => JSON.parse(content) as ResearchResult,
};

export const CARRIERS: RecordTraits<Carrier, CarrierDraft> = {
  kind: 'carriers',
  idPrefix: 'C',
  identity: carrierIdentity,
  heading: (draft) => draft.name,
  withId: (draft, id) => ({ ...draft, id }),
  parse: (content) => JSON.parse(content) as Carrier,
};
