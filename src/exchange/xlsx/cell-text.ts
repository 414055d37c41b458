/** What a cell says, as text. A formula says its cached value; nothing is ever calculated. */
import { type NumberForm, serialToIso } from './date-formats.ts';
import { decodeText, itemText } from './shared-strings.ts';
import { attribute, type Element, elements } from './xml.ts';

/** What Excel says of a value that it has not got. Programs that write workbooks calculate nothing. */
export const FORMULA_WITHOUT_VALUE = '#CALC!';

export interface CellContext {
  readonly prefix: string;
  readonly strings: readonly string[];
  readonly numberStyles: readonly (NumberForm | undefined)[];
  readonly epoch1904: boolean;
}

export function cellText(cell: Element, context: CellContext): string {
  if (cell.inner === '') return '';
  const type = attribute(cell.attributes, 't') ?? 'n';
  if (type === 'inlineStr') return itemText(cell.inner, context.prefix);
  const [value] = elements(cell.inner, context.prefix, 'v');
  if (!value && elements(cell.inner, context.prefix, 'f').next().value) return FORMULA_WITHOUT_VALUE;
  if (!value || value.inner === '') return '';
  switch (type) {
    case 's':
      return context.strings[Number(value.inner)] ?? '';
    case 'b':
      return value.inner === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.inner.slice(0, 10);
    case 'n':
      return numberText(value.inner, attribute(cell.attributes, 's'), context);
    default:
      return decodeText(value.inner);
  }
}

/** Dates as ISO text, shares as percentages, other numbers without exponent; without the noise of binary fractions. */
function numberText(raw: string, style: string | undefined, context: CellContext): string {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const form = style === undefined ? undefined : context.numberStyles[Number(style)];
  if (form === 'percent') return `${plainNumber(number * 100)}%`;
  return (form && serialToIso(number, form, context.epoch1904)) ?? plainNumber(number);
}

function plainNumber(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString();
  return String(Number(number.toPrecision(15)));
}
