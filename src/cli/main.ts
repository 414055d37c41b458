/** The command line. Commands are loaded when called, so that help and version come at once. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { printError } from './output/errors.ts';

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

const COMMANDS: readonly Entry[] = [
  {
    name: 'demo',
    summary: '用演示数据完整走一遍 the whole way over demonstration data',
    load: async () => (await import('./demo.ts')).demoCommand(),
  },
  {
    name: 'import',
    summary: '导入成果或载体（XLSX、CSV、JSONL） import results or carriers',
    load: async () => (await import('./import.ts')).importCommand(),
  },
  {
    name: 'list',
    summary: '列出成果或载体及其编号 list results or carriers with their ids',
    load: async () => (await import('./list.ts')).listCommand(),
  },
  {
    name: 'show',
    summary: '查看一条成果或载体的全部内容 show everything that is kept of one record',
    load: async () => (await import('./show.ts')).showCommand(),
  },
  {
    name: 'template',
    summary: '生成空白导入模板 write an empty spreadsheet to fill in',
    load: async () => (await import('./template.ts')).templateCommand(),
  },
  {
    name: 'match',
    summary: '为一项成果推荐载体 recommend carriers for one result',
    load: async () => (await import('./match.ts')).matchCommand(),
  },
  {
    name: 'explain',
    summary: '说明一项成果与一家载体的评分及未推荐的原因 explain one pair, and why it is not recommended',
    load: async () => (await import('./explain.ts')).explainCommand(),
  },
  {
    name: 'round',
    summary: '对全部成果开展一轮对接 run a matching round over all results',
    load: async () => (await import('./round.ts')).roundCommand(),
  },
  {
    name: 'report',
    summary: '查看或导出一轮的报告 show or write the report of a round',
    load: async () => (await import('./report.ts')).reportCommand(),
  },
  {
    name: 'decide',
    summary: '审核一对推荐，此后各轮照办 decide on a pair; later rounds keep to it',
    load: async () => (await import('./decide.ts')).decideCommand(),
  },
  {
    name: 'verify-report',
    summary: '复算报告，指出第一处不符 recompute a report and name the first disagreement',
    load: async () => (await import('./verify-report.ts')).verifyReportCommand(),
  },
  {
    name: 'freeze',
    summary: '导出一轮的全部输入，供他处复算 write all that a round rests on into a file',
    load: async () => (await import('./freeze.ts')).freezeCommand(),
  },
  {
    name: 'replay',
    summary: '重做一轮，核对结果是否相同 do a round again and compare the hash',
    load: async () => (await import('./replay.ts')).replayCommand(),
  },
  {
    name: 'train',
    summary: '从记录和文本学习词义，此后用于匹配 learn what words mean, for all matching from then on',
    load: async () => (await import('./train.ts')).trainCommand(),
  },
  {
    name: 'copy-store',
    summary: '把 SQLite 的内容复制到 PostgreSQL copy a SQLite file into a PostgreSQL database',
    load: async () => (await import('./copy-store.ts')).copyStoreCommand(),
  },
  {
    name: 'rank',
    summary: '不用数据库，直接对两份文件排序 rank the records of two files, without a database',
    load: async () => (await import('./rank.ts')).rankCommand(),
  },
  {
    name: 'evaluate',
    summary: '对照人工判断评测匹配质量 measure matches against judgements',
    load: async () => (await import('./evaluate.ts')).evaluateCommand(),
  },
  {
    name: 'evaluate-sectors',
    summary: '对照标签检验领域识别 measure the reading of sectors against labels',
    load: async () => (await import('./evaluate-sectors.ts')).evaluateSectorsCommand(),
  },
  {
    name: 'profile',
    summary: '由带标签的文本生成区域档案 make a district profile from labelled texts',
    load: async () => (await import('./profile.ts')).profileCommand(),
  },
  {
    name: 'analyse',
    summary: '逐条输出读出的领域、能力、成熟度 what is read out of each text',
    load: async () => (await import('./analyse.ts')).analyseCommand(),
  },
  {
    name: 'serve',
    summary: '启动网页服务与后台任务 start the web server and its worker',
    load: async () => (await import('./serve.ts')).serveCommand(),
  },
  {
    name: 'worker',
    summary: '只启动后台任务 start a worker only',
    load: async () => (await import('./worker.ts')).workerCommand(),
  },
];

const TITLES: Record<string, string> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
};

/** What is wrong with a call, before the words of the library that found it. */
const USAGE_ERRORS: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有此命令',
  'commander.unknownOption': '没有此选项',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '取值有误',
};

// a reader that has seen enough (`| head`) ends the output, not the work
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}

async function run(args: readonly string[]): Promise<void> {
  const program = new Command('jianyuan')
    .description(
      '建园：高校科技成果与孵化载体智能匹配\nMatches university research results to incubation carriers.',
    )
    .version(version(), '-V, --version', '显示版本 show the version')
    .helpOption('-h, --help', '显示帮助 show help')
    .helpCommand('help [command]', '显示某个命令的帮助 show the help of a command')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .showSuggestionAfterError(true);
  const called = args.find((arg) => !arg.startsWith('-') && arg !== 'help');
  for (const entry of COMMANDS) {
    program.addCommand(await command(entry, entry.name === called));
  }
  for (const each of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
    each.exitOverride().configureOutput({ outputError: () => {} });
  }
  await program.parseAsync(args, { from: 'user' });
}

/** The command itself where it is called; else only its line in the help. */
async function command({ name, summary, load }: Entry, called: boolean): Promise<Command> {
  if (!called) return new Command(name).description(summary);
  const loaded = await load();
  return loaded
    .summary(summary)
    .helpOption('-h, --help', '显示帮助 show help')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title });
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Prints an error; returns the exit code. */
function report(error: unknown): number {
  if (!(error instanceof CommanderError)) {
    printError(error);
    return 1;
  }
  if (error.exitCode === 0) return 0;
  if (error.code === 'commander.help') return 1;
  const zh = USAGE_ERRORS[error.code];
  const said = error.message.replace(/^error: /u, '');
  process.stderr.write(`错误 error [usage]: ${zh === undefined ? said : `${zh} ${said}`}\n`);
  return 1;
}
