/** Where a quote comes from, in Chinese with English beside it. */
import type { Bilingual, Evidence } from './match.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

const SIDES = { result: both('成果', 'result'), carrier: both('载体', 'carrier') } as const;

const FIELDS: Readonly<Record<string, Bilingual>> = {
  title: both('成果名称', 'title'),
  abstract: both('成果简介', 'abstract'),
  advance: both('先进性', 'advance'),
  application: both('应用', 'application'),
  problem: both('解决的问题', 'problem solved'),
  needs: both('转化需求', 'needs'),
  keywords: both('关键词', 'keywords'),
  regulatory: both('准入', 'approvals'),
  environment: both('环境影响', 'environment'),
  stage: both('阶段', 'stage'),
  university: both('完成单位', 'university'),
  ip: both('知识产权', 'IP'),
  name: both('载体名称', 'name'),
  description: both('载体简介', 'description'),
  capabilities: both('服务能力', 'capability'),
  portfolio: both('孵化案例', 'past project'),
  limits: both('限制条件', 'limits'),
};

/** `载体·限制条件 carrier limits`; of `portfolio[2].title` it is 孵化案例 3. */
export function quoteSource({ side, field }: Pick<Evidence, 'side' | 'field'>): string {
  const { zh, en } = fieldName(field);
  return `${SIDES[side].zh}·${zh} ${SIDES[side].en} ${en}`;
}

function fieldName(path: string): Bilingual {
  const found = /^(\w+)(?:\[(\d+)\])?/u.exec(path);
  const name = FIELDS[found?.[1] ?? ''] ?? both(path, path);
  if (found?.[2] === undefined) return name;
  const number = Number(found[2]) + 1;
  return both(`${name.zh} ${number}`, `${name.en} ${number}`);
}
