/** Words for what matches are made of. */
import { VERDICT_NAMES, type Verdict } from '../../domain/match.ts';
import { PURPOSE_NAMES, type Purpose } from '../../domain/purpose.ts';
import { terminal } from './terminal.ts';

export function verdictName(verdict: Verdict): string {
  const { green, yellow, dim } = terminal.colours;
  const colour = { recommended: green, possible: yellow, unfit: dim }[verdict];
  return colour(VERDICT_NAMES[verdict].zh);
}

export function purposeName(purpose: Purpose): string {
  const { zh, en } = PURPOSE_NAMES[purpose];
  return `${zh} ${en}`;
}

/** `0.734`: three digits, as in reports. */
export function score(value: number | null): string {
  return value === null ? '—' : value.toFixed(3);
}
