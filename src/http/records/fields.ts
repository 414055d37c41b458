/** Fields that both kinds of records answer with. */
import { z } from 'zod';
import type { Contact } from '../../domain/contact.ts';
import type { Caller } from '../security/caller.ts';

/** null is unknown: never zero, never an empty text. */
export const unknownText = () => z.string().nullable();
export const unknownNumber = () => z.number().nullable();
export const unknownTexts = () => z.array(z.string()).nullable();

export const ContactSchema = z
  .object({ name: unknownText(), phone: unknownText(), email: unknownText(), role: unknownText() })
  .meta({ id: 'Contact', description: '联系人 · A person to ask; only shown to a caller with the API key' });

/** Personal data: nobody without the key is told even that there is a contact. */
export function presentContact(
  contact: Contact | undefined,
  { trusted }: Caller,
): z.infer<typeof ContactSchema> | null {
  if (!trusted || contact === undefined) return null;
  const { name, phone, email, role } = contact;
  return { name: name ?? null, phone: phone ?? null, email: email ?? null, role: role ?? null };
}

/** Remarks hold whatever columns of a spreadsheet were not recognised: phone numbers, too. */
export function presentRemarks(remarks: string | undefined, { trusted }: Caller): string | null {
  return trusted ? (remarks ?? null) : null;
}

/** A record as the use cases hand it over. */
export interface StoredRecord<T> {
  readonly record: T;
  readonly hash: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const STORED_FIELDS = {
  hash: z.string().meta({ description: '内容的 sha256 · sha256 of the content' }),
  createdAt: z.string().meta({ description: 'ISO 8601, UTC' }),
  updatedAt: z.string().meta({ description: 'ISO 8601, UTC' }),
};

export const RecordParams = z.object({
  id: z.string().meta({ description: '记录编号 · Id of the record', example: 'R2026-017' }),
});

export const SEARCH_QUERY = {
  search: z
    .string()
    .max(200)
    .optional()
    .meta({ description: '名称中包含的文字 · Words that occur in the title or name' }),
};
