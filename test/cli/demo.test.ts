import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/output/width.ts';
import { commandLine, folder } from './command.ts';

test('the demonstration goes the whole way: imports, a round, a summary, a report, a key', {
  timeout: 120_000,
}, async () => {
  const dir = folder();
  const outcome = await commandLine(dir)('demo');
  expect(outcome.stderr).not.toContain('错误');
  expect(outcome.code).toBe(0);
  for (const words of [
    '导入载体',
    '拒收',
    '推荐 recommended',
    '没有合适载体的成果',
    '载体负荷',
    'npx jianyuan serve',
  ]) {
    expect(outcome.stdout).toContain(words);
  }
  const tooWide = outcome.stdout
    .replaceAll(dir, '.')
    .split('\n')
    .filter((line) => displayWidth(line) > 100);
  expect(tooWide).toEqual([]);

  const roundId = /round (r\S+)/u.exec(outcome.stdout)?.[1] ?? '';
  const reports = join(dir, 'demo', 'reports');
  const { totals } = JSON.parse(readFileSync(join(reports, `${roundId}.json`), 'utf8')) as {
    totals: { results: number; carriers: number };
  };
  expect(totals.carriers).toBeGreaterThanOrEqual(40);
  expect(totals.results).toBeGreaterThanOrEqual(150);
  expect(readFileSync(join(reports, `${roundId}.html`), 'utf8')).toContain('<html');

  const key = /API_KEY=(\S+)/u.exec(outcome.stdout)?.[1] ?? '';
  expect(key.length).toBeGreaterThanOrEqual(16);
});
