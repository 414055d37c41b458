import type { PlacementSheet, Risk } from '../../../domain/advice.ts';
import type { Placement } from '../../../domain/assignment.ts';
import { CONTRACT_NAMES, WAY_NAMES } from '../../../domain/conversion-ways.ts';
import type { Bilingual } from '../../../domain/match.ts';
import { PURPOSE_NAMES } from '../../../domain/purpose.ts';
import { RETURN_REASON_NAMES } from '../../../domain/review.ts';
import type { ReportEntry } from '../../../domain/round.ts';
import { ipLine, kindName, levelName, statusName, trlLine } from './parties.ts';
import type { Reader } from './reader.ts';
import { count, day, filled, type ReportTable, share, text, wide } from './table.ts';
import { BASIS_NAMES, CHAPTERS, REVIEW_CHOICES, UNSTATED } from './wording.ts';

/** One row for each placement, with room for the decision. */
export function placementsTable(reader: Reader): ReportTable {
  return {
    sheet: '对接方案',
    title: CHAPTERS.placements,
    note: {
      zh: '契合度为0—1，越高越好；名次为该载体在成果全部候选中的位次。',
      en: 'Affinity 0–1, higher is better; rank of the carrier among the candidates of the result.',
    },
    ...filled(reader.placed, [
      count('序号', 'no.', 7, (_placed, at) => at + 1),
      text('用途', 'purpose', 12, ({ sheet }) => PURPOSE_NAMES[sheet.purpose]),
      text('成果', 'result', 34, ({ entry }) => entry.result.title),
      text('完成单位', 'university', 18, ({ entry }) => entry.result.university ?? UNSTATED),
      wide(text('领域', 'sector', 16, ({ entry }) => mainSector(reader, entry))),
      wide(text('成熟度', 'readiness', 18, ({ entry }) => trlLine(entry.result.trl))),
      wide(text('知识产权', 'intellectual property', 30, ({ sheet }) => ipLine(sheet))),
      text('载体', 'carrier', 26, ({ sheet }) => sheet.carrier.name),
      wide(text('载体类型', 'kind', 14, ({ sheet }) => kindName(sheet))),
      wide(text('级别', 'level', 10, ({ sheet }) => levelName(sheet))),
      wide(text('状态', 'standing', 10, ({ sheet }) => statusName(sheet))),
      share('契合度', 'affinity', 9, ({ sheet }) => sheet.affinity),
      count('名次', 'rank', 7, ({ sheet }) => sheet.rank),
      text('确定依据', 'basis', 14, ({ sheet }) => basisLine(sheet)),
      wide(text('关联关系', 'related party', 10, ({ sheet }) => (sheet.relatedParty ? YES : NO))),
      text('建议方式', 'way', 15, ({ sheet: { advice } }) =>
        advice.transfer.way === null ? { zh: '暂不确定', en: 'open' } : WAY_NAMES[advice.transfer.way],
      ),
      wide(
        text(
          '合同类型',
          'contract',
          18,
          ({ sheet: { advice } }) => advice.transfer.contract && CONTRACT_NAMES[advice.transfer.contract],
        ),
      ),
      wide(text('中试/承接搭配', 'the other half', 30, ({ sheet }) => sheet.advice.partner.why)),
      wide(count('须先行解决', 'to settle first', 10, ({ sheet }) => risksOf(sheet, 'stop'))),
      wide(count('须核实', 'to verify', 10, ({ sheet }) => risksOf(sheet, 'check'))),
      wide(text('理由', 'why', 60, ({ match }) => match.summary)),
      { ...wide(text('审核意见', 'decision', 12, toFillIn)), choices: REVIEW_CHOICES },
      {
        ...wide(text('原因', 'reason', 18, toFillIn)),
        choices: Object.values(RETURN_REASON_NAMES).map(({ zh }) => zh),
      },
      wide(text('备注', 'comment', 24, toFillIn)),
      wide(text('审核人', 'reviewer', 12, toFillIn)),
      wide(day('审核日期', 'date', 12, toFillIn)),
      wide(text('成果编号', 'result id', 18, ({ entry }) => entry.result.id)),
      wide(text('载体编号', 'carrier id', 18, ({ sheet }) => sheet.carrierId)),
    ]),
    empty: { zh: '本轮没有落位的成果。', en: 'No result was placed in this round.' },
  };
}

const YES: Bilingual = { zh: '有', en: 'yes' };
const NO: Bilingual = { zh: '无', en: 'no' };
/** Left to the reviewer. */
const toFillIn = () => null;

function mainSector({ sector }: Reader, { result: { sectors } }: ReportEntry): Bilingual {
  return sectors[0] ? sector(sectors[0].code) : { zh: '未识别', en: 'not recognised' };
}

function risksOf({ advice }: PlacementSheet, weight: Risk['weight']): number {
  return advice.risks.filter((risk) => risk.weight === weight).length;
}

/** 近似并列抽签（2选1，概率0.500）. */
export function basisLine({ basis, draw }: Pick<Placement, 'basis' | 'draw'>): Bilingual {
  const { zh, en } = BASIS_NAMES[basis];
  if (!draw) return { zh, en };
  const of = draw.candidates.length;
  const chance = draw.probability.toFixed(3);
  return { zh: `${zh}（${of}选1，概率${chance}）`, en: `${en} (1 of ${of}, probability ${chance})` };
}
