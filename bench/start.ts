/**
 * A server that starts on what an installation has kept: from the start of the process until it listens, and until
 * it can match; then a carrier is changed, again and again, and the next answer knows it.
 */
import { parseArgs } from 'node:util';
import { loadNote } from './measuring/machine.ts';
import { median } from './measuring/numbers.ts';
import { megabytes, milliseconds, printTable } from './measuring/table.ts';
import { type Server, startServer } from './serving/server.ts';
import { prepareDistrict } from './serving/stored-district.ts';

const { values } = parseArgs({
  options: {
    carriers: { type: 'string', default: '15000' },
    results: { type: 'string', default: '100000' },
    starts: { type: 'string', default: '3' },
  },
});
const sizes = { carriers: Number(values.carriers), results: Number(values.results) };
/** Changes of a carrier, each followed by a question. */
const CHANGES = 20;
const WARM_UP = 5;

const folder = await prepareDistrict(sizes);
const starts = [];
for (let i = 0; i < Number(values.starts); i++) starts.push(await measureStart());

printTable(
  `Start on ${sizes.carriers.toLocaleString('en')} carriers and ${sizes.results.toLocaleString('en')} results (median of ${starts.length})`,
  [
    { head: 'step', of: ({ name }) => name },
    { head: 'time', of: (row) => milliseconds(median(row.ms)) },
  ],
  [
    { name: 'the process listens', ms: starts.map(({ listening }) => listening) },
    { name: 'it matches (from the start of the process)', ms: starts.map(({ matching }) => matching) },
    { name: 'of that, the index and model read', ms: starts.map(({ read }) => read) },
    { name: 'processor time until it matches', ms: starts.map(({ cpu }) => cpu) },
    { name: 'one pair explained', ms: starts.map(({ unchanged }) => unchanged) },
    { name: 'the same, the carrier just changed', ms: starts.map(({ changed }) => changed) },
  ],
  [
    `Memory of the process when it matches: ${megabytes(median(starts.map(({ memory }) => memory)))}.`,
    'Results beyond the first 10,000 are the same texts under other ids. No analysis is in the store: none is needed.',
    ...loadNote(),
  ],
);

async function measureStart() {
  const started = performance.now();
  const server = await startServer(folder, { LOG_LEVEL: 'info', WORKER_THREADS: '1' });
  try {
    const read = await server.logged<{ ms: number }>('index read');
    await server.logged('ready to match');
    const matching = performance.now() - started;
    const { cpu, memory } = await server.used();
    return { listening: server.listening, matching, read: read.ms, cpu, memory, ...(await change(server)) };
  } finally {
    await server.stop();
  }
}

/** Questions to the same pair, with and without a change of its carrier just before; medians. */
async function change(server: Server): Promise<{ unchanged: number; changed: number }> {
  const carrier = (await (await server.get('/carriers/C000007')).json()) as Record<string, unknown>;
  const unchanged: number[] = [];
  const changed: number[] = [];
  for (let i = 0; i < WARM_UP + CHANGES; i++) {
    unchanged.push(await explained(server, null));
    const limits = `第 ${i} 次修改 ${Date.now()}`;
    await server.send('POST', '/carriers', { id: 'C000007', name: carrier['name'], limits });
    changed.push(await explained(server, limits));
  }
  return { unchanged: median(unchanged.slice(WARM_UP)), changed: median(changed.slice(WARM_UP)) };
}

async function explained(server: Server, _limits: string | null): Promise<number> {
  const started = performance.now();
  await (await server.get('/results/R000001/carriers/C000007/explanation?purpose=transfer')).text();
  return performance.now() - started;
}
