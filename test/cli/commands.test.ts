import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/output/width.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { readPdf } from '../support/pdf-text.ts';
import { commandLine, folder, type Outcome } from './command.ts';

const CARRIERS = `载体名称,载体类型,载体简介,TRL下限,TRL上限,本轮名额
江北嘴生物医药中试基地,中试平台,提供生物医药小分子药物中试放大与GMP车间，可承接原料药中试。,5,8,3
鱼复智能网联汽车加速器,加速器,服务智能网联汽车与自动驾驶企业，提供道路测试场地与整车试制。,5,9,
`;
const RESULTS = `成果名称,完成单位,成果简介,技术成熟度,需求
抗肿瘤小分子药物的合成工艺,重庆大学,已完成小分子抗肿瘤药物的实验室合成，正在寻求原料药中试放大与GMP车间。,5级,寻求GMP中试
车载激光雷达点云感知算法,重庆邮电大学,面向自动驾驶的激光雷达目标检测算法，已装车测试。,6级,寻求道路测试场地
甲骨文断代研究,西南大学,对馆藏甲骨的分期断代。,,
`;

function write(dir: string, name: string, content: string): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

/** What makes output pleasant in a pipe, a mail or a narrow window. */
function expectPlain({ stdout, stderr }: Outcome): void {
  for (const line of `${stdout}\n${stderr}`.split('\n')) {
    expect(displayWidth(line), line).toBeLessThanOrEqual(100);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
    expect(line).not.toMatch(/\u001b/u);
    expect(line).not.toMatch(/^\s+at .*\.ts/u);
  }
}

let imported: string;

/** Imported once; who works with it copies it. */
beforeAll(async () => {
  imported = mkdtempSync(join(tmpdir(), 'jianyuan-cli-'));
  const jianyuan = commandLine(imported);
  expect((await jianyuan('import', 'carriers', write(imported, '载体.csv', CARRIERS))).code).toBe(0);
  expect((await jianyuan('import', 'results', write(imported, '成果.csv', RESULTS))).code).toBe(0);
  const again = await jianyuan('import', 'results', '--json', join(imported, '成果.csv'));
  expect(JSON.parse(again.stdout)).toMatchObject([{ counts: { rows: 3, unchanged: 3 } }]);
}, 120_000);

afterAll(() => rmSync(imported, { recursive: true, force: true }));

function district() {
  const dir = folder();
  cpSync(imported, dir, { recursive: true });
  return { dir, jianyuan: commandLine(dir) };
}

test('help is in Chinese and English, the version is the package’s', async () => {
  const jianyuan = commandLine(folder());
  const help = await jianyuan('--help');
  expect(help.code).toBe(0);
  for (const words of ['用法 Usage', '导入成果或载体', 'run a matching round'])
    expect(help.stdout).toContain(words);
  const own = await jianyuan('round', '--help');
  expect(own.stdout).toContain('--purpose');
  expect((await jianyuan('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
});

test('a reader that stops reading early breaks nothing', async () => {
  const dir = folder();
  const command = fileURLToPath(new URL('../../bin/jianyuan.js', import.meta.url));
  const child = spawn(process.execPath, [command, 'help'], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dir },
  });
  child.stdout.destroy();
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(Buffer.concat(stderr).toString('utf8')).toBe('');
  expect(code).toBe(0);
});

test('a wrong call is one line and exit code 1', async () => {
  const jianyuan = commandLine(folder());
  for (const args of [
    ['fly'],
    ['import', 'people', 'x.csv'],
    ['match'],
    ['round', '--top', '0'],
    ['round', '--demand', 'R1=0'],
    ['round', '--demand', 'R1=11'],
    ['round', '--demand', 'R1=2/0'],
    ['round', '--per-result', '11'],
    ['round', '--per-result', '1.5'],
  ]) {
    const outcome = await jianyuan(...args);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/^错误 error \[usage\]: (?:没有此命令|缺少参数|取值有误) .+\n$/u);
  }
});

