/**
 * How long the server's event loop stands still while the background works: a file of results read and analysed,
 * learning, the index built, a round matched, its report put together. Two clients ask and write all the time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAnalysed } from './corpus/parts.ts';
import { prepareCorpus } from './corpus.ts';
import { loadNote } from './measuring/machine.ts';
import { median } from './measuring/numbers.ts';
import { milliseconds, printTable } from './measuring/table.ts';
import { readOptions } from './options.ts';
import { type Server, startServer, until } from './serving/server.ts';
import type { Watched } from './serving/server-process.ts';

/** No pause longer than this, in ms. */
const ALLOWED_MS = 50;
/** Between two requests of the client that asks, and of the one that writes. */
const ASKING_MS = 50;
const WRITING_MS = 400;

const { sizes } = readOptions({ carriers: 100 });
const { folder } = await prepareCorpus(sizes);
const results = readAnalysed(folder, 'results', sizes.results).map(({ record }) => record);
const carriers = readAnalysed(folder, 'carriers', sizes.carriers).map(({ record }) => record);

interface Phase extends Clients {
  readonly name: string;
  readonly seconds: number;
  readonly watched: Watched;
}

/** How long whoever asked had to wait; milliseconds. */
interface Clients {
  readonly lists: number[];
  readonly recommendations: number[];
  readonly writes: number[];
  refusals: number;
}

const phases: Phase[] = [];
const dataDir = await mkdtemp(join(tmpdir(), 'jianyuan-bench-'));
try {
  let server = await startServer(dataDir);
  await server.upload('carriers', 'carriers.jsonl', lines(carriers));
  await until(async () => noneOpen(server));
  await measure(server, 'import, analysis, learning', async () => {
    await server.upload('results', 'results.jsonl', lines(results));
    await until(async () => noneOpen(server));
  });
  await measure(server, 'a round', async () => {
    await server.send('POST', '/rounds');
    await until(async () => noneOpen(server));
  });
  await server.stop();
  await rm(join(dataDir, 'jianyuan.sqlite.index'));
  server = await startServer(dataDir);
  await measure(server, 'the index built at the start', async () => {
    await until(async () => (await recommend(server)).status === 200);
  });
  await server.stop();
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

printTable(
  `Event loop of the server: ${sizes.results.toLocaleString('en')} results, ${sizes.carriers.toLocaleString('en')} carriers, everything in one process`,
  [
    { head: '', of: ({ name }) => name },
    { head: 'took', of: ({ seconds }) => `${Math.round(seconds)} s` },
    { head: 'longest pause', of: ({ watched }) => milliseconds(watched.longest) },
    { head: '99 % below', of: ({ watched }) => milliseconds(watched.p99) },
    {
      head: 'its own',
      of: ({ watched: { longestOwn } }) => (longestOwn === null ? '?' : milliseconds(longestOwn)),
    },
    {
      head: 'computing',
      of: ({ watched: { mostComputed } }) => (mostComputed === null ? '?' : milliseconds(mostComputed)),
    },
    {
      head: `≤ ${ALLOWED_MS} ms`,
      of: ({ watched }) => ((watched.longestOwn ?? watched.longest) <= ALLOWED_MS ? 'yes' : 'no'),
    },
    { head: 'a list, longest', of: ({ lists }) => milliseconds(Math.max(...lists)) },
    { head: 'a write, longest', of: ({ writes }) => milliseconds(Math.max(...writes)) },
    { head: 'recommendation, median', of: (phase) => milliseconds(median(phase.recommendations)) },
    { head: 'longest', of: (phase) => milliseconds(Math.max(...phase.recommendations)) },
    { head: '503', of: ({ refusals }) => String(refusals) },
  ],
  phases,
  [
    'Longest pause: of the event loop, as perf_hooks sees it. Its own: the longest without the time in which the thread waited for a core. Computing: the most processor time between two looks; what it waits for others (memory cleared together, the disk) is not in it.',
    ...loadNote(),
  ],
);

async function measure(server: Server, name: string, work: () => Promise<void>): Promise<void> {
  const ended = new AbortController();
  const clients: Clients = { lists: [], recommendations: [], writes: [], refusals: 0 };
  const started = performance.now();
  const { watched } = await server.watch(async () => {
    const asking = [readAndAsk(server, clients, ended.signal), write(server, clients, ended.signal)];
    await work().finally(() => ended.abort());
    await Promise.all(asking);
  });
  phases.push({ name, seconds: (performance.now() - started) / 1_000, watched, ...clients });
}

async function readAndAsk(server: Server, clients: Clients, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    clients.lists.push(await timed(() => server.get('/results?limit=50')));
    const started = performance.now();
    const { status } = await recommend(server);
    if (status === 503) clients.refusals++;
    else clients.recommendations.push(performance.now() - started);
    await sleep(ASKING_MS);
  }
}

/** The same few results, changed again and again. */
async function write(server: Server, clients: Clients, ended: AbortSignal): Promise<void> {
  for (let i = 0; !ended.aborted; i++) {
    const result = { ...results[i % 10]!, needs: `寻求第 ${i} 家合作单位` };
    clients.writes.push(await timed(() => server.send('POST', '/results', result)));
    await sleep(WRITING_MS);
  }
}

async function recommend(server: Server): Promise<Response> {
  const response = await server.get(`/carriers/${carriers[0]!.id}/recommendations?purpose=transfer`);
  await response.text();
  return response;
}

async function timed(request: () => Promise<Response>): Promise<number> {
  const started = performance.now();
  await (await request()).text();
  return performance.now() - started;
}

async function noneOpen(server: Server): Promise<boolean> {
  for (const state of ['waiting', 'ready', 'active']) {
    const { items } = (await (await server.get(`/jobs?state=${state}&limit=1`)).json()) as {
      items: unknown[];
    };
    if (items.length > 0) return false;
  }
  return true;
}

function lines(records: readonly unknown[]): string {
  return records.map((record) => JSON.stringify(record)).join('\n');
}
