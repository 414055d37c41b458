/** Holds the files of judgements against the records, and says on stderr what does not match. */
import type { Bilingual } from '../domain/match.ts';
import {
  type KnownIds,
  type Named,
  someOf,
  type Unmatched,
  unmatchedIds,
} from '../usecases/unmatched-ids.ts';
import { note } from './output/terminal.ts';
import type { PairRow } from './pair-file.ts';

export interface RecordFiles extends KnownIds {
  /** The files as they were named, to say what was expected. */
  readonly files: { readonly results: string; readonly carriers: string };
}

/** The records as they were read from the files that were named. */
export function recordFiles(
  { carriers, results }: RecordFiles['files'],
  carrierRecords: readonly { readonly id: string }[],
  resultRecords: readonly { readonly id: string }[],
): RecordFiles {
  return {
    files: { carriers, results },
    carriers: new Set(carrierRecords.map(({ id }) => id)),
    results: new Set(resultRecords.map(({ id }) => id)),
  };
}

/** What becomes of rows that name unknown ids. */
const LEFT_OUT: Bilingual = { zh: '未计', en: 'they are left out' };
const NOT_FOUND: Bilingual = {
  zh: '查询方不在的不评，另一方不在的按未找到计',
  en: 'queries among them are not measured, the others count as not found',
};

/** What is unknown in pairs. Throws `record.not_found` where nothing matches. */
export function tellUnmatchedPairs(
  file: string,
  rows: readonly PairRow[],
  records: RecordFiles,
): Unmatched[] {
  const named = rows.map(({ resultId, carrierId }) => ({ resultIds: [resultId], carrierIds: [carrierId] }));
  return tell(unmatchedIds(file, named, records), records, NOT_FOUND);
}

/** The rows whose records are known, and what is unknown. Throws `record.not_found` where nothing matches. */
export function matchedRows<Row>(
  file: string,
  rows: readonly Row[],
  namedBy: (row: Row) => Named,
  records: RecordFiles,
): { matched: Row[]; unmatched: Unmatched[] } {
  const unmatched = tell(unmatchedIds(file, rows.map(namedBy), records), records, LEFT_OUT);
  const isKnown = ({ resultIds, carrierIds }: Named) =>
    resultIds.every((id) => records.results.has(id)) && carrierIds.every((id) => records.carriers.has(id));
  return { matched: rows.filter((row) => isKnown(namedBy(row))), unmatched };
}

function tell(unmatched: Unmatched | null, { files }: RecordFiles, then: Bilingual): Unmatched[] {
  if (!unmatched) return [];
  const { file, rows, of } = unmatched;
  note(
    `${file}：${of} 行中 ${rows} 行的编号不在所给文件中，${then.zh} · ${rows} of ${of} rows name ids that are not in the files; ${then.en}`,
  );
  for (const [kind, column] of [
    ['results', 'resultId'],
    ['carriers', 'carrierId'],
  ] as const) {
    const ids = unmatched[kind];
    if (ids.length > 0)
      note(
        `  ${column}：${ids.length} 个 ids：${someOf(ids)}；应为 ${files[kind]} 中的 id expected an id of ${files[kind]}`,
      );
  }
  return [unmatched];
}
