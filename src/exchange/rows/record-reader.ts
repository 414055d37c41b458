/** Reads row after row: keeps the drafts of a file, counts, and says what is wrong with the rest. */

import type { ImportReport, RowFinding } from '../../domain/import-report.ts';
import { inChinese } from '../headings/chinese-heading.ts';
import type { CellWarning, RowReading } from './cell.ts';
import { explainRow, headingOf } from './explain-row.ts';
import { FindingsByRows } from './findings-by-rows.ts';
import { readCells } from './read-cells.ts';
import type { RecordForm } from './record-forms.ts';
import { missing } from './record-warnings.ts';
import type { SourceRow } from './source-rows.ts';
import { type Located, type Placement, RecordsOfFile } from './unite.ts';

export interface ReadCounts {
  /** Data rows read so far; drafts + duplicates + refused = rows. */
  readonly rows: number;
  /** Records found, each once. */
  readonly drafts: number;
  /** Rows of a record that an earlier row holds already, with the same or with further content. */
  readonly duplicates: number;
  readonly refused: number;
  /** Notes, totals, examples and repeated headings: not among `rows`. */
  readonly notes: number;
}

const REFUSED_SECRET =
  '公开：涉密或不公开的成果不得通过本系统提交，内容未保存 · public: anything else is refused here, its text is not kept';

export class RecordReader<Draft extends object> {
  private readonly form: RecordForm<Draft>;
  private readonly columns: ImportReport['columns'];
  private readonly records: RecordsOfFile<Draft>;
  private findings: RowFinding[] = [];
  private readonly often = new FindingsByRows();
  private readonly tally = { rows: 0, drafts: 0, duplicates: 0, refused: 0, notes: 0 };

  /** `columns`: of the file, to name the column of a blank mandatory cell. */
  constructor(form: RecordForm<Draft>, columns: ImportReport['columns']) {
    this.form = form;
    this.columns = columns;
    this.records = new RecordsOfFile(form.identity);
  }

  read(row: SourceRow): void {
    if (row.role === 'note') {
      this.tally.notes++;
      return;
    }
    this.tally.rows++;
    if (!row.cells) {
      this.refuse(row, [
        {
          column: 'JSON',
          found: `第 ${row.number} 行 line ${row.number}`,
          expected: '每行一个 JSON 对象 · one JSON object per line',
        },
      ]);
      return;
    }
    if (row.sheetMark) this.refuse(row, [{ column: '密级', found: row.sheetMark, expected: REFUSED_SECRET }]);
    else this.readRecord(row, readCells(this.form.kind, row.cells));
  }

  private readRecord(row: SourceRow, reading: RowReading): void {
    if (reading.secret) {
      this.refuse(row, [
        { column: reading.secret.column, found: reading.secret.mark, expected: REFUSED_SECRET },
      ]);
      return;
    }
    const parsed = this.form.parse(reading.input);
    if (!parsed.success) {
      const { kind } = this.form;
      const wrong = explainRow(kind, reading, parsed.error.issues, this.columns);
      this.refuse(row, [...wrong, ...reading.misnamed]);
      return;
    }
    const lacks = missing(this.form, parsed.data, (field) => headingOf(this.columns, field));
    this.report(row, [...reading.warnings, ...lacks], 'warning');
    this.place(row, reading, this.records.add({ row: row.number, sheet: row.sheet, draft: parsed.data }));
  }

  private place(row: SourceRow, reading: RowReading, placement: Placement): void {
    if (placement.outcome === 'new') {
      this.tally.drafts++;
      return;
    }
    this.tally.duplicates++;
    if (placement.outcome === 'united') this.report(row, [united(row, reading, placement)], 'warning');
  }

  private refuse(row: SourceRow, reasons: readonly CellWarning[]): void {
    this.tally.refused++;
    this.report(row, reasons, 'error');
  }

  private report(row: SourceRow, reasons: readonly CellWarning[], severity: RowFinding['severity']): void {
    for (const { often = false, column: heading, ...reason } of reasons) {
      const column = inChinese(this.form.kind, heading);
      const finding = { row: row.number, sheet: row.sheet, column, ...reason, severity };
      if (often) this.often.add(finding);
      else this.findings.push(finding);
    }
  }

  /** After the last row: what many of them said. */
  tellOften(): void {
    this.findings.push(...this.often.all());
  }

  note(findings: readonly RowFinding[]): void {
    this.findings.push(...findings);
  }

  takeFindings(): RowFinding[] {
    const taken = this.findings;
    this.findings = [];
    return taken;
  }

  counts(): ReadCounts {
    return { ...this.tally };
  }

  drafts(): Located<Draft>[] {
    return this.records.all();
  }
}

/** A row that adds to an earlier one: names both, and the columns whose first text was kept. */
function united(
  row: SourceRow,
  reading: RowReading,
  placement: Placement & { outcome: 'united' },
): CellWarning {
  const columns = placement.kept.map((field) => reading.headings.get(field) ?? field);
  const sheet =
    placement.firstSheet !== undefined && placement.firstSheet !== row.sheet
      ? `${placement.firstSheet} `
      : '';
  const differs =
    columns.length > 0
      ? `；内容不同的以先出现的为准 differing texts: the first is kept: ${columns.join('、')}`
      : '';
  return {
    column: columns[0] ?? [...reading.headings.values()][0] ?? '',
    found: `第 ${row.number} 行与${sheet}第 ${placement.firstRow} 行为同一条 row ${row.number} is the record of row ${placement.firstRow}`,
    expected: `已合并：列表合并、空白补全${differs} · merged: lists united, blanks filled`,
  };
}
