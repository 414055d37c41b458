/** Small readings that every free-text field of a spreadsheet needs. */

/** Full-width to half-width, compatibility forms folded, outer white space gone. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Words by which people say "nothing here": blank for every field, never zero. */
const BLANK = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '暂无',
  '未知',
  '不详',
  '待定',
  '面议',
  'n/a',
  'na',
  'none',
  'null',
  'unknown',
  'tbd',
]);

/** Whether a cell says nothing ("面议", "/", "暂无" …): unknown, not 0. */
export function isBlank(text: string): boolean {
  return BLANK.has(plain(text).toLowerCase());
}

/** Splits a cell that holds several entries: 、；; ， , / | and line breaks. */
export function splitList(text: string): string[] {
  return text
    .split(/[、;；,，|｜\n\r]+|\s\/\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The first entry whose words occur in the text, in the order given. */
export function firstWord<Code extends string>(
  text: string,
  table: readonly (readonly [Code, RegExp])[],
): Code | undefined {
  const found = table.find(([, words]) => words.test(text));
  return found?.[0];
}
