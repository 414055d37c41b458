/** Whether "does anybody fit?" is answered as people answer it: somebody is recommended where somebody fits, nobody where nobody does. Pure. */
import type { Verdict } from '../domain/match.ts';
import type { Judgements } from './evaluate-ranking.ts';

export interface AnswerEvaluation {
  readonly results: number;
  readonly right: number;
  /** Results for which people found somebody: to how many somebody is recommended. */
  readonly somebody: { readonly results: number; readonly right: number };
  /** Results for which people found nobody: to how many nobody is recommended. */
  readonly nobody: { readonly results: number; readonly right: number };
  /** Ids of results that are answered wrongly, in code-unit order. */
  readonly wrong: { readonly missed: readonly string[]; readonly invented: readonly string[] };
}

/** A pair without a judgement is no fit: the judgements must be complete. */
export function evaluateAnswers(
  resultIds: readonly string[],
  verdicts: (resultId: string) => readonly Verdict[],
  { grades }: Judgements,
  relevant: number,
): AnswerEvaluation {
  const rows = [...resultIds].sort().map((id) => ({
    id,
    fits: [...(grades.get(id)?.values() ?? [])].some((grade) => grade >= relevant),
    recommended: verdicts(id).includes('recommended'),
  }));
  const tally = (fits: boolean) => {
    const own = rows.filter((row) => row.fits === fits);
    return { results: own.length, right: own.filter((row) => row.recommended === fits).length };
  };
  const [somebody, nobody] = [tally(true), tally(false)];
  return {
    results: rows.length,
    right: somebody.right + nobody.right,
    somebody,
    nobody,
    wrong: {
      missed: rows.filter((row) => row.fits && !row.recommended).map(({ id }) => id),
      invented: rows.filter((row) => !row.fits && row.recommended).map(({ id }) => id),
    },
  };
}
