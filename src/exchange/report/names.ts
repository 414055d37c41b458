/** Words for the codes of a report, Chinese first. */
import { type LimitCheck, VERDICT_NAMES, type Verdict } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';

export interface Names {
  sector(code: string): string;
  capability(code: string): string;
  /** What a quote stands for: a sector, capability or condition by its name, else the word itself. */
  about(code: string): string;
}

export function namesOf(profile: Profile): Names {
  const sectors = new Map([...profile.outside, ...profile.sectors].map(({ code, zh }) => [code, zh]));
  const capabilities = new Map(profile.capabilities.map(({ code, zh }) => [code, zh]));
  const conditions = new Map(profile.conditions.map(({ code, zh }) => [code, zh]));
  return {
    sector: (code) => sectors.get(code) ?? code,
    capability: (code) => capabilities.get(code) ?? code,
    about: (code) => sectors.get(code) ?? capabilities.get(code) ?? conditions.get(code) ?? code,
  };
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
