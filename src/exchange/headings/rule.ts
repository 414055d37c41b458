/** How headings name fields. The tables beside this file are data; the rules for reading them are in recognise.ts. */

export interface HeadingRule {
  /**
   * A field of the record, or a reading of its own: `maturity` (trl or stage), `trlRange` (trlMin, trlMax),
   * `contact.*`, `city.district`, `ip.kind|number|status`, `rowNumber` (not kept).
   */
  readonly field: string;
  /** Best first: where two columns claim a field that holds one value, the earlier alias wins. */
  readonly aliases: readonly string[];
  /** Aliases whose heading is kept in the text (`资金需求：500`), since the cell alone would not say what it is. */
  readonly labelled: readonly string[];
}

/** Fields whose columns are not data of the record. */
export const NOT_KEPT = 'rowNumber';

/** A rule from aliases written as one text, separated by commas. */
export function heading(field: string, aliases: string, labelled = ''): HeadingRule {
  return { field, aliases: words(aliases), labelled: words(labelled) };
}

function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
