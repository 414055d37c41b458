/** When two records are the same thing: by their own id, else by what a person would compare. */
import type { CarrierDraft } from './carrier.ts';
import { plain } from './reading/plain.ts';
import type { ResearchResultDraft } from './research-result.ts';

/** Letters and digits only, folded: spacing, brackets and full-width forms do not make a new record. */
function folded(text: string | undefined): string {
  return plain(text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same result from a 成果汇编, a patent list and a competition list: title and university. */
export function resultIdentity(result: ResearchResultDraft): string {
  return `result|${folded(result.title)}|${folded(result.university)}`;
}

export function carrierIdentity(carrier: CarrierDraft): string {
  return `carrier|${folded(carrier.name)}`;
}
