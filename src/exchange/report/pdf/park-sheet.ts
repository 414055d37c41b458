/** The sheet of one proposed park (建园建议书): what belongs together, where, what it is worth and what is missing. */
import type { ParkProposal } from '../../../domain/park.ts';
import { parkFacts } from '../content/park-lines.ts';
import { parkMembersTable } from '../content/park-members-table.ts';
import { parkNeedsTable } from '../content/park-needs-table.ts';
import { parkSitesTable } from '../content/park-sites-table.ts';
import type { Reader } from '../content/reader.ts';
import { factTable, heading, tableOf } from './blocks.ts';
import { chineseNumber } from './chinese-number.ts';
import type { Content } from './content-types.ts';
import type { Printable } from './printable.ts';

/**
 * The sheets follow one another: a title goes to the next page only where its first facts would not stand below it, a
 * table where its first row would not.
 */
const ROOM_BELOW_TITLE = 160;
const ROOM_BELOW_SECTION = 160;

export function parkSheet(reader: Reader, park: ParkProposal, number: number, print: Printable): Content[] {
  const tables = [parkMembersTable, parkSitesTable, parkNeedsTable].map((table) => table(reader, [park]));
  return [
    heading(`建园建议${number}　`, park.theme.name, 'sheet', print, ROOM_BELOW_TITLE),
    factTable(parkFacts(park), print),
    ...tables.flatMap((table, i) => [
      heading(`（${chineseNumber(i + 1)}）`, table.title, 'section', print, ROOM_BELOW_SECTION),
      ...tableOf(table, print),
    ]),
  ];
}
