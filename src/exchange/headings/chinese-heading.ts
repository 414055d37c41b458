/** What fields are called in Chinese: by the first Chinese heading under which a spreadsheet may have them. */
import type { RecordKind } from '../../domain/import-report.ts';
import { CARRIER_HEADINGS } from './carriers.ts';
import { recogniseExactly } from './recognise.ts';
import { RESULT_HEADINGS } from './results.ts';
import type { HeadingRule } from './rule.ts';

const HEADINGS: Record<RecordKind, ReadonlyMap<string, string>> = {
  results: chineseOnes(RESULT_HEADINGS),
  carriers: chineseOnes(CARRIER_HEADINGS),
};

function chineseOnes(rules: readonly HeadingRule[]): Map<string, string> {
  return new Map(
    rules
      .flatMap(({ field, aliases }) => aliases.filter(isChinese).map((alias) => [field, alias] as const))
      .reverse(),
  );
}

export function isChinese(heading: string): boolean {
  return /\p{Script=Han}/u.test(heading);
}

/** Of the innermost field of a path that has a heading: `contact.phone` → 联系电话, `capabilities[0].code` → 服务能力. */
export function chineseHeading(kind: RecordKind, path: readonly PropertyKey[]): string | undefined {
  const [field = '', part] = path.filter((key) => typeof key === 'string');
  return HEADINGS[kind].get(`${field}.${part}`) ?? HEADINGS[kind].get(field);
}

/** A heading of a file, `title` or `Project name`, with its Chinese before it where it has none. */
export function inChinese(kind: RecordKind, heading: string): string {
  const field = isChinese(heading) ? undefined : recogniseExactly(kind, heading)?.field;
  const chinese = field === undefined ? undefined : HEADINGS[kind].get(field);
  return chinese === undefined ? heading : `${chinese} ${heading}`;
}
