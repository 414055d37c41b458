/** Numbers with units, as cells and headings state them. */
import { plain } from '../../domain/reading/plain.ts';
import type { HeadingUnit } from '../headings/normalise.ts';

const IN_WAN: Record<string, number> = { 元: 1e-4, 千元: 0.1, 万元: 1, 百万元: 100, 亿元: 10_000 };
const CELL_UNITS: Record<string, string> = {
  元: '元',
  千: '千元',
  千元: '千元',
  万: '万元',
  万元: '万元',
  亿: '亿元',
  亿元: '亿元',
  million: '百万元',
};

const CURRENCY = /^(?:人民币|rmb|cny|¥|￥)\s*/iu;

/**
 * Money in 万元: the cell's own unit, else the heading's, else 元 beside a sign of currency, else 万元. Null where the
 * text is no single amount (`50-80万元`, `按销售额提成`), or the heading asks for another currency.
 */
export function readMoneyWan(cell: string, headingUnit: HeadingUnit | undefined): number | null {
  if (headingUnit === '外币') return null;
  const flat = plain(cell).replace(/^(?:约|≥|不低于|不少于)\s*/u, '');
  const bare = flat.replace(CURRENCY, '');
  const match =
    /^(\d[\d,]*(?:\.\d+)?)\s*(亿元?|千元?|万元?|元|million(?=\s*(?:rmb|cny|yuan)?$))?\s*(人民币|整|rmb|cny|yuan)?$/iu.exec(
      bare,
    );
  if (!match) return null;
  const currency = bare !== flat || /rmb|cny|yuan|人民币/iu.test(match[3] ?? '');
  const stated = headingUnit && headingUnit in IN_WAN ? headingUnit : undefined;
  const unit = CELL_UNITS[(match[2] ?? '').toLowerCase()] ?? stated ?? (currency ? '元' : '万元');
  return Math.round(Number((match[1] ?? '').replaceAll(',', '')) * (IN_WAN[unit] ?? 1) * 1e6) / 1e6;
}

/** Square metres: the cell's own scale (万, 千, 亩), else the heading's. Null where the text is no single area. */
export function readAreaM2(cell: string, headingUnit: HeadingUnit | undefined): number | null {
  const match =
    /^(?:约|≥|>=|不少于|不低于)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万|千|亩)?\s*(平方米|平米|平方?|㎡|m2|sq\.? ?m|square met(?:re|er)s?)?\s*(?:左右|以上)?$/iu.exec(
      plain(cell),
    );
  if (!match) return null;
  const own = match[2] ?? (match[3] === undefined ? AREA_SCALES[headingUnit ?? ''] : undefined) ?? '';
  const area = Number((match[1] ?? '').replaceAll(',', '')) * (IN_M2[own] ?? 1);
  return Math.round(area * 100) / 100;
}

/** Units of headings, as far as they scale an area: of 可用面积（万） one reads 万元. */
const AREA_SCALES: Record<string, string> = { '万㎡': '万', 万元: '万', 亩: '亩' };
const IN_M2: Record<string, number> = { 万: 10_000, 千: 1_000, 亩: 2000 / 3 };

/** `12人`, `约30余名`, `5个项目`, `1.2万` → the number; null for other text. */
export function readCount(cell: string): number | null {
  const match =
    /^(?:约|共|≥|>=|不少于)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万)?\s*(?:余|多)?\s*(?:个|家|人|名|项|位|支|批次?|次|组)?(?:项目|企业|团队|左右|以上)?$/u.exec(
      plain(cell),
    );
  return match ? Number((match[1] ?? '').replaceAll(',', '')) * (match[2] ? 10_000 : 1) : null;
}
