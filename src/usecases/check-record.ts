/** The door: what may become a record. Whatever is not public is refused before anything of it is kept. */
import type { z } from 'zod';
import { type CarrierDraft, CarrierSchema } from '../domain/carrier.ts';
import { DomainError, type Finding } from '../domain/errors.ts';
import { saysErrors } from '../domain/explain-issues.ts';
import type { RecordKind } from '../domain/import-report.ts';
import { isPublic } from '../domain/reading/enumerations.ts';
import { type ResearchResultDraft, ResearchResultSchema } from '../domain/research-result.ts';
import { explainUnknownKeys, unknownKeys } from '../domain/unknown-keys.ts';
import { type DraftOf, explainRecord, withWarnings } from '../exchange/index.ts';

export interface CheckedRecord<Draft> {
  readonly draft: Draft;
  /** What to look at, though it is taken. */
  readonly warnings: readonly Finding[];
}

/** Throws `result.not_public` (its text appears nowhere in the error) or `record.invalid` with findings. */
export function checkResult(input: unknown): CheckedRecord<ResearchResultDraft> {
  refuseDeclaredSecret(input);
  const checked = check('results', ResearchResultSchema, input);
  if (holdsDefencePatent(checked.draft)) throw notPublic();
  return checked;
}

/** Throws `record.invalid` with findings. */
export function checkCarrier(input: unknown): CheckedRecord<CarrierDraft> {
  return check('carriers', CarrierSchema, input);
}

/** A national-defence patent is classified by law, whatever the record declares. */
export function holdsDefencePatent(result: ResearchResultDraft): boolean {
  return (result.ip ?? []).some((right) => right.kind === 'defence_patent');
}

/** Looked at before the schema, so that no other finding can quote a text that must not be kept. */
function refuseDeclaredSecret(input: unknown): void {
  const secrecy: unknown =
    typeof input === 'object' && input !== null ? Reflect.get(input, 'secrecy') : undefined;
  if (typeof secrecy === 'string' && !isPublic(secrecy)) throw notPublic();
}

function notPublic(): DomainError {
  return new DomainError(
    'result.not_public',
    '涉密成果不在此登记，内容未保存 · A result that is not public is not registered here; nothing of it was kept',
  );
}

/** Names that no field has are refused: a misspelt one would be lost in silence, and so would a declaration of secrecy. */
function check<Kind extends RecordKind>(
  kind: Kind,
  schema: z.ZodType<DraftOf[Kind]>,
  input: unknown,
): CheckedRecord<DraftOf[Kind]> {
  const parsed = schema.safeParse(input, { reportInput: true });
  const unknown = explainUnknownKeys(unknownKeys(schema, input));
  if (parsed.success && unknown.length === 0) return withWarnings(kind, input, parsed.data);
  const wrong = explainRecord(kind, input, parsed.error?.issues ?? []);
  const findings = unknown.length === 0 ? wrong : [...unknown, ...wrong.map(withoutQuote)];
  throw new DomainError('record.invalid', saysErrors(findings.length), findings);
}

/** What a name that is not known declares may be secrecy: nothing else of the record is quoted then. */
function withoutQuote(finding: Finding): Finding {
  return { ...finding, found: '（不引用 not quoted）' };
}
