import { z } from 'zod';
import { ifStated, optionalText } from './free-text.ts';

/** `1.38E+10` and `13800000000.0`: phone numbers that a spreadsheet kept as floats. */
function phone(value: unknown): unknown {
  const text = String(value).trim();
  return /^\d+(?:\.\d+)?e\+?\d+$/iu.test(text) || /^\d+\.0+$/u.test(text) ? Number(text).toFixed(0) : text;
}

/** Longest texts, in characters. */
export const CONTACT_LENGTHS = { name: 200, phone: 60, email: 200, role: 100 } as const;

/** Who to ask. Personal data: shown to the other side only once both have said yes. */
export const ContactSchema = z
  .union([z.string().transform((name) => ({ name })), z.record(z.string(), z.unknown())])
  .pipe(
    z.object({
      name: optionalText(CONTACT_LENGTHS.name),
      phone: ifStated(z.preprocess(phone, z.string().max(CONTACT_LENGTHS.phone))),
      email: optionalText(CONTACT_LENGTHS.email),
      role: optionalText(CONTACT_LENGTHS.role),
    }),
  );
export type Contact = z.infer<typeof ContactSchema>;
