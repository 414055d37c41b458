/** A file as rows, before anyone asks what the columns mean. */

/** One row; `cells[i]` is the text of column i (from 0), '' where nothing stands. */
export interface TableRow {
  /** As a spreadsheet shows it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A rectangle of merged cells; rows from 1, columns from 0, all ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  /** Absent for files that have no sheets. */
  readonly name?: string | undefined;
  readonly rowCount: number;
  readonly merges: readonly MergedRange[];
  /** Reads from the start; may be called again. */
  rows(): Iterable<TableRow>;
}

/** A sheet that nobody sees: read only where somebody asks what it holds. */
export interface HiddenSheet {
  readonly name?: string | undefined;
  /** Null where the file lacks it. Throws `file.unreadable` and the like. */
  open(): Sheet | null;
}

/** One line of a JSONL file; `record` is null where the line is not a JSON object. */
export interface JsonRow {
  readonly number: number;
  readonly record: Readonly<Record<string, unknown>> | null;
}

export type Table =
  | { readonly form: 'sheets'; readonly sheets: readonly Sheet[]; readonly hidden?: readonly HiddenSheet[] }
  | { readonly form: 'json'; readonly rowCount: number; rows(): Iterable<JsonRow> };

export interface InputFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
}
