/** What several parts of a profile are made of. */
import { z } from 'zod';
import { patternOf } from './phrase-pattern.ts';

export const BilingualSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });

export const Words = z.array(z.string().min(1));
export const BilingualWords = z.object({ zh: Words, en: Words });

/** What is looked for in texts: words, or a pattern between slashes. */
export const Phrase = z
  .string()
  .min(1)
  .refine(
    (phrase) => compiled(() => patternOf(phrase)) !== null,
    '两斜杠之间为正则表达式 · a regular expression between the slashes',
  );
export const BilingualPhrases = z.object({ zh: z.array(Phrase), en: z.array(Phrase) });

/** One that finds the empty text would be found everywhere. */
const Pattern = z
  .string()
  .refine(
    (source) => compiled(() => new RegExp(source, 'gu'))?.test('') === false,
    '正则表达式，不匹配空文字 · a regular expression that does not match the empty text',
  );
export const BilingualPatterns = z.object({ zh: z.array(Pattern), en: z.array(Pattern) });

export const CapabilityCodeSchema = z.string().regex(/^C\d{2}$/u, 'C 加两位数字 · C and two digits');

export const SmallCodeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/u, '小写字母、数字和 _，字母开头 · small letters, digits and _, a letter first');

/** Null where it is no regular expression. */
function compiled<T>(compile: () => T): T | null {
  try {
    return compile();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