test('a wrong environment is named variable by variable, without a stack', async () => {
  const outcome = await commandLine(folder(), {
    API_KEY: 'short',
    DATABASE_URL: 'postgres://u:hunter2@db/x',
  })('round');
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/^错误 error \[config\.invalid\]/u);
  expect(outcome.stderr).toContain('API_KEY');
  expect(outcome.stderr).not.toContain('hunter2');
  expectPlain(outcome);
});

test.each([
  ['DATA_DIR', 'a file', (dir: string) => write(dir, 'file', ''), '路径中有一段是文件，不是文件夹'],
  ['DATA_DIR', 'a place where there can be no folder', () => '/proc/nope', '系统不允许在此建立文件夹'],
  ['DATA_DIR', 'a folder with something else in it', holdsNoDatabase, '文件不是 SQLite 数据库'],
  ['DATABASE_URL', 'below a file', (dir: string) => `${write(dir, 'file', '')}/x.db`, '路径中有一段是文件'],
])('%s that is %s is told with what it is and what it should be', async (setting, _what, place, reason) => {
  const dir = folder();
  const path = place(dir);
  const value = setting === 'DATABASE_URL' ? `sqlite:${path}` : path;
  const outcome = await commandLine(dir, { [setting]: value })('round');
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/^错误 error \[config\.invalid\]: 数据库无法打开：/u);
  for (const words of [reason, setting, '可读写的']) expect(outcome.stderr).toContain(words);
  expect(outcome.stderr.replace(/[\s│]/gu, '')).toContain(path);
});

function holdsNoDatabase(dir: string): string {
  write(dir, 'jianyuan.sqlite', 'a text, and no database '.repeat(100));
  return dir;
}

test('an import with a bad row shows where it is and what was expected; the exit code says how it went', async () => {
  const dir = folder();
  const jianyuan = commandLine(dir);
  const mixed = await jianyuan('import', 'results', write(dir, 'mixed.csv', RESULTS.replace('5级', '12级')));
  expect(mixed.code).toBe(2);
  for (const words of ['mixed.csv', '成果简介 → abstract', '拒收', '技术成熟度', '12级'])
    expect(mixed.stdout).toContain(words);
  expectPlain(mixed);

  const [head] = RESULTS.split('\n');
  expect(
    (await jianyuan('import', 'results', write(dir, 'bad.csv', `${head}\n甲,乙大学,丙,12级,\n`))).code,
  ).toBe(1);
  const missing = await jianyuan('import', 'results', join(dir, 'not-there.xlsx'));
  expect(missing.code).toBe(1);
  expect(missing.stderr).toMatch(/^错误 error \[file\.unreadable\]: .+not-there\.xlsx.+\n$/u);
  expect((await jianyuan('import', 'results', dir)).stderr).toContain('这是文件夹，不是文件');
  const nowhere = await jianyuan('template', 'results', '--out', join(dir, 'not-there', '成果.xlsx'));
  expect(nowhere.code).toBe(1);
  expect(nowhere.stderr).toMatch(
    /^错误 error \[disk\]: 文件或文件夹不存在 no such file or folder · .*not-there.成果\.xlsx/u,
  );
});

