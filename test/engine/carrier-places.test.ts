/** Where a match quotes a carrier: the first of its texts that says the word, and the project that is meant. */
import { describe, expect, it } from 'vitest';
import type { MatchPool } from '../../src/engine/engine.ts';
import { ENGINE, readCarrier, readResult } from './given.ts';
import { fileOf, reopened } from './pool-file.ts';

const RESULT = readResult({
  id: 'r',
  title: '电解液与石墨烯',
  abstract: '锂电池用的石墨烯与电解液。',
  needs: '寻求中试平台',
});

const SAID_TWICE = readCarrier({
  id: 'c-twice',
  name: '新能源材料中试基地',
  description: '建有化工中试线，承接电解液放大。',
  capabilities: 'C04 中试熟化：电解液和石墨烯试制（自有）',
});
const WITH_PROJECTS = readCarrier({
  id: 'c-projects',
  name: '江北孵化器',
  capabilities: 'C04 中试熟化：激光加工（自有）',
  portfolio: [{ title: '……' }, { title: '图像识别软件' }, { title: '锂电池电解液产业化' }],
});
const CARRIERS = [SAID_TWICE, WITH_PROJECTS];
const MODEL = ENGINE.train([RESULT, ...CARRIERS].map(({ analysis }) => analysis));

function built(carriers: typeof CARRIERS): MatchPool {
  return ENGINE.pool({ results: [], carriers, model: MODEL, keepTexts: false });
}

function changed(): MatchPool {
  const pool = built([
    readCarrier({ ...WITH_PROJECTS.record, id: 'c-twice', portfolio: [{ title: '动力电池' }] }),
    readCarrier({ id: 'c-projects', name: '枝晶', description: '电解液' }),
  ]);
  for (const carrier of CARRIERS) pool.putCarrier(carrier);
  return pool;
}

const POOLS: readonly (readonly [string, () => MatchPool | Promise<MatchPool>])[] = [
  ['built', () => built(CARRIERS)],
  ['read from its file', () => reopened(fileOf(built(CARRIERS)), MODEL)],
  [
    'joined from two files',
    () => ENGINE.joinPools([[WITH_PROJECTS], [SAID_TWICE]].map((some) => fileOf(built(some)))).restore(MODEL),
  ],
  ['changed since it was built', changed],
  ['changed, written and read', () => reopened(fileOf(changed()), MODEL)],
];

/** Every quote of a carrier as `path[start,end] quote`. */
function quotesOf(pool: MatchPool, carrierId: string): Set<string> {
  const match = pool.explain(RESULT, carrierId, 'pilot');
  const quotes = match.components
    .flatMap(({ evidence }) => evidence)
    .filter(({ side }) => side === 'carrier');
  return new Set(quotes.map(({ field, start, end, quote }) => `${field}[${start},${end}] ${quote}`));
}

describe.each(POOLS)('a pool that is %s', (_, make) => {
  it('quotes a word where it stands first, not where a later text repeats it', async () => {
    const quotes = quotesOf(await make(), 'c-twice');
    expect(quotes).toContain('description[10,13] 电解液');
    expect(quotes).toContain('capabilities[0].detail[9,12] 石墨烯');
  });

  it('quotes the project that is meant, though one before it has no words', async () => {
    expect(quotesOf(await make(), 'c-projects')).toContain('portfolio[2].title[0,9] 锂电池电解液产业化');
  });
});
