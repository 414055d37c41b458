import { PARK_FORM_NAMES } from '../../../domain/park.ts';
import { contributionLine, inOne, missingLine, OPEN } from './park-lines.ts';
import type { Reader } from './reader.ts';
import { count, filled, type ReportTable, share, text, wide } from './table.ts';
import { CHAPTERS } from './wording.ts';

/** The parks (成果建园) that are proposed: what belongs together, where, and what is missing. */
export function parksTable({ report, title }: Reader): ReportTable {
  return {
    sheet: '园区',
    title: CHAPTERS.parks,
    note: {
      zh: '研发在高校、孵化转化在区内；名称为建议，合作安排由各方商定。',
      en: 'Research stays at the university, incubation and conversion happen in the district; names are suggestions, terms are for the parties.',
    },
    ...filled(report.parks.proposals, [
      text('建议名称', 'name', 34, ({ theme }) => theme.name),
      text('形式', 'form', 14, ({ form }) => PARK_FORM_NAMES[form]),
      text('高校', 'universities', 16, ({ universities }) => universities.map(({ name }) => name).join('、')),
      count('成果数', 'count', 11, ({ members }) => members.length),
      text('成果', 'results', 44, ({ members }) => members.map(({ resultId }) => title(resultId)).join('；')),
      text('承载载体', 'hosts', 18, ({ hosts }) => hosts.map(({ name }) => name).join('、') || OPEN),
      text('中试平台', 'pilot platform', 18, ({ pilot }) => pilot?.name ?? OPEN),
      share('园区价值', 'value', 14, ({ value }) => value.total),
      wide(text('尚缺条件', 'missing', 40, missingLine)),
      wide(text('形式理由', 'why this form', 40, ({ formWhy }) => formWhy)),
      wide(
        text('预计贡献', 'contribution', 40, ({ contributions }) =>
          inOne(contributions.map(contributionLine)),
        ),
      ),
      wide(text('编号', 'id', 20, ({ id }) => id)),
    ]),
    empty: { zh: '本轮没有形成建园建议。', en: 'No park is proposed in this round.' },
  };
}