test('from two spreadsheets to recommendations, a round and its report', async () => {
  const { dir, jianyuan } = district();

  const round = await jianyuan('round');
  expect(round.code).toBe(0);
  for (const words of ['江北嘴生物医药中试基地', '甲骨文断代研究', '载体负荷'])
    expect(round.stdout).toContain(words);
  expectPlain({ ...round, stdout: round.stdout.replaceAll(dir, '.') });
  const roundId = /round (r\S+)/u.exec(round.stdout)?.[1] ?? '';
  const written = JSON.parse(readFileSync(join(dir, 'reports', `${roundId}.json`), 'utf8')) as {
    entries: { result: { id: string; title: string }; matches: { summary: { zh: string } }[] }[];
  };
  expect(written.entries).toHaveLength(3);
  expect(readFileSync(join(dir, 'reports', `${roundId}.html`), 'utf8')).toContain(
    '抗肿瘤小分子药物的合成工艺',
  );

  const again = await jianyuan('report', roundId, '--json');
  expect(JSON.parse(again.stdout)).toEqual(written);

  const drug = written.entries.find((entry) => entry.result.title.startsWith('抗肿瘤'));
  const match = await jianyuan('match', drug?.result.id ?? '', '--purpose', 'pilot', '--top', '1');
  expect(match.code).toBe(0);
  expect(match.stdout).toContain('江北嘴生物医药中试基地'.slice(0, 6));
  expect(match.stdout).toMatch(/[\u4e00-\u9fff]{4}/u);
  expectPlain(match);
});

test('a number for a purpose that the round is not for is refused; one for all goes with the round', async () => {
  const { jianyuan } = district();
  const listed = JSON.parse((await jianyuan('round', '--json')).stdout) as {
    entries: { result: { id: string } }[];
  };
  const { id } = listed.entries[0]!.result;
  const refused = await jianyuan('round', '--purpose', 'transfer', '--demand', `${id}=3/1`);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('[round.other_purpose]');
  expect(refused.stderr).toContain('本轮只做转化承接');
  const taken = await jianyuan('round', '--purpose', 'transfer', '--demand', `${id}=3`, '--json');
  const { terms } = JSON.parse(taken.stdout) as { terms: { demands: unknown } };
  expect(terms.demands).toEqual([{ resultId: id, transfer: 3 }]);
});

test('a PDF prints as many placement sheets as are asked for, of both purposes, and says so', {
  timeout: 120_000,
}, async () => {
  const { dir, jianyuan } = district();
  const round = await jianyuan('round', '--sheets', '0');
  const roundId = /round (r\S+)/u.exec(round.stdout)?.[1] ?? '';
  const text = (file: string) => readPdf(readFileSync(file)).text;
  expect(text(join(dir, 'reports', `${roundId}.pdf`))).not.toContain('对接单1');

  const file = join(dir, '报告.pdf');
  const written = async (...options: string[]) => {
    expect((await jianyuan('report', roundId, '-o', file, ...options)).code).toBe(0);
    return text(file);
  };
  const all = await written('--sheets', 'all');
  const [, placed = '', transfer = '', pilot = ''] =
    /方案共落位(\d+)对（转化承接(\d+)对、中试合作(\d+)对），对接单全部列出/u.exec(all) ?? [];
  expect([Number(transfer) > 1, Number(pilot) > 0]).toEqual([true, true]);
  expect(all).toContain(`对接单${placed}`);
  const two = await written('--sheets', '2');
  expect(two).toContain('由高到低选取2对列出对接单（转化承接1对、中试合作1对）');
  expect(two).not.toContain('对接单3');

  for (const [option, out, said] of [
    ['some', '报告.pdf', '0 至 9999'],
    ['3', '报告.xlsx', '--sheets 只用于 PDF'],
    ['3', '报告.docx', '.pdf、.xlsx、.html 或 .json'],
  ] as const) {
    const refused = await jianyuan('report', roundId, '-o', join(dir, out), '--sheets', option);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(said);
  }
});

