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

export function parkSheet(reader: Reader, park: ParkProposal, number: number, print: Printable): Content[] {
  const tables = [parkMembersTable, parkSitesTable, parkNeedsTable].map((table) => table(reader, [park]));
  return [
    { text: `建园建议${number}　${print.text(park.theme.name.zh)}`, style: 'sheet', pageBreak: 'before' },
    factTable(parkFacts(park), print),
    ...tables.flatMap((table, i) => [
      heading(`（${chineseNumber(i + 1)}）`, table.title, 'section', print),
      ...tableOf(table, print),
    ]),
  ];
}
