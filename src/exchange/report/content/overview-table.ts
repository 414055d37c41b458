import { sayEmbeddingUse } from '../../../domain/embedding-use.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { AUTHOR_NAMES, periodFacts } from './header-facts.ts';
import type { Reader } from './reader.ts';
import { type Cell, filled, type ReportTable, text } from './table.ts';
import { CHAPTERS, OBJECTIVE_NAMES } from './wording.ts';

/** What the round was, what came out, and by what it can be checked; `blanks`: with lines for the author to fill in. */
export function overviewTable(reader: Reader, blanks = true): ReportTable {
  return {
    sheet: '总览',
    title: CHAPTERS.overview,
    note: null,
    ...filled(
      [...head(reader, blanks), ...totals(reader), ...plan(reader), ...versions(reader)],
      [text('项目', 'item', 34, ([item]) => item), text('内容', 'value', 70, ([, value]) => value)],
    ),
    empty: { zh: '', en: '' },
  };
}

type Row = readonly [Cell, Cell];

function head({ report, profile }: Reader, blanks: boolean): Row[] {
  return [
    [{ zh: '报告编号', en: 'number' }, report.roundId],
    ...(blanks ? AUTHOR_NAMES.map((name): Row => [name, null]) : []),
    ...periodFacts({ report }),
    [{ zh: '地区', en: 'district' }, profile.district],
    [
      { zh: '政策方案', en: 'profile' },
      `${report.profile.name.zh}（${report.profile.id}，版本${report.profile.version}）`,
    ],
  ];
}

function totals({ report }: Reader): Row[] {
  const { totals: all, purposes } = report;
  return [
    [{ zh: '参与成果（项）', en: 'results' }, all.results],
    [{ zh: '参与载体（家）', en: 'carriers' }, all.carriers],
    [{ zh: '比对（对）', en: 'pairs compared' }, all.pairs],
    ...purposes.flatMap((purpose): Row[] => {
      const { zh, en } = PURPOSE_NAMES[purpose];
      const placed = report.assignment.placements.filter((placement) => placement.purpose === purpose).length;
      return [
        [{ zh: `${zh}：推荐（对）`, en: `${en}: pairs recommended` }, all.recommended[purpose]],
        [
          { zh: `${zh}：有推荐的成果（项）`, en: `${en}: results with a recommendation` },
          all.resultsServed[purpose],
        ],
        [{ zh: `${zh}：落位（对）`, en: `${en}: placements` }, placed],
      ];
    }),
  ];
}

function plan({ report: { assignment, terms } }: Reader): Row[] {
  const { measures } = assignment;
  return [
    [{ zh: '分配目标', en: 'objective' }, OBJECTIVE_NAMES[terms.objective]],
    [{ zh: '总契合度', en: 'total affinity' }, Number(measures.totalAffinity.toFixed(6))],
    [{ zh: '超出名额（个）', en: 'placements beyond the slots' }, measures.overloads],
    [{ zh: '未用名额（个）', en: 'unused slots' }, measures.unusedSlots],
    [{ zh: '抽签所减契合度', en: 'affinity that the draws cost' }, Number(assignment.costOfDraws.toFixed(6))],
    [{ zh: '未填名额的载体按（个）', en: 'slots assumed where none are stated' }, terms.assumedSlots],
    [{ zh: '抽签种子', en: 'seed of the draws' }, terms.seed],
  ];
}

function versions({ report }: Reader): Row[] {
  return [
    [{ zh: '引擎版本', en: 'engine' }, report.engine],
    [{ zh: '语料模型', en: 'corpus model' }, report.model],
    [{ zh: '向量模型', en: 'embedder' }, sayEmbeddingUse(report.embedding)],
    [{ zh: '条目校验值', en: 'hash of the entries (sha256)' }, report.entriesHash],
    [{ zh: '报告校验值', en: 'hash of the report (sha256)' }, report.hash],
  ];
}
