/** `jianyuan list`: the records with their ids, which the other commands ask for. */
import { Argument, Command, Option } from 'commander';
import { RECORD_KINDS, type RecordKind } from '../domain/import-report.ts';
import type { Profile } from '../domain/profile.ts';
import { csvLine, KIND_NAMES, LEVEL_NAMES, STATUS_NAMES } from '../exchange/index.ts';
import type { UseCases } from '../usecases/use-cases.ts';
import { limitOption } from './options.ts';
import { type Column, table } from './output/table.ts';
import { note, print } from './output/terminal.ts';
import { commandConfig, withApplication } from './session.ts';

interface Options {
  readonly sector?: string;
  readonly search?: string;
  readonly limit: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const SHOWN = 50;
/** By it a spreadsheet program knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const UNREAD = '待分析';
const UNSURE = '未判明';

export function listCommand(): Command {
  return new Command('list')
    .description(
      '列出成果或载体及其编号，供 match、explain、decide 使用\nList results or carriers with the ids that match, explain and decide take.',
    )
    .addArgument(new Argument('<kind>', '类型：成果 results、载体 carriers').choices(RECORD_KINDS))
    .option('--sector <code>', '只列某领域，代码或名称 only those of a sector, by code or name')
    .option('--search <words>', '名称中包含的文字 words that occur in the title or name')
    .addOption(limitOption(SHOWN))
    .addOption(new Option('--json', '以 JSON 输出 print as JSON').conflicts('csv'))
    .option('--csv', '以 CSV 输出 print as CSV')
    .action(async (kind: RecordKind, options: Options) => {
      await withApplication(commandConfig(), async ({ usecases, profile }) => {
        const { items, rows, more, unread } = await LISTS[kind](usecases, profile, options);
        const columns = COLUMNS[kind];
        if (options.json) print(JSON.stringify(items, null, 2));
        else if (options.csv)
          process.stdout.write(
            BYTE_ORDER_MARK + [columns.map(({ head }) => head), ...rows].map(csvLine).join(''),
          );
        else print(table(columns, rows));
        if (unread > 0)
          note(`另有 ${unread} 条尚未分析，未计入 · ${unread} whose texts nobody has read yet are left out`);
        if (more)
          note(`还有更多，可用 --limit、--search、--sector · there are more: --limit, --search, --sector`);
      });
    });
}

const ID: Column = { head: '编号 id', width: 16 };
const SECTORS: Column = { head: '领域 sectors', width: 18 };

const COLUMNS: Record<RecordKind, readonly Column[]> = {
  results: [
    ID,
    { head: '成果名称 title' },
    SECTORS,
    { head: '完成单位 university', width: 14 },
    { head: '成熟度 readiness', width: 9 },
  ],
  carriers: [
    ID,
    { head: '载体名称 name' },
    SECTORS,
    { head: '类型 kind', width: 12 },
    { head: '级别 level', width: 6 },
    { head: '状态 status', width: 8 },
  ],
};

interface Listed {
  readonly items: readonly object[];
  readonly rows: readonly (readonly string[])[];
  readonly more: boolean;
  readonly unread: number;
}

const LISTS: Record<RecordKind, (usecases: UseCases, profile: Profile, options: Options) => Promise<Listed>> =
  {
    results: async (usecases, profile, options) => {
      const found = await usecases.overviewResults(options);
      const rows = found.items.map(({ id, title, sectors, university, trl, stage }) => [
        id,
        title,
        named(sectors, profile),
        university ?? '',
        trl === undefined ? (stage ?? '') : levels(trl),
      ]);
      return { ...found, rows };
    },
    carriers: async (usecases, profile, options) => {
      const found = await usecases.overviewCarriers(options);
      const rows = found.items.map(({ id, name, sectors, kind, level, status }) => [
        id,
        name,
        named(sectors, profile),
        kind ? KIND_NAMES[kind].zh : '',
        level ? LEVEL_NAMES[level].zh : '',
        status ? STATUS_NAMES[status].zh : '',
      ]);
      return { ...found, rows };
    },
  };

function named(codes: readonly string[] | null, { sectors }: Profile): string {
  if (codes === null) return UNREAD;
  if (codes.length === 0) return UNSURE;
  const names = new Map(sectors.map(({ code, zh }) => [code, `${code} ${zh}`]));
  return codes.map((code) => names.get(code) ?? code).join('、');
}

function levels({ low, high }: { low: number; high: number }): string {
  return low === high ? `TRL ${low}` : `TRL ${low}-${high}`;
}
