/** What several parts of a profile are made of. */
import { z } from 'zod';

export const BilingualSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });

const Pattern = z.string().refine((source) => {
  try {
    return new RegExp(source, 'gu') !== null;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}, 'a regular expression');
export const BilingualPatterns = z.object({ zh: z.array(Pattern), en: z.array(Pattern) });

export const CapabilityCodeSchema = z.string().regex(/^C\d{2}$/u);