test('a pair is explained as a tree that adds up, with quotes, and why it is not recommended', async () => {
  const { jianyuan } = district();
  const listed = JSON.parse((await jianyuan('round', '--json')).stdout) as {
    entries: { result: { id: string; title: string } }[];
    carriers: { id: string; name: string }[];
  };
  const drug = listed.entries.find((entry) => entry.result.title.startsWith('抗肿瘤'))!.result.id;
  const car = listed.carriers.find(({ name }) => name.startsWith('鱼复'))!.id;
  const explained = await jianyuan('explain', drug, car, '--purpose', 'transfer');
  expect(explained.code).toBe(0);
  for (const words of [
    '抗肿瘤小分子药物的合成工艺 → 鱼复智能网联汽车加速器',
    '├─',
    '└─ 硬性条件 limits',
    '为什么不是更高 why it is not higher',
    '为什么未推荐 why it is not recommended',
    '距推荐线',
  ])
    expect(explained.stdout).toContain(words);
  expect(explained.stdout).toMatch(/成果·成果名称 result title：“/u);
  expectPlain(explained);
  const both = JSON.parse((await jianyuan('explain', drug, car, '--json')).stdout) as { purpose: string }[];
  expect(both.map(({ purpose }) => purpose)).toEqual(['transfer', 'pilot']);
  expect((await jianyuan('explain', drug, 'nobody')).stderr).toMatch(/\[record\.not_found\]/u);
});

test('records are listed with their ids, by sector or name, as a table, JSON and CSV', async () => {
  const { jianyuan } = district();
  const shown = await jianyuan('list', 'results');
  expect(shown.code).toBe(0);
  for (const words of ['编号 id', '抗肿瘤小分子药物的合成', 'BIO 生物医药', '重庆大学', 'TRL 5'])
    expect(shown.stdout).toContain(words);
  expectPlain(shown);
  const all = JSON.parse((await jianyuan('list', 'results', '--json')).stdout) as {
    id: string;
    title: string;
  }[];
  expect(all).toHaveLength(3);
  const [drug] = JSON.parse((await jianyuan('list', 'results', '--sector', '生物医药', '--json')).stdout);
  expect(drug).toMatchObject({ title: '抗肿瘤小分子药物的合成工艺', trl: { low: 5, high: 5 } });
  expect((await jianyuan('explain', drug.id, 'nobody')).stderr).not.toContain(drug.id);

  const first = await jianyuan('list', 'results', '--limit', '1', '--csv');
  expect(first.stdout.split('\r\n')).toEqual([
    '\ufeff编号 id,成果名称 title,领域 sectors,完成单位 university,成熟度 readiness',
    expect.stringContaining(`${all[0]?.id},${all[0]?.title},`),
    '',
  ]);
  expect(first.stderr).toContain('there are more');
  const carriers = await jianyuan('list', 'carriers', '--search', '鱼复');
  expect(carriers.stdout).toContain('加速器');
  expect(carriers.stdout).not.toContain('中试平台');
  expect(carriers.stderr).toBe('');
  const unknown = await jianyuan('list', 'results', '--sector', 'XYZ');
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain('没有此领域：XYZ');
  expect(unknown.stderr).toContain('BIO');
});

test('what a list shows of a record is in words, also where nobody has read its texts yet', async () => {
  const { dir, jianyuan } = district();
  const store = await openSqliteStore({ path: join(dir, 'jianyuan.sqlite') });
  await store.results.save([{ id: 'early', title: '某新成果', stage: '小试' }], () => []);
  const kinds = { kind: 'park', level: 'municipal', status: 'rectifying' } as const;
  await store.carriers.save([{ id: 'park', name: '某新园', ...kinds }], () => []);
  await store.close();
  const results = (await jianyuan('list', 'results', '--csv')).stdout.split('\r\n');
  expect(results).toContain('early,某新成果,待分析,,小试');
  expect(results.find((line) => line.includes('甲骨文'))).toContain(',未判明,西南大学,');
  const carriers = (await jianyuan('list', 'carriers', '--csv')).stdout.split('\r\n');
  expect(carriers).toContain('park,某新园,待分析,园区,市级,督促整改');
  const inSector = await jianyuan('list', 'carriers', '--sector', 'BIO');
  expect(inSector.stderr).toContain('另有 1 条尚未分析，未计入');
});

