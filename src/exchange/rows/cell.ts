/** One value of a row with the column that it stands in. */
import type { HeadingUnit } from '../headings/normalise.ts';

export interface Cell {
  /** As in the file. */
  readonly heading: string;
  readonly value: unknown;
  readonly unit: HeadingUnit | undefined;
  readonly labelled: boolean;
  /** Lower is the better claim on a field that holds one value. */
  readonly preference: number;
}

/** Something to look at in a row that is taken nevertheless. */
export interface CellWarning {
  readonly column: string;
  readonly found: string;
  readonly expected: string;
  /** Many rows may say it in the same words: it is told once, with the rows. */
  readonly often?: boolean | undefined;
}

/** What a row says, in the names of the contract, before the schema has seen it. */
export interface RowReading {
  readonly input: Readonly<Record<string, unknown>>;
  /** By field: the heading that it came from. */
  readonly headings: ReadonlyMap<string, string>;
  readonly warnings: readonly CellWarning[];
  /** Names inside objects that no field has, for a row that is refused: of one that is taken they are among the warnings. */
  readonly misnamed: readonly CellWarning[];
  /** Mark of a row that is not public; then nothing else of the row may be shown or kept. */
  readonly secret: { readonly column: string; readonly mark: string } | null;
}
