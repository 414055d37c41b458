/** What became of a file: counts, and every row that was not taken, with what would have been accepted. */

export const RECORD_KINDS = ['results', 'carriers'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface RowFinding {
  /** Number of the row in the file as a spreadsheet shows it, from 1. */
  readonly row: number;
  readonly sheet?: string | undefined;
  /** Heading as it stands in the file, or the field's name. */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  /** `error`: the row was not taken; `warning`: taken, but look at it. */
  readonly severity: 'error' | 'warning';
}

export interface ImportCounts {
  /** Data rows read; created + updated + unchanged + duplicates + refused = rows. */
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly refused: number;
}

export interface ImportReport {
  readonly kind: RecordKind;
  readonly filename: string;
  readonly counts: ImportCounts;
  /** Column headings and the field each was read as; null where it was not recognised (its text is kept in `remarks`). */
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
  /** The first 1,000, those of refused rows before all others; `findingsTotal` counts all. */
  readonly findings: readonly RowFinding[];
  readonly findingsTotal: number;
}
