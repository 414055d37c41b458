/** Words for the codes of a report, Chinese first. */
import { type Evidence, type LimitCheck, VERDICT_NAMES, type Verdict } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';

export interface Names {
  sector(code: string): string;
  capability(code: string): string;
  /**
   * What a quote stands for: a sector, capability or condition by its name in both languages, else the word itself; null
   * where the quote says it.
   */
  about(evidence: Pick<Evidence, 'about' | 'quote'>): string | null;
}

export function namesOf(profile: Profile): Names {
  const sectors = new Map([...profile.outside, ...profile.sectors].map(({ code, zh }) => [code, zh]));
  const capabilities = new Map(profile.capabilities.map(({ code, zh }) => [code, zh]));
  const both = new Map(
    [...profile.conditions, ...profile.capabilities, ...profile.outside, ...profile.sectors].map(
      ({ code, zh, en }) => [code, `${zh} ${en}`],
    ),
  );
  return {
    sector: (code) => sectors.get(code) ?? code,
    capability: (code) => capabilities.get(code) ?? code,
    about: ({ about, quote }) =>
      about === undefined ? null : (both.get(about) ?? (saysSo(quote, about) ? null : about)),
  };
}

function saysSo(quote: string, about: string): boolean {
  return quote.toLowerCase().includes(about.toLowerCase());
}

export function verdictName(verdict: Verdict): string {
  const { zh, en } = VERDICT_NAMES[verdict];
  return `${zh} ${en}`;
}

export const OUTCOME_NAMES: Record<LimitCheck['outcome'], string> = {
  passed: '通过 passed',
  failed: '未通过 failed',
  unknown: '信息不全 unknown',
};
