/** The sheets of the workbook in order; null is left out. One table, one file; a new one is added here. */
import { candidatesTable } from './candidates-table.ts';
import { concentrationTable } from './concentration-table.ts';
import { decisionsTable } from './decisions-table.ts';
import { demandsTable } from './demands-table.ts';
import { differenceTable } from './difference-table.ts';
import { gapGridTable } from './gap-grid-table.ts';
import { forecastsTable, gapsTable } from './gaps-table.ts';
import { loadsTable } from './loads-table.ts';
import { overviewTable } from './overview-table.ts';
import { parkMembersTable } from './park-members-table.ts';
import { parkNeedsTable } from './park-needs-table.ts';
import { parkSitesTable } from './park-sites-table.ts';
import { parksTable } from './parks-table.ts';
import { placementsTable } from './placements-table.ts';
import { plansTable } from './plans-table.ts';
import type { Reader } from './reader.ts';
import { refusedTable } from './refused-table.ts';
import { risksTable } from './risks-table.ts';
import { scoresTable } from './scores-table.ts';
import { stepsTable } from './steps-table.ts';
import type { ReportTable } from './table.ts';
import { targetsTable } from './targets-table.ts';
import { unplacedTable } from './unplaced-table.ts';
import { worstServedTable } from './worst-served-table.ts';

export const WORKBOOK_TABLES: readonly ((reader: Reader) => ReportTable | null)[] = [
  (reader) => overviewTable(reader),
  plansTable,
  demandsTable,
  placementsTable,
  candidatesTable,
  scoresTable,
  risksTable,
  stepsTable,
  unplacedTable,
  loadsTable,
  concentrationTable,
  worstServedTable,
  decisionsTable,
  differenceTable,
  parksTable,
  parkMembersTable,
  parkSitesTable,
  parkNeedsTable,
  gapGridTable,
  gapsTable,
  refusedTable,
  forecastsTable,
  targetsTable,
];
