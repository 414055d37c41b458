import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/output/width.ts';
import { commandLine, folder } from './command.ts';

const CARRIERS = [
  {
    id: 'drug',
    name: '江北嘴生物医药中试基地',
    kind: 'pilot_platform',
    description: '提供小分子原料药中试放大与GMP车间，可承接原料药中试。',
    sectors: ['生物医药'],
    capabilities: [{ code: 'C04', detail: '原料药公斤级中试' }],
    trlMin: 5,
    trlMax: 8,
    slots: 3,
  },
  {
    id: 'car',
    name: '鱼复智能网联汽车加速器',
    kind: 'accelerator',
    description: '服务智能网联汽车与自动驾驶企业，提供道路测试场地与示范应用。',
    sectors: ['智能网联汽车'],
    trlMin: 5,
    trlMax: 9,
    slots: 2,
  },
];
const RESULTS = [
  {
    id: 'apis',
    title: '抗肿瘤小分子原料药的合成工艺',
    abstract: '已完成小分子抗肿瘤原料药的实验室合成。',
    needs: '寻求原料药中试放大与GMP车间。',
    trl: 5,
  },
  {
    id: 'wheat',
    title: '小麦赤霉病抗性品种选育',
    abstract: '选育出抗赤霉病小麦新品系三个，需开展品种区域试验。',
  },
];
const LABELS = `resultId,primarySector,secondarySectors,neededCapabilities,trlLow,trlHigh
apis,BIO,,C04;C13,5,5
wheat,OTHER,,,,
`;
const COUNTERFACTUALS = [
  { id: 'F1', resultId: 'apis', carrierA: 'drug', carrierB: 'car', purpose: 'pilot', higher: 'A' },
  {
    id: 'F2',
    resultId: 'apis',
    carrierA: 'full',
    carrierB: 'drug',
    purpose: 'transfer',
    higher: 'A',
    attribute: 'no slot left (wrong on purpose)',
    variant: { ...CARRIERS[0], id: 'full', slots: 0 },
  },
];

function district() {
  const dir = folder();
  const write = (name: string, content: string) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n');
  return {
    jianyuan: commandLine(dir),
    write,
    records: [
      ...['--carriers', write('c.jsonl', lines(CARRIERS))],
      ...['--results', write('r.jsonl', lines(RESULTS))],
    ],
    qrels: ['--qrels', write('q.csv', 'carrierId,resultId,grade\ndrug,apis,3\n')],
    labels: ['--labels', write('l.csv', LABELS)],
    pairs: ['--counterfactuals', write('f.jsonl', lines(COUNTERFACTUALS))],
  };
}

test('one call measures ranking, answers, reading and pairs', async () => {
  const { jianyuan, records, qrels, labels, pairs } = district();
  const asked = [...records, ...qrels, '--complete', ...labels, ...pairs];
  const json = await jianyuan('evaluate', ...asked, '--json');
  expect(json.stderr).toBe('');
  const measured: unknown = JSON.parse(json.stdout);
  expect(measured).toMatchObject({
    queries: 1,
    ndcg5: { mean: 1 },
    answers: {
      results: 2,
      right: 2,
      somebody: { results: 1, right: 1 },
      nobody: { results: 1, right: 1 },
      wrong: { missed: [], invented: [] },
    },
    reading: {
      results: 2,
      sector: { mean: 0.5 },
      sectorOrOutside: { mean: 1 },
      asked: { wanted: 2, right: 1, recall: 0.5 },
      levelled: 1,
      readiness: { mean: 1 },
    },
    counterfactuals: { pairs: 2, right: 1, wrong: [{ id: 'F2' }] },
  });
  const shown = await jianyuan('evaluate', ...asked);
  for (const words of ['有无合适载体', '首要领域 primary sector', '所需能力', 'C13', '次序正确', 'F2：'])
    expect(shown.stdout).toContain(words);
  for (const line of shown.stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(100);
}, 60_000);

test('labels alone need no judgements; what cannot be measured is said', async () => {
  const { jianyuan, records, labels, qrels } = district();
  const alone = JSON.parse((await jianyuan('evaluate', ...records, ...labels, '--json')).stdout) as object;
  expect(Object.keys(alone).sort()).toEqual(['engine', 'reading']);
  for (const args of [[], [...qrels, '--complete', '--top', '3']]) {
    const outcome = await jianyuan('evaluate', ...records, ...args);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/^错误 error \[usage\]: .*--co/u);
  }
}, 60_000);

