import type { Draw } from '../../../domain/assignment.ts';
import { CONTRACT_NAMES, WAY_NAMES } from '../../../domain/conversion-ways.ts';
import type { Bilingual } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { RETURN_REASON_NAMES } from '../../../domain/review.ts';
import { ipLine, trlLine } from './parties.ts';
import type { PlacedEntry, Reader } from './reader.ts';
import { type Cell, count, type ReportTable, share, text, wide } from './table.ts';
import {
  BASIS_NAMES,
  CHAPTERS,
  KIND_NAMES,
  LEVEL_NAMES,
  REVIEW_CHOICES,
  STATUS_NAMES,
  UNSTATED,
} from './wording.ts';

/** One row for each placement, with room for the decision. */
export function placementsTable(reader: Reader): ReportTable {
  return {
    sheet: '对接方案',
    title: CHAPTERS.placements,
    note: {
      zh: '契合度为0—1，越高越好；名次为该载体在成果全部候选中的位次。',
      en: 'Affinity 0–1, higher is better; rank of the carrier among the candidates of the result.',
    },
    columns: [
      count('序号', 'no.', 7),
      text('用途', 'purpose', 12),
      text('成果', 'result', 34),
      text('完成单位', 'university', 18),
      wide(text('领域', 'sector', 16)),
      wide(text('成熟度', 'readiness', 18)),
      wide(text('知识产权', 'intellectual property', 30)),
      text('载体', 'carrier', 26),
      wide(text('载体类型', 'kind', 14)),
      wide(text('级别', 'level', 10)),
      wide(text('状态', 'standing', 10)),
      share('契合度', 'affinity', 9),
      count('名次', 'rank', 7),
      text('确定依据', 'basis', 14),
      wide(text('关联关系', 'related party', 10)),
      text('建议方式', 'way', 15),
      wide(text('合同类型', 'contract', 18)),
      wide(text('中试/承接搭配', 'the other half', 30)),
      wide(count('须先行解决', 'to settle first', 10)),
      wide(count('须核实', 'to verify', 10)),
      wide(text('理由', 'why', 60)),
      { ...wide(text('审核意见', 'decision', 12)), choices: REVIEW_CHOICES },
      {
        ...wide(text('原因', 'reason', 18)),
        choices: Object.values(RETURN_REASON_NAMES).map(({ zh }) => zh),
      },
      wide(text('备注', 'comment', 24)),
      wide(text('审核人', 'reviewer', 12)),
      wide({ head: { zh: '审核日期', en: 'date' }, kind: 'day', width: 12 }),
      wide(text('成果编号', 'result id', 18)),
      wide(text('载体编号', 'carrier id', 18)),
    ],
    rows: reader.placed.map((placed, i) => row(reader, placed, i + 1)),
    empty: { zh: '本轮没有落位的成果。', en: 'No result was placed in this round.' },
  };
}

function row(reader: Reader, { entry: { result }, sheet, match }: PlacedEntry, number: number): Cell[] {
  const { carrier, advice } = sheet;
  const weight = (name: 'stop' | 'check') => advice.risks.filter((risk) => risk.weight === name).length;
  const [main] = result.sectors;
  return [
    number,
    PURPOSE_NAMES[sheet.purpose],
    result.title,
    result.university ?? UNSTATED,
    main ? reader.sector(main.code) : { zh: '未识别', en: 'not recognised' },
    trlLine(result.trl),
    ipLine(sheet),
    carrier.name,
    carrier.kind ? KIND_NAMES[carrier.kind] : UNSTATED,
    carrier.level ? LEVEL_NAMES[carrier.level] : UNSTATED,
    carrier.status ? STATUS_NAMES[carrier.status] : UNSTATED,
    sheet.affinity,
    sheet.rank,
    basisLine(sheet.basis, sheet.draw),
    sheet.relatedParty ? { zh: '有', en: 'yes' } : { zh: '无', en: 'no' },
    advice.transfer.way === null ? { zh: '暂不确定', en: 'open' } : WAY_NAMES[advice.transfer.way],
    advice.transfer.contract && CONTRACT_NAMES[advice.transfer.contract],
    advice.partner.why,
    weight('stop'),
    weight('check'),
    match.summary,
    null,
    null,
    null,
    null,
    null,
    result.id,
    sheet.carrierId,
  ];
}

/** 近似并列抽签（2选1，概率0.500）. */
export function basisLine(basis: keyof typeof BASIS_NAMES, draw: Draw | null): Bilingual {
  const { zh, en } = BASIS_NAMES[basis];
  if (!draw) return { zh, en };
  const of = draw.candidates.length;
  const chance = draw.probability.toFixed(3);
  return { zh: `${zh}（${of}选1，概率${chance}）`, en: `${en} (1 of ${of}, probability ${chance})` };
}
