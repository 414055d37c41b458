/** Words for what matches are made of. */
import type { Verdict } from '../../domain/match.ts';
import { PURPOSE_NAMES, type Purpose } from '../../domain/purpose.ts';
import { terminal } from './terminal.ts';

const VERDICT_NAMES: Record<Verdict, string> = { recommended: '推荐', possible: '可考虑', unfit: '不适合' };

export function verdictName(verdict: Verdict): string {
  const { green, yellow, dim } = terminal.colours;
  const colour = { recommended: green, possible: yellow, unfit: dim }[verdict];
  return colour(VERDICT_NAMES[verdict]);
}

export function purposeName(purpose: Purpose): string {
  const { zh, en } = PURPOSE_NAMES[purpose];
  return `${zh} ${en}`;
}

const COMPONENT_NAMES: Record<string, string> = {
  subject: '主题相关',
  record: '孵化业绩',
  semantics: '语义相近',
  needs: '需求对应',
  sector: '领域相符',
  capability: '能力匹配',
  stage: '阶段相符',
};

/** A component that the engine has learnt since is shown by its code. */
export function componentName(name: string): string {
  const zh = COMPONENT_NAMES[name];
  return zh === undefined ? name : `${zh} ${name}`;
}

/** `0.734`: three digits, as in reports. */
export function score(value: number | null): string {
  return value === null ? '—' : value.toFixed(3);
}
