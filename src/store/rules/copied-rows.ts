/** What a store hands to another that is to hold the same: rows of its tables, which have the same columns in both. */
export interface CopiedRows {
  readonly table: CopiedTable;
  /** Fields by their names in the schema; JSON read, bytes as bytes. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Rows come after those that they name. Jobs are in the order of their arrival. */
export const COPIED_TABLES = [
  'recordVersions',
  'results',
  'carriers',
  'revisions',
  'analyses',
  'embeddings',
  'models',
  'rounds',
  'roundChunks',
  'roundParts',
  'roundMatches',
  'decisions',
  'imports',
  'jobs',
  'jobWaits',
] as const;
export type CopiedTable = (typeof COPIED_TABLES)[number];
