import type { Bilingual } from '../../../domain/match.ts';
import { PARK_FORM_NAMES, type ParkProposal } from '../../../domain/park.ts';
import type { Reader } from './reader.ts';
import { type Cell, count, type ReportTable, text, wide } from './table.ts';
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
      text('建议名称', 'name', 28),
      text('形式', 'form', 18),
      text('高校', 'universities', 18),
      count('成果数', 'number', 10),
      text('成果', 'results', 44),
      text('承载载体', 'hosts', 22),
      text('中试平台', 'pilot platform', 22),
      text('尚缺条件', 'missing', 40),
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
    park.hosts.map(({ name }) => name).join('、') || { zh: '待定', en: 'open' },
    park.pilot?.name ?? { zh: '待定', en: 'open' },
    inOne(park.missing) ?? { zh: '无', en: 'nothing' },
    park.formWhy,
    inOne(
      park.contributions.map(({ name, atLeast, unit, assumption }) => ({
        zh: `${name.zh}至少${atLeast}${unit}（${assumption.zh}）`,
        en: `${name.en}: at least ${atLeast} (${assumption.en})`,
      })),
    ),
    park.id,
  ];
}

function inOne(list: readonly Bilingual[]): Bilingual | null {
  if (list.length === 0) return null;
  const inRow = (texts: readonly string[], mark: string) =>
    texts.map((one) => one.replace(/[。.;；]+$/u, '')).join(mark);
  return {
    zh: inRow(
      list.map(({ zh }) => zh),
      '；',
    ),
    en: inRow(
      list.map(({ en }) => en),
      '; ',
    ),
  };
}
