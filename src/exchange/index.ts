/** Files in and out. */
export { readBackground } from './background/read-background.ts';
export { readFrozenRound, writeFrozenRound } from './frozen-round-file.ts';
export { chineseHeading } from './headings/chinese-heading.ts';
export { readLabelledTexts } from './labels/read-labelled-texts.ts';
export { readResultLabels } from './labels/read-result-labels.ts';
export { DEFAULT_PROFILE_FOLDER, loadProfile } from './profile/load-profile.ts';
export { writeProfile } from './profile/write-profile.ts';
export { type RecordBatch, readAllRecords, readRecords } from './read-records.ts';
export { KIND_NAMES, LEVEL_NAMES, STATUS_NAMES } from './report/content/wording.ts';
export { roundReportPdf, SHEETS_PRINTED } from './report/pdf/report-pdf.ts';
export { roundReportHtml } from './report/round-report-html.ts';
export { roundReportWorkbook } from './report/xlsx/report-workbook.ts';
export { explainRecord } from './rows/explain-record.ts';
export type { DraftOf } from './rows/record-forms.ts';
export type { ReadCounts } from './rows/record-reader.ts';
export { withWarnings } from './rows/record-warnings.ts';
export { csvLine, escapeFormula, textCell } from './safe-cells.ts';
export { writeTemplate } from './template/write-template.ts';
