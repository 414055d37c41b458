/** Brings a heading to the form in which aliases are compared, and reads the unit that it states. */
import { plain } from '../../domain/reading/plain.ts';

/** Traditional characters of headings and their simplified forms, position by position. */
const TRADITIONAL =
  '稱單聯繫電話負責簡關鍵詞領術業應轉讓權產類號專載體運營機構導師積級別狀態備註學實驗階創點園區團隊項條範圍場國數據價額種請務認補資審當開發規劃對處屬層標題簽聘員齊劑檢測擬採說';
const SIMPLIFIED =
  '称单联系电话负责简关键词领术业应转让权产类号专载体运营机构导师积级别状态备注学实验阶创点园区团队项条范围场国数据价额种请务认补资审当开发规划对处属层标题签聘员齐剂检测拟采说';

const SIMPLE_OF = new Map([...TRADITIONAL].map((char, i) => [char, [...SIMPLIFIED][i] ?? char]));

const BRACKETED = /[([{<【〔《「][^)\]}>】〕》」]*[)\]}>】〕》」]/gu;

/** Forms to try, best first: without what stands in brackets, then with it. NFKC, lower case, letters and digits only. */
export function headingForms(heading: string): string[] {
  const folded = [...plain(heading).toLowerCase()].map((char) => SIMPLE_OF.get(char) ?? char).join('');
  const numbered = folded.replace(/^\s*(?:\d+|[一二三四五六七八九十]+)\s*[.、．]\s*/u, '');
  const forms = [numbered.replace(BRACKETED, ' '), numbered].map(lettersOnly);
  return [...new Set(forms)].filter((form) => form !== '');
}

export function lettersOnly(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** 外币: an amount in it is none in yuan. */
export type HeadingUnit = '元' | '千元' | '万元' | '百万元' | '亿元' | '外币' | '万㎡' | '亩';

const UNITS: readonly (readonly [HeadingUnit, RegExp])[] = [
  ['万㎡', /万\s*(?:m2|m²|平方米|平米|平方)/iu],
  ['亩', /亩/u],
  ['外币', /[美欧日英港]元|英镑|外币|\b(?:usd|us\$|eur|gbp|jpy|hkd)\b|[$€£]/iu],
  ['百万元', /\b(?:million|mio)\b/iu],
  ['万元', /\b10[,\s]?(?:000|k)\s*(?:rmb|cny|yuan)\b/iu],
  ['亿元', /亿/u],
  ['千元', /千\s*元/u],
  ['万元', /万/u],
  ['元', /[(（/]\s*(?:人民币)?元|\b(?:rmb|cny|yuan)\b/iu],
];

/** `金额单位：元` above the headings: of every column of money that states none itself. */
export function sheetMoneyUnit(
  above: readonly { readonly cells: readonly string[] }[],
): HeadingUnit | undefined {
  for (const text of above.flatMap((row) => row.cells).map(plain)) {
    const unit = /单位\s*:\s*(?:人民币)?\s*([千万亿]?元)/u.exec(text)?.[1];
    if (unit !== undefined) return unit as '元' | '千元' | '万元' | '亿元';
  }
  return undefined;
}

/** `可用面积（万㎡）` → 万㎡; undefined where the heading states no scale. */
export function headingUnit(heading: string): HeadingUnit | undefined {
  const flat = plain(heading);
  return UNITS.find(([, pattern]) => pattern.test(flat))?.[0];
}
