/** What a corpus model says of itself: what it was learnt from, and by whose reading. */
import { z } from 'zod';

/** A file of background texts: texts that are in no record, and tell what words mean. */
const BackgroundSourceSchema = z.object({ name: z.string(), texts: z.number().int().min(0) });
export type BackgroundSource = z.infer<typeof BackgroundSourceSchema>;

export const ModelDescriptionSchema = z.object({
  /** Over all that was learnt; sixteen digits. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/u),
  /** Name and version of the reading of texts. */
  analyser: z.string(),
  /** Results and carriers that it was learnt from. */
  records: z.number().int().min(0),
  /** Background texts that it was learnt from. */
  background: z.array(BackgroundSourceSchema),
  /** Background texts of the model before that were read by another analyser: they must be given again. */
  lost: z.array(BackgroundSourceSchema),
});
export type ModelDescription = z.infer<typeof ModelDescriptionSchema>;

export function textsIn(sources: readonly BackgroundSource[]): number {
  return sources.reduce((sum, { texts }) => sum + texts, 0);
}

const Length = z.number().int().min(0);
const ByLanguage = z.object({ han: Length, latin: Length });

/** The head of a model file. */
export const ModelFileHeaderSchema = z.object({
  model: ModelDescriptionSchema,
  /** Records and background texts by language. */
  documents: ByLanguage,
  words: z.object({ dimensions: Length, trust: z.number().min(0).max(1) }).nullable(),
  /** Background texts by language. */
  background: ByLanguage.nullable(),
});
export type ModelFileHeader = z.infer<typeof ModelFileHeaderSchema>;
