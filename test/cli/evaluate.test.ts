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
