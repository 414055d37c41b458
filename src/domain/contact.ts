import { z } from 'zod';
import { ifStated, optionalText } from './free-text.ts';

/** `1.38E+10` and `13800000000.0`: phone numbers that a spreadsheet kept as floats. */
function phone(value: unknown): unknown {
  const text = String(value).trim();
  return /^\d+(?:\.\d+)?e\+?\d+$/iu.test(text) || /^\d+\.0+$/u.test(text) ? Number(text).toFixed(0) : text;
}

/** Who to ask. Personal data: shown to the other side only once both have said yes. */
export const ContactSchema = z
  .union([z.string().transform((name) => ({ name })), z.record(z.string(), z.unknown())])
  .pipe(
    z.object({
      name: optionalText(200),
      phone: ifStated(z.preprocess(phone, z.string().max(60))),
      email: optionalText(200),
      role: optionalText(100),
    }),
  );
export type Contact = z.infer<typeof ContactSchema>;
