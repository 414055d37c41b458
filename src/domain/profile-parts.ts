/** What several parts of a profile are made of. */
import { z } from 'zod';

export const BilingualSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });

export const Words = z.array(z.string().min(1));
export const BilingualWords = z.object({ zh: Words, en: Words });

/** One that finds the empty text would be found everywhere. */
const Pattern = z.string().refine((source) => {
  try {
    return !new RegExp(source, 'gu').test('');
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}, '正则表达式，不匹配空文字 · a regular expression that does not match the empty text');
export const BilingualPatterns = z.object({ zh: z.array(Pattern), en: z.array(Pattern) });

export const CapabilityCodeSchema = z.string().regex(/^C\d{2}$/u, 'C 加两位数字 · C and two digits');

export const SmallCodeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/u, '小写字母、数字和 _，字母开头 · small letters, digits and _, a letter first');
