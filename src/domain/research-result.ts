/**
 * A research result (科技成果) as a university submits it. Few fields are mandatory; an absent field is
 * unknown, never zero. The names are the public contract of files, command line and API.
 */
import { z } from 'zod';
import { ContactSchema } from './contact.ts';
import { ifStated, moneyWan, named, optionalText, paragraphs, textList } from './free-text.ts';
import {
  isPublic,
  RESULT_CATEGORIES,
  readResultCategory,
  readTransferMode,
  TRANSFER_MODES,
} from './reading/enumerations.ts';
import { IP_KINDS, IP_STATUSES, readIp } from './reading/ip.ts';
import { readTrl, type TrlRange } from './reading/trl.ts';

export const RecordIdSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(
        /^[\p{L}\p{N}._:-]{1,100}$/u,
        '字母、数字和 . _ : -，不超过 100 字 · letters, digits and . _ : - only, at most 100',
      ),
  );

/** A level, a range `{low, high}` or text like `5-6级`; text that names a stage only belongs into `stage`. */
export const TrlSchema = z
  .union([z.number(), z.string(), z.object({ low: z.number(), high: z.number() })])
  .transform((value, context): TrlRange | undefined => {
    if (typeof value === 'object') return value;
    const read = readTrl(String(value));
    if (read) return read;
    if (read === undefined && /^\D*$/u.test(String(value))) return undefined;
    context.addIssue({ code: 'custom', message: '1 到 9，如 6、5-6级 · TRL 1 to 9, e.g. 6 or 5-6' });
    return z.NEVER;
  })
  .pipe(
    z
      .object({ low: z.number().int().min(1).max(9), high: z.number().int().min(1).max(9) })
      .refine((range) => range.low <= range.high, '下限 low 不得高于上限 high · low must not exceed high')
      .optional(),
  );

const IpRightSchema = z.object({
  kind: z.enum(IP_KINDS),
  text: z.string().max(500),
  status: ifStated(z.enum(IP_STATUSES)),
  count: ifStated(z.number().int().min(0)),
  number: ifStated(z.string().max(60)),
});

const IpSchema = z
  .union([z.string(), z.array(z.union([z.string(), IpRightSchema]))])
  .transform((value): z.input<typeof IpRightSchema>[] =>
    (Array.isArray(value) ? value : [value]).flatMap((entry) =>
      typeof entry === 'string' ? readIp(entry) : [entry],
    ),
  )
  .pipe(z.array(IpRightSchema).max(200));

const TransferModesSchema = textList(60, 30)
  .transform((list) => [...new Set(list.map(readTransferMode).filter((mode) => mode !== undefined))])
  .pipe(z.array(z.enum(TRANSFER_MODES)));

const CategorySchema = z.string().transform(readResultCategory).pipe(z.enum(RESULT_CATEGORIES));

const SecrecySchema = z
  .string()
  .refine(isPublic, '公开；其他密级不在此登记 · public: anything else is not registered here')
  .transform(() => 'public' as const);

/** Fields that every result may carry; texts keep their wording, so that a quote can be found in them. */
export const ResearchResultSchema = z.object({
  id: ifStated(RecordIdSchema),
  title: named(500, 1),
  abstract: paragraphs(20_000),
  keywords: ifStated(textList(100, 50)),
  discipline: optionalText(200),
  university: optionalText(300),
  sectors: ifStated(textList(100, 30)),
  needs: paragraphs(10_000),
  trl: ifStated(TrlSchema),
  stage: optionalText(200),
  ip: ifStated(IpSchema),
  transferModes: ifStated(TransferModesSchema),
  category: ifStated(CategorySchema),
  secrecy: ifStated(SecrecySchema),
  contact: ifStated(ContactSchema),
  regNo: optionalText(60),
  department: optionalText(300),
  lead: optionalText(200),
  team: ifStated(textList(100, 100)),
  advance: paragraphs(10_000),
  application: paragraphs(10_000),
  problem: paragraphs(10_000),
  levelClaim: optionalText(200),
  applicationStatus: optionalText(200),
  form: optionalText(200),
  origin: optionalText(200),
  evaluation: optionalText(500),
  period: optionalText(100),
  ipc: ifStated(textList(40, 60)),
  industryCode: optionalText(100),
  priceWan: moneyWan(10_000_000),
  regulatory: paragraphs(5_000),
  environment: paragraphs(5_000),
  remarks: paragraphs(5_000),
});

/** What may be handed in: JSON or the words of a spreadsheet. */
export type ResearchResultInput = z.input<typeof ResearchResultSchema>;
/** What is kept. `id` is absent until the store gives one. */
export type ResearchResultDraft = z.infer<typeof ResearchResultSchema>;
export type ResearchResult = ResearchResultDraft & { id: string };
