/** Numbers with units, as cells and headings state them. */
import { plain } from '../../domain/reading/plain.ts';
import type { HeadingUnit } from '../headings/normalise.ts';

const IN_WAN: Record<string, number> = { 元: 1e-4, 千元: 0.1, 万元: 1, 亿元: 10_000 };
const CELL_UNITS: Record<string, string> = {
  元: '元',
  千: '千元',
  千元: '千元',
  万: '万元',
  万元: '万元',
  亿: '亿元',
  亿元: '亿元',
};

/**
 * Money in 万元: the cell's own unit, else the heading's, else 万元. Null where the text is no single amount
 * (`50-80万元`, `按销售额提成`).
 */
export function readMoneyWan(cell: string, headingUnit: HeadingUnit | undefined): number | null {
  const flat = plain(cell).replace(/^(?:约|人民币|rmb|¥|￥|≥|不低于|不少于)\s*/iu, '');
  const match = /^(\d[\d,]*(?:\.\d+)?)\s*(亿元?|千元?|万元?|元)?(?:人民币|整)?$/u.exec(flat);
  if (!match) return null;
  const unit = CELL_UNITS[match[2] ?? ''] ?? (headingUnit && headingUnit in IN_WAN ? headingUnit : '万元');
  return Math.round(Number((match[1] ?? '').replaceAll(',', '')) * (IN_WAN[unit] ?? 1) * 1e6) / 1e6;
}

/** An area with the unit of its heading, where the cell has none: `1.2` under 可用面积（万㎡） is 1.2万㎡. */
export function withAreaUnit(cell: string, headingUnit: HeadingUnit | undefined): string {
  const bare = /^[约≥]?\s*\d[\d,]*(?:\.\d+)?$/u.test(plain(cell));
  if (!bare) return cell;
  if (headingUnit === '万㎡' || headingUnit === '万元') return `${cell}万㎡`;
  return headingUnit === '亩' ? `${cell}亩` : cell;
}

/** `12人`, `约30余名`, `5个项目` → the number; other text unchanged, for the schema to refuse. */
export function countText(cell: string): string {
  const match =
    /^(?:约|共|≥)?\s*(\d[\d,]*)\s*(?:余|多)?\s*(?:个|家|人|名|项|位)?(?:项目|企业|左右|以上)?$/u.exec(
      plain(cell),
    );
  return match?.[1] ?? cell;
}