test('a record is shown whole, by the id of either kind, contact and remarks included', async () => {
  const { dir, jianyuan } = district();
  const store = await openSqliteStore({ path: join(dir, 'jianyuan.sqlite') });
  const result = {
    id: 'R1',
    title: '某新成果',
    abstract: `第一段\n${'很长的一段话，'.repeat(20)}`,
    trl: { low: 5, high: 6 },
    transferModes: ['licence' as const],
    contact: { name: '张三', phone: '13800000000' },
    remarks: '转让价格：另议',
  };
  await store.results.save([result], () => []);
  const capabilities = [{ code: 'C04', detail: '吨级反应釜', provider: 'own' as const }];
  await store.carriers.save([{ id: 'K1', name: '某新园', kind: 'park', capabilities }], () => []);
  await store.close();

  const shown = await jianyuan('show', 'R1');
  expect(shown.code).toBe(0);
  for (const words of [
    '成果 result R1',
    '成果名称 title\n  某新成果\n',
    '成果简介 abstract\n  第一段\n  很长的一段话',
    '技术成熟度 trl\n  5–6\n',
    '许可',
    '联系电话 13800000000',
    '转让价格：另议',
  ])
    expect(shown.stdout).toContain(words);
  expectPlain(shown);
  expect((await jianyuan('show', 'K1')).stdout).toMatch(
    /载体 carrier K1.*园区.*C04 · .+ · 吨级反应釜 · 自有/su,
  );
  expect(JSON.parse((await jianyuan('show', 'R1', '--json')).stdout)).toMatchObject([
    { kind: 'results', record: result, hash: expect.any(String) },
  ]);
  const nobody = await jianyuan('show', 'nobody');
  expect([nobody.code, nobody.stdout]).toEqual([1, '']);
  expect(nobody.stderr).toMatch(/^错误 error \[record\.not_found\]: 没有编号为“nobody”的成果或载体.+\n$/u);
});

test('what is not there is said in one line', async () => {
  const jianyuan = commandLine(folder());
  const match = await jianyuan('match', 'nobody');
  expect([match.code, match.stdout]).toEqual([1, '']);
  expect(match.stderr).toMatch(/^错误 error \[record\.not_found\]: .+\n$/u);
  expect((await jianyuan('report', 'r0')).stderr).toContain('[round.not_found]');
  expect((await jianyuan('round')).stderr).toContain('[round.nothing_to_match]');
});

test('a template is a spreadsheet that an import understands', async () => {
  const dir = folder();
  const jianyuan = commandLine(dir);
  const out = join(dir, 't.xlsx');
  expect((await jianyuan('template', 'carriers', '--out', out)).code).toBe(0);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  const empty = await jianyuan('import', 'carriers', out);
  expect(empty.stderr).toContain('[file.empty]');
});

test.each([
  ['below a file', (dir: string) => join(write(dir, 'file', ''), 'p'), '路径中有一段是文件'],
  ['where there can be no folder', () => '/proc/nope/p', '系统不允许在此建立文件夹'],
])('a profile %s is not written, and the command says why', async (_where, place, reason) => {
  const dir = folder();
  const words = ['新能源汽车电池', '抗肿瘤药物', '工业机器人'];
  const labels = words.flatMap((text, i) =>
    ['研究', '制备', '装置', '工艺', '应用'].map((of) => `${text}${of},L${i}`),
  );
  const file = write(dir, 'labels.csv', `title,sector\n${labels.join('\n')}\n`);
  const outcome = await commandLine(dir)('profile', '--labels', file, '--out', place(dir));
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/^错误 error \[disk\]: /u);
  expect(outcome.stderr).toContain(reason);
});

test('a round whose reports have no place says so before it begins', async () => {
  const { dir, jianyuan } = district();
  write(dir, 'reports', 'a file');
  const outcome = await jianyuan('round');
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/^错误 error \[disk\]: 路径中有一段是文件.+reports/u);
  expect(outcome.stdout).toBe('');
}, 60_000);
