import { z } from 'zod';

/** `transfer`: who should take, license or incubate a result; `pilot`: who can carry it through pilot production. */
export const PURPOSES = ['transfer', 'pilot'] as const;
export const PurposeSchema = z.enum(PURPOSES);
export type Purpose = z.infer<typeof PurposeSchema>;

export const PURPOSE_NAMES: Record<Purpose, { zh: string; en: string }> = {
  transfer: { zh: '转化承接', en: 'transfer' },
  pilot: { zh: '中试合作', en: 'pilot production' },
};

/** Trial production and its bench-scale fore-runner. */
export const PILOT_CAPABILITIES = ['C04', 'C03'] as const;

/** Bench or pilot: asked of a pilot partner, not of whoever takes the result. */
export function isPilotCapability(code: string): boolean {
  return PILOT_CAPABILITIES.some((pilot) => pilot === code);
}
