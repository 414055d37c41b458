/** The tables of `jianyuan evaluate`. */
import { PURPOSE_NAMES, type Purpose } from '../../domain/purpose.ts';
import type { Agreement } from '../../usecases/agreement.ts';
import type { AnswerEvaluation } from '../../usecases/evaluate-answers.ts';
import type { CounterfactualEvaluation } from '../../usecases/evaluate-counterfactuals.ts';
import type { Evaluation } from '../../usecases/evaluate-ranking.ts';
import type { ReadingEvaluation } from '../../usecases/evaluate-reading.ts';
import type { QuerySide } from '../../usecases/rank-records.ts';
import { estimatesTable } from './estimates-table.ts';
import { table } from './table.ts';

export interface Evaluations {
  readonly ranking?: Evaluation;
  readonly answers?: AnswerEvaluation;
  readonly reading?: ReadingEvaluation;
  readonly counterfactuals?: CounterfactualEvaluation;
}

export function evaluationText(
  version: string,
  asked: { readonly query: QuerySide; readonly purpose: Purpose },
  { ranking, answers, reading, counterfactuals }: Evaluations,
): string {
  const parts = [
    version,
    ...(ranking ? rankingPart(asked, ranking) : []),
    ...(answers ? answerPart(asked.purpose, answers) : []),
    ...(reading ? readingPart(reading) : []),
    ...(counterfactuals ? counterfactualPart(counterfactuals) : []),
  ];
  return `${parts.join('\n')}\n`;
}

function rankingPart(
  { query, purpose }: { readonly query: QuerySide; readonly purpose: Purpose },
  { queries, ndcg5, ndcg10, mrr, hit5 }: Evaluation,
): string[] {
  return [
    `查询方 query ${query}，用途 purpose ${purpose}，查询数 queries ${queries}`,
    estimatesTable([
      ['nDCG@5', ndcg5],
      ['nDCG@10', ndcg10],
      ['MRR', mrr],
      ['hit@5', hit5],
    ]),
  ];
}

function answerPart(
  purpose: Purpose,
  { results, right, somebody, nobody, wrong }: AnswerEvaluation,
): string[] {
  return [
    `有无合适载体 does anybody fit? ${PURPOSE_NAMES[purpose].zh} ${purpose}`,
    table(COUNTS, [
      counted('有合适载体，推荐了 somebody fits, recommended', somebody.right, somebody.results),
      counted('无合适载体，未推荐 nobody fits, nobody recommended', nobody.right, nobody.results),
      counted('合计 together', right, results),
    ]),
    ...listed('有而未推荐 missed', wrong.missed),
    ...listed('无而推荐 invented', wrong.invented),
  ];
}

function readingPart({
  results,
  sector,
  sectorOrOutside,
  asked,
  byCapability,
  readiness,
  levelled,
}: ReadingEvaluation): string[] {
  return [
    `识别 reading，成果数 results ${results}`,
    estimatesTable([
      ['首要领域 primary sector', sector],
      ['“领域外”也作一类 or outside', sectorOrOutside],
      ...(levelled > 0 ? ([[`成熟度相交 TRL meets (${levelled})`, readiness]] as const) : []),
    ]),
    '所需能力 asked capabilities',
    table(AGREEMENT, [
      agreed('合计 all', asked),
      ...byCapability.map(({ code, ...agreement }) => agreed(code, agreement)),
    ]),
  ];
}

function counterfactualPart({ pairs, right, wrong }: CounterfactualEvaluation): string[] {
  return [
    '对照配对 counterfactual pairs',
    table(COUNTS, [counted('次序正确 ordered right', right, pairs)]),
    ...wrong.map(
      ({ id, attribute, higher, lower }) =>
        `  ${id}：${higher.toFixed(3)} ≤ ${lower.toFixed(3)}${attribute === undefined ? '' : ` ${attribute}`}`,
    ),
  ];
}

function counted(name: string, right: number, of: number): string[] {
  return [name, String(right), String(of), of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`];
}

function agreed(name: string, { wanted, said, right, precision, recall, f1 }: Agreement): string[] {
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  return [name, String(wanted), String(said), String(right), share(precision), share(recall), share(f1)];
}

const LISTED = 12;

function listed(name: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length > LISTED ? ` … +${ids.length - LISTED}` : '';
  return [`${name}: ${ids.slice(0, LISTED).join('、')}${more}`];
}

const COUNTS = [
  { head: '情形 case', width: 50 },
  { head: '对 right', width: 10, align: 'right' },
  { head: '共 of', width: 8, align: 'right' },
  { head: '占比 share', width: 12, align: 'right' },
] as const;

const AGREEMENT = [
  { head: '能力 capability', width: 17 },
  { head: '标注 wanted', width: 13, align: 'right' },
  { head: '读出 read', width: 11, align: 'right' },
  { head: '对 right', width: 10, align: 'right' },
  { head: '精确 P', width: 9, align: 'right' },
  { head: '召回 R', width: 9, align: 'right' },
  { head: 'F1', width: 7, align: 'right' },
] as const;
