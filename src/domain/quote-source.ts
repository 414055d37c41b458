/** Where a quote comes from, in Chinese. */
import type { Evidence } from './match.ts';

const SIDES = { result: '成果', carrier: '载体' } as const;

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

/** `载体·限制条件`; `portfolio[2].title` is 孵化案例 3. */
export function quoteSource({ side, field }: Pick<Evidence, 'side' | 'field'>): string {
  return `${SIDES[side]}·${fieldName(field)}`;
}

function fieldName(path: string): string {
  const found = /^(\w+)(?:\[(\d+)\])?/u.exec(path);
  const name = FIELDS[found?.[1] ?? ''] ?? path;
  return found?.[2] === undefined ? name : `${name} ${Number(found[2]) + 1}`;
}
