/** `jianyuan train`, and `rank` and `evaluate` with what was learnt: run as a user runs them. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/output/width.ts';
import { TOPICS, textsAbout } from '../engine/synthetic-texts.ts';
import { commandLine, folder, type Outcome } from './command.ts';

const topics = TOPICS.slice(0, 8);
const results = textsAbout(topics, 200, 12, 1).map((abstract, i) => ({
  id: `R${i}`,
  title: `成果之${i}`,
  abstract,
}));
const carriers = textsAbout(topics, 8, 20, 2).map((description, i) => ({
  id: `C${i}`,
  name: `第${i}孵化器`,
  description,
}));
const background = textsAbout(topics, 200, 20, 3);
const jsonLines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');

function prepared() {
  const dir = folder();
  writeFileSync(join(dir, 'R.jsonl'), jsonLines(results));
  writeFileSync(join(dir, 'C.jsonl'), jsonLines(carriers));
  writeFileSync(join(dir, 'texts.txt'), background.join('\n'));
  writeFileSync(
    join(dir, 'papers.jsonl'),
    jsonLines(background.map((text, i) => ({ title: `论文 ${i}`, text }))),
  );
  writeFileSync(
    join(dir, 'papers.csv'),
    `题目,摘要\n${background.map((text, i) => `论文 ${i},${text}`).join('\n')}`,
  );
  return { dir, jianyuan: commandLine(dir) };
}

const fingerprintIn = ({ stdout }: Outcome) => /corpus model ([0-9a-f]{16})/u.exec(stdout)?.[1];

function expectPleasant({ stdout, stderr }: Outcome): void {
  for (const line of `${stdout}\n${stderr}`.split('\n')) {
    expect(displayWidth(line), line).toBeLessThanOrEqual(100);
    expect(line).not.toMatch(/^\s+at .*\.ts/u);
  }
}

test('learns from the records of the database and from texts, shows what it has learnt, keeps the texts, and says when an upgrade has lost them', async () => {
  const { dir, jianyuan } = prepared();
  expect((await jianyuan('import', 'carriers', 'C.jsonl')).code).toBe(0);
  expect((await jianyuan('import', 'results', 'R.jsonl')).code).toBe(0);
  const trained = await jianyuan('train', '--corpus', 'texts.txt', 'papers.jsonl', 'papers.csv');
  expect(trained.code, trained.stderr).toBe(0);
  expectPleasant(trained);
  expect(trained.stdout).toMatch(/记录 records 208 · texts\.txt 200 · papers\.jsonl 200 · papers\.csv 200/u);
  expect(trained.stdout).toMatch(/词项 terms [\d,]{3,} · 词向量 vectors [\d,]{3,} · 用时 seconds \d/u);
  const rows = trained.stdout.split('\n').filter((line) => /^│ [^│]+│ [^│]+、[^│]+│$/u.test(line));
  expect(rows).toHaveLength(10);

  const again = await jianyuan('train', '--json');
  const learnt = JSON.parse(again.stdout) as {
    fingerprint: string;
    background: unknown;
    neighbours: unknown[];
  };
  expect(learnt.fingerprint).toBe(fingerprintIn(trained));
  expect(learnt.background).toHaveLength(3);
  expect(learnt.neighbours).toHaveLength(10);

  // as after an upgrade that reads texts in another way
  const store = new Database(join(dir, 'jianyuan.sqlite'));
  store.exec("update models set analyser = 'of another version'");
  store.close();
  for (const command of [
    ['import', 'results', 'R.jsonl'],
    ['round', '--purpose', 'transfer'],
  ]) {
    const { code, stderr } = await jianyuan(...command);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('jianyuan train --corpus 再给一次：texts.txt、papers.jsonl、papers.csv');
  }
}, 240_000);

test('learns from files into a file, and rank and evaluate do with it what they do with the texts', async () => {
  const { dir, jianyuan } = prepared();
  const inputs = ['--carriers', 'C.jsonl', '--results', 'R.jsonl'];
  const trained = await jianyuan('train', ...inputs, '--corpus', 'texts.txt', '--out', 'model.bin');
  expect(trained.code, trained.stderr).toBe(0);
  expectPleasant(trained);
  expect(trained.stdout).toContain('已写入 written: model.bin');
  expect(statSync(join(dir, 'model.bin')).size).toBeGreaterThan(100_000);

  writeFileSync(
    join(dir, 'Q.csv'),
    `carrierId,resultId,grade\n${results.map(({ id }, i) => `C${i % 8},${id},2`).join('\n')}`,
  );
  const [learnt, given, evaluated] = await Promise.all([
    jianyuan('rank', ...inputs, '--model', 'model.bin', '--out', 'learnt.tsv'),
    jianyuan('rank', ...inputs, '--corpus', 'texts.txt', '--out', 'given.tsv'),
    jianyuan('evaluate', ...inputs, '--model', 'model.bin', '--qrels', 'Q.csv', '--json'),
  ]);
  for (const outcome of [learnt, given, evaluated]) expect(outcome.code, outcome.stderr).toBe(0);
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  expect(read('learnt.tsv')).toBe(read('given.tsv'));
  expect(JSON.parse(evaluated.stdout)).toMatchObject({ queries: results.length });

  writeFileSync(join(dir, 'cut.bin'), readFileSync(join(dir, 'model.bin')).subarray(0, 5_000));
  const refused = await jianyuan('rank', ...inputs, '--model', 'cut.bin', '--out', '-');
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toMatch(/^错误 error \[model\.unreadable\]: .+\n$/u);
}, 240_000);

test('what does not go together is said in one line', async () => {
  const { jianyuan } = prepared();
  const inputs = ['--carriers', 'C.jsonl', '--results', 'R.jsonl'];
  for (const args of [
    ['train', ...inputs],
    ['rank', ...inputs, '--out', '-', '--model', 'm', '--corpus', 'texts.txt'],
  ]) {
    const outcome = await jianyuan(...args);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/^错误 error \[usage\]: .+\n$/u);
  }
});
