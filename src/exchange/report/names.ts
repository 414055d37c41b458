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

const FIELDS: Record<string, string> = {
  title: '成果名称',
  abstract: '成果简介',
  advance: '先进性',
  application: '应用',
  problem: '解决的问题',
  needs: '转化需求',
  keywords: '关键词',
  regulatory: '准入',
  environment: '环境影响',
  stage: '阶段',
  university: '完成单位',
  ip: '知识产权',
  name: '载体名称',
  description: '载体简介',
  capabilities: '服务能力',
  portfolio: '孵化案例',
  limits: '限制条件',
};

/** `portfolio[2].title` → 孵化案例 3. */
export function fieldName(path: string): string {
  const found = /^(\w+)(?:\[(\d+)\])?/u.exec(path);
  const name = FIELDS[found?.[1] ?? ''] ?? path;
  return found?.[2] === undefined ? name : `${name} ${Number(found[2]) + 1}`;
}
