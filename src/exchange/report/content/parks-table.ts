import { PARK_FORM_NAMES, type ParkProposal } from '../../../domain/park.ts';
import { contributionLine, inOne, missingLine, OPEN } from './park-lines.ts';
import type { Reader } from './reader.ts';
import { type Cell, count, type ReportTable, share, text, wide } from './table.ts';
import { CHAPTERS } from './wording.ts';

/** The parks (成果建园) that are proposed: what belongs together, where, and what is missing. */
export function parksTable(reader: Reader): ReportTable {
  return {
    sheet: '园区',
    title: CHAPTERS.parks,
    note: {
      zh: '研发在高校、孵化转化在区内；名称为建议，合作安排由各方商定。',
      en: 'Research stays at the university, incubation and conversion happen in the district; names are suggestions, terms are for the parties.',
    },
    columns: [
      text('建议名称', 'name', 34),
      text('形式', 'form', 14),
      text('高校', 'universities', 16),
      count('成果数', 'count', 11),
      text('成果', 'results', 44),
      text('承载载体', 'hosts', 18),
      text('中试平台', 'pilot platform', 18),
      share('园区价值', 'value', 14),
      wide(text('尚缺条件', 'missing', 40)),
      wide(text('形式理由', 'why this form', 40)),
      wide(text('预计贡献', 'contribution', 40)),
      wide(text('编号', 'id', 20)),
    ],
    rows: reader.report.parks.proposals.map((park) => row(reader, park)),
    empty: { zh: '本轮没有形成建园建议。', en: 'No park is proposed in this round.' },
  };
}

function row({ title }: Reader, park: ParkProposal): Cell[] {
  return [
    park.theme.name,
    PARK_FORM_NAMES[park.form],
    park.universities.map(({ name }) => name).join('、'),
    park.members.length,
    park.members.map(({ resultId }) => title(resultId)).join('；'),
    park.hosts.map(({ name }) => name).join('、') || OPEN,
    park.pilot?.name ?? OPEN,
    park.value.total,
    missingLine(park),
    park.formWhy,
    inOne(park.contributions.map(contributionLine)),
    park.id,
  ];
}
