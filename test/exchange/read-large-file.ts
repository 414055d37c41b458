/** Run as a child process: reads the workbook named on the command line and prints counts, batches and peak memory. */
import { readFileSync } from 'node:fs';
import { readRecords } from '../../src/exchange/index.ts';

const bytes = readFileSync(process.argv[2] ?? '');
let batches = 0;
let drafts = 0;
for await (const batch of readRecords('results', { filename: 'large.xlsx', bytes })) {
  batches++;
  drafts += batch.drafts.length;
}
// maxRSS is in KiB: the highest that this process ever reached.
process.stdout.write(JSON.stringify({ batches, drafts, megabytes: process.resourceUsage().maxRSS / 1024 }));