test('ids that no record has are told with their file, and the figures go on over the others', async () => {
  const { jianyuan, write, records } = district();
  const asked = [
    ...records,
    ...['--qrels', write('q2.csv', 'carrierId,resultId,grade\ndrug,apis,3\nnobody,apis,2\ndrug,ghost,3\n')],
    ...['--labels', write('l2.csv', `${LABELS}ghost,BIO,,,,\n`)],
    ...[
      '--counterfactuals',
      write(
        'f2.jsonl',
        [...COUNTERFACTUALS, { ...COUNTERFACTUALS[0], id: 'F3', carrierB: 'nobody' }]
          .map((pair) => JSON.stringify(pair))
          .join('\n'),
      ),
    ],
  ];
  const { code, stdout, stderr } = await jianyuan('evaluate', ...asked, '--json');
  expect(code).toBe(0);
  for (const words of [
    /q2\.csv：3 行中 2 行的编号不在所给文件中.+2 of 3 rows/u,
    /resultId：1 个 ids：ghost；应为 .+r\.jsonl 中的 id/u,
    /carrierId：1 个 ids：nobody；应为 .+c\.jsonl 中的 id/u,
    /l2\.csv：3 行中 1 行/u,
    /f2\.jsonl：3 行中 1 行/u,
  ])
    expect(stderr).toMatch(words);
  const named = { rows: 1, of: 3 };
  expect(JSON.parse(stdout)).toMatchObject({
    queries: 1,
    reading: { results: 2 },
    counterfactuals: { pairs: 2 },
    unmatched: [
      { file: expect.stringContaining('q2.csv'), rows: 2, of: 3, results: ['ghost'], carriers: ['nobody'] },
      { file: expect.stringContaining('l2.csv'), ...named, results: ['ghost'], carriers: [] },
      { file: expect.stringContaining('f2.jsonl'), ...named, results: [], carriers: ['nobody'] },
    ],
  });
}, 60_000);

test('judgements of other records, of another purpose or without grades are refused', async () => {
  const { jianyuan, write, records } = district();
  for (const [option, content, words] of [
    ['--qrels', 'carrierId,resultId,grade\nDRUG,APIS,3\n', /1 行中没有一行的成果、载体在所给文件中/u],
    ['--pairs', 'carrierId,resultId\nDRUG,apis\n', /1 行中没有一行/u],
    ['--labels', 'resultId,primarySector,neededCapabilities\nAPIS,BIO,\n', /1 行中没有一行/u],
    ['--qrels', 'carrierId,resultId,transfer\ndrug,apis,3\n', /缺少列 column missing: grade/u],
    [
      '--qrels',
      'carrierId,resultId,grade,purpose\ndrug,apis,3,pilot\n',
      /没有用途为 transfer 的行，只有 pilot/u,
    ],
  ] as const) {
    const asked =
      option === '--pairs' ? ['--qrels', write('q.csv', 'carrierId,resultId,grade\ndrug,apis,3\n')] : [];
    const outcome = await jianyuan('evaluate', ...records, ...asked, option, write('bad.csv', content));
    expect(outcome.code, content).toBe(1);
    expect(outcome.stderr).toMatch(words);
    expect(outcome.stderr).toContain('bad.csv');
  }
  const pilot = write('qrels-pilot.csv', 'carrierId,resultId,grade\ndrug,apis,3\n');
  const misnamed = await jianyuan('evaluate', ...records, '--qrels', pilot);
  expect(misnamed.code).toBe(0);
  expect(misnamed.stderr).toMatch(/qrels-pilot\.csv：文件名像是 pilot 的判断.+measured as transfer/u);
}, 120_000);
