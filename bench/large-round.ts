/**
 * A matching round as large as a region's, through the commands that users have: records are imported into a database
 * of their own (once: it is kept), then `jianyuan round` runs, alone or with so many `jianyuan worker` beside it. Shows
 * what each stage takes in each process. `--prepare` only imports.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { printStages } from './large-round/print-stages.ts';
import { watchStages } from './large-round/stages.ts';
import { writeRecords } from './large-round/write-records.ts';

const PROGRAM = fileURLToPath(new URL('../bin/jianyuan.js', import.meta.url));

const { values } = parseArgs({
  options: {
    results: { type: 'string', default: '2500' },
    carriers: { type: 'string', default: '15000' },
    top: { type: 'string', default: '2' },
    folder: { type: 'string', default: join(tmpdir(), 'jianyuan-large-round') },
    workers: { type: 'string', default: '0' },
    prepare: { type: 'boolean', default: false },
  },
});
const folder = join(values.folder, `${values.carriers}-${values.results}`);
if (!existsSync(folder)) await prepare();
if (!values.prepare) await runRound();

async function prepare(): Promise<void> {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const kind of ['carriers', 'results'] as const) {
    const files = await writeRecords(join(draft, 'records'), kind, Number(values[kind]));
    const imported = start(draft, ['import', kind, ...files]);
    await ended(imported);
  }
  rmSync(join(draft, 'records'), { recursive: true });
  renameSync(draft, folder);
}

async function runRound(): Promise<void> {
  const { database } = loadConfig({ DATA_DIR: folder }).data;
  if (database.kind !== 'sqlite') throw new Error('a folder alone names a SQLite file');
  const store = await openSqliteStore({ path: database.path });
  const workers = Array.from({ length: Number(values.workers) }, () => start(folder, ['worker']));
  const round = start(folder, ['round', '--top', values.top]);
  const watch = watchStages(
    store.jobs,
    [round, ...workers].map(({ pid }) => pid!),
  );
  try {
    await ended(round);
  } finally {
    for (const worker of workers) worker.kill();
    printStages(`${values.results} results × ${values.carriers} carriers`, await watch.stop());
    await store.close();
  }
}

function start(dataDir: string, command: readonly string[]) {
  return spawn(process.execPath, [PROGRAM, ...command], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ended(child: ReturnType<typeof start>): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${child.spawnargs.slice(2).join(' ').slice(0, 80)}: exit code ${code}`);
}
