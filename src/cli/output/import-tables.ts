/** What an import says: counts for each file, and every finding with what would have been accepted. */
import { CarrierSchema } from '../../domain/carrier.ts';
import type { ImportReport, RecordKind, RowFinding } from '../../domain/import-report.ts';
import { nearestName } from '../../domain/nearest-name.ts';
import { ResearchResultSchema } from '../../domain/research-result.ts';
import { table } from './table.ts';
import { print, terminal } from './terminal.ts';
import { displayWidth, wrap } from './width.ts';

/** More findings are counted, not listed: the JSON output has them. */
const FINDINGS_SHOWN = 20;
/** What fits a narrow window. */
const LINE = 100;
/** A sheet's name and a row's number; longer names are wrapped. */
const WIDEST_PLACE = 14;

export interface ImportsShown {
  readonly findings?: number;
  /** As which field each column was read. */
  readonly columns?: boolean;
}

export function printImports(
  reports: readonly ImportReport[],
  { findings: findingsShown = FINDINGS_SHOWN, columns = false }: ImportsShown = {},
): void {
  print(countsTable(reports));
  for (const report of reports) {
    if (columns) printRead(report);
    printUnread(report);
    printFindings(report, findingsShown);
  }
}

function countsTable(reports: readonly ImportReport[]): string {
  const count = (head: string) => ({ head, width: 7, align: 'right' as const });
  return table(
    [
      { head: '文件 file' },
      count('行数 rows'),
      count('新增 created'),
      count('更新 updated'),
      count('未变 same'),
      count('重复 double'),
      count('拒收 refused'),
    ],
    reports.map(({ filename, counts }) => [
      filename,
      ...[
        counts.rows,
        counts.created,
        counts.updated,
        counts.unchanged,
        counts.duplicates,
        counts.refused,
      ].map(String),
    ]),
  );
}

const FIELDS: Record<RecordKind, readonly string[]> = {
  results: Object.keys(ResearchResultSchema.shape),
  carriers: Object.keys(CarrierSchema.shape),
};

/** A heading that was taken for another field is seen here or nowhere. */
function printRead({ filename, columns }: ImportReport): void {
  const read = columns.flatMap(({ heading, field }) =>
    field === null ? [] : [`${heading.replace(/\s+/gu, ' ')} → ${field}`],
  );
  if (read.length > 0) print(wrap(`${filename}：读出的列 columns read: ${read.join('、')}`, LINE));
}

function printUnread({ kind, filename, columns }: ImportReport): void {
  const unread = columns
    .filter((column) => column.field === null)
    .map(({ heading }) => ({ heading, meant: nearestName(heading, FIELDS[kind]) }))
    .map(({ heading, meant }) => (meant === null ? heading : `${heading}（疑为 perhaps ${meant}）`));
  if (unread.length > 0)
    print(
      terminal.colours.yellow(
        `${filename}：未识别的列（内容存入备注）columns not recognised, kept in remarks: ${unread.join('、')}`,
      ),
    );
}

function printFindings({ filename, findings, findingsTotal }: ImportReport, shown: number): void {
  if (findingsTotal === 0) return;
  print(`\n${filename}：问题 findings ${findingsTotal}`);
  const listed = findings.slice(0, shown);
  const places = Math.min(WIDEST_PLACE, Math.max(...listed.map((finding) => displayWidth(place(finding)))));
  print(
    table(
      [
        { head: '', width: 4 },
        { head: '行 row', width: places, align: 'right' },
        { head: '列 column', width: 16 },
        { head: '现为 found', width: 24 },
        { head: '应为 expected' },
      ],
      findings
        .slice(0, shown)
        .map((finding) => [mark(finding), place(finding), finding.column, finding.found, finding.expected]),
    ),
  );
  if (findingsTotal > shown)
    print(`… 另有 ${findingsTotal - shown} 条，见 --json · ${findingsTotal - shown} more, see --json`);
}

function mark({ severity }: RowFinding): string {
  return severity === 'error' ? '拒收' : '提示';
}

function place({ row, sheet }: RowFinding): string {
  return sheet === undefined ? String(row) : `${sheet} ${row}`;
}
