import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type Config, loadConfig } from '../config.ts';
import type { RecordKind } from '../domain/import-report.ts';
import type { Application } from '../usecases/application.ts';
import { importFiles } from './import.ts';
import { sheetsOption } from './options.ts';
import { printImports } from './output/import-tables.ts';
import { printRoundSummary } from './output/round-summary.ts';
import { print, terminal } from './output/terminal.ts';
import { runRound } from './run-round.ts';
import { withApplication, workHere } from './session.ts';
import { reportInFiles } from './write-report-files.ts';

const SEEDS = fileURLToPath(new URL('../../seeds/demo', import.meta.url));
/** A few of what is wrong with each file: enough to see how it is said. */
const FINDINGS_SHOWN = 5;

export function demoCommand(): Command {
  return new Command('demo')
    .description(
      '导入演示数据，开展一轮对接，输出报告\nImport the demonstration data, run a round, write its report.',
    )
    .addOption(sheetsOption())
    .action(async ({ sheets }: { sheets?: number }) => {
      const config = demoConfig();
      await clear(config);
      await withApplication(config, async (application) => {
        await importSeeds(application);
        await workHere(application, config);
        const report = await runRound(application, {});
        printRoundSummary(report);
        await reportInFiles(application, report, config.data.reports, { sheets });
      });
      printNextSteps(config);
    });
}

/** A database of its own beside the real one, on the embedded queue, whatever the environment says. */
function demoConfig(): Config {
  const { data } = loadConfig(process.env);
  return loadConfig({
    LOG_LEVEL: 'fatal',
    ...process.env,
    DATA_DIR: join(data.dir, 'demo'),
    DATABASE_URL: undefined,
    REDIS_URL: undefined,
  });
}

/** The demonstration begins anew each time. */
async function clear({ data }: Config): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) await rm(`${data.database.shown}${suffix}`, { force: true });
  await rm(data.reports, { recursive: true, force: true });
}

async function importSeeds(application: Application): Promise<void> {
  const files = (await readdir(SEEDS)).filter((name) => /\.(xlsx|csv|jsonl)$/iu.test(name)).sort();
  const carriers = files.filter(isOfCarriers);
  const results = files.filter((name) => !isOfCarriers(name));
  await importAll(application, 'carriers', carriers, '导入载体 importing carriers');
  await importAll(application, 'results', results, '导入成果 importing results');
}

async function importAll(
  application: Application,
  kind: RecordKind,
  files: readonly string[],
  title: string,
): Promise<void> {
  print(terminal.colours.bold(`\n${title}`));
  const paths = files.map((name) => join(SEEDS, name));
  printImports(await importFiles(application, kind, paths), { findings: FINDINGS_SHOWN });
}

/** The bureau's list of carriers says so in its name; every other file comes from a university. */
function isOfCarriers(name: string): boolean {
  return /carriers|载体/iu.test(name);
}

function printNextSteps({ data }: Config): void {
  const key = randomBytes(18).toString('base64url');
  print(`\n${terminal.colours.bold('接下来 next')}`);
  print('用演示数据启动网页服务 start the web server on this data:');
  const elsewhere = ['DATABASE_URL', 'REDIS_URL'].filter((name) => process.env[name]);
  const settings = [...elsewhere.map((name) => `${name}=`), `DATA_DIR=${relative('', data.dir) || '.'}`];
  print(`  ${settings.join(' ')} API_KEY=${key} npx jianyuan serve`);
  print('写入接口凭此密钥调用 writes need this key (made just now, kept nowhere):');
  print(`  ${key}`);
}
