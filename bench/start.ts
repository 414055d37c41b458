/**
 * A server that starts on what an installation has kept: from the start of the process until it listens, and until
 * it can match; then a carrier is changed, again and again, and the next answer knows it.
 */
import { loadNote } from './measuring/machine.ts';
import { median } from './measuring/numbers.ts';
import { megabytes, milliseconds, printTable } from './measuring/table.ts';
import { readOptions } from './options.ts';
import { type Server, startServer } from './serving/server.ts';
import { prepareDistrict } from './serving/stored-district.ts';

const { sizes, rounds } = readOptions({ carriers: 15_000, results: 100_000 });
/** Changes of a carrier, each followed by a question. */
const CHANGES = 20;
const WARM_UP = 5;
const CARRIER = 'C000007';

const folder = await prepareDistrict(sizes);
const starts = [];
for (let i = 0; i < rounds; i++) starts.push(await measureStart());

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
    { name: 'the first results for a carrier', ms: starts.map(({ first }) => first) },
    { name: 'the next', ms: starts.map(({ next }) => next) },
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
    const read = await server.logged('index read');
    await server.logged('ready to match');
    const matching = performance.now() - started;
    const { cpu, memory } = await server.used();
    const [first, next] = [await resultsFor(server), await resultsFor(server)];
    return {
      listening: server.listening,
      matching,
      read: Number(read['ms']),
      cpu,
      memory,
      first,
      next,
      ...(await change(server)),
    };
  } finally {
    await server.stop();
  }
}

async function resultsFor(server: Server): Promise<number> {
  const started = performance.now();
  await (await server.get(`/carriers/${CARRIER}/recommendations?purpose=transfer`)).text();
  return performance.now() - started;
}

/** Questions about the same pair, with and without a change of its carrier just before; medians. */
async function change(server: Server): Promise<{ unchanged: number; changed: number }> {
  const unchanged: number[] = [];
  const changed: number[] = [];
  for (let i = 0; i < WARM_UP + CHANGES; i++) {
    const slots = i % 2;
    await server.send('POST', '/carriers', { id: CARRIER, name: '江北高端装备孵化器', slots });
    changed.push(await explained(server, slots));
    unchanged.push(await explained(server, slots));
  }
  return { unchanged: median(unchanged.slice(WARM_UP)), changed: median(changed.slice(WARM_UP)) };
}

/** Milliseconds until the answer is there. Throws where it does not know how many slots the carrier has. */
async function explained(server: Server, slots: number): Promise<number> {
  const started = performance.now();
  const path = `/results/R000001/carriers/${CARRIER}/explanation?purpose=transfer`;
  const { limits } = (await (await server.get(path)).json()) as Explained;
  const ms = performance.now() - started;
  const outcome = limits.find(({ code }) => code === 'slots')?.outcome;
  if (outcome !== (slots === 0 ? 'failed' : 'passed')) throw new Error(`slots ${slots}: ${outcome}`);
  return ms;
}

interface Explained {
  readonly limits: readonly { readonly code: string; readonly outcome: string }[];
}
