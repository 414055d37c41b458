import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, type Outcome } from '../cli/command.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { poolOf } from './given.ts';
import { faultOf } from './quotes.ts';

/** The commands for who just has two files: run as a user runs them, all at once, looked at below. */
const folder = mkdtempSync(join(tmpdir(), 'jianyuan-files-'));
const jianyuan = commandLine(folder);
const carriers = CARRIERS.slice(0, 5);
const results = RESULTS.slice(0, 5);
const pool = poolOf({ results, carriers });

let rank: Outcome;
let evaluate: Outcome;
let analyse: Outcome;

beforeAll(async () => {
  file(
    'C.jsonl',
    carriers.map((carrier) => JSON.stringify(carrier)),
  );
  file(
    'R.jsonl',
    results.map((result) => JSON.stringify(result)),
  );
  file('R-bad.jsonl', [
    JSON.stringify(results[0]),
    '{"id": "r-broken", "title": ',
    JSON.stringify({ id: 'r-level', title: '某工艺', trl: 'TRL 12' }),
    JSON.stringify({ id: 'r-secret', title: '某装置', secrecy: '秘密' }),
    ...results.slice(1).map((result) => JSON.stringify(result)),
  ]);
  file('P.csv', [
    'carrierId,resultId,note',
    'c-chem,r-nowhere,',
    'c-chem,r-fluor,',
    'c-chem,r-elsewhere,',
    'c-chem,r-antibody,',
    'c-gone,r-fluor,',
    'c-bio,r-antibody,',
  ]);
  file('Q.csv', [
    'carrierId,resultId,grade',
    'c-bio,r-antibody,3',
    'c-office,r-antibody,0',
    'c-chem,r-fluor,3',
    'c-office,r-fluor,1',
    'c-car,r-parking,0',
  ]);
  const asked = ['--query', 'carriers', '--purpose', 'pilot', '--pairs', 'P.csv', '--top', '3'];
  const inputs = ['--carriers', 'C.jsonl', '--results', 'R.jsonl'];
  [rank, evaluate, analyse] = await Promise.all([
    jianyuan('rank', '--carriers', 'C.jsonl', '--results', 'R-bad.jsonl', ...asked, '--out', 'run.tsv'),
    jianyuan('evaluate', ...inputs, '--query', 'results', '--qrels', 'Q.csv', '--json'),
    jianyuan('analyse', ...inputs, '--out', 'L.jsonl'),
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly string[]): void {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Lines of a run as they should be: five columns, tabs between. */
function linesOf(
  queryId: string,
  ranking: readonly { id: string; affinity: number; verdict: string }[],
): string[] {
  return ranking.map(({ id, affinity, verdict }, i) => [queryId, id, i + 1, affinity, verdict].join('\t'));
}

describe('jianyuan rank', () => {
  it('writes query, document, rank, score and verdict of exactly the listed pairs, the first N of each query', () => {
    expect(rank.code, rank.stderr).toBe(0);
    const listed = (id: string, ids: readonly string[]) =>
      pool.rankResults(id, 'pilot').filter((ranked) => ids.includes(ranked.id));
    const absent = { id: 'r-elsewhere', affinity: 0, verdict: 'unfit' };
    expect(read('run.tsv').trimEnd().split('\n')).toEqual([
      ...linesOf('c-chem', [...listed('c-chem', ['r-fluor', 'r-antibody']), absent]),
      'c-gone\tr-fluor\t1\t0\tunfit',
      ...linesOf('c-bio', listed('c-bio', ['r-antibody'])),
    ]);
  });

  it('says which line it could not read, by which field, and keeps the rest', () => {
    expect(rank.stdout).toBe('');
    expect(rank.stderr).toMatch(/R-bad\.jsonl:2 \[/u);
    expect(rank.stderr).toMatch(/R-bad\.jsonl:3 \[trl\].*TRL 1 to 9/u);
    expect(rank.stderr).toMatch(/R-bad\.jsonl:4 \[secrecy\]/u);
    expect(rank.stderr).not.toMatch(/R-bad\.jsonl:[15] /u);
  });
});

describe('jianyuan evaluate', () => {
  it('gives the measures with their intervals, over the queries that have a relevant document', () => {
    expect(evaluate.code, evaluate.stderr).toBe(0);
    const evaluation = JSON.parse(evaluate.stdout);
    expect(Object.keys(evaluation).sort()).toEqual(['engine', 'hit5', 'mrr', 'ndcg10', 'ndcg5', 'queries']);
    expect(evaluation.queries).toBe(2);
    expect(evaluation.engine).toContain('jianyuan');
    for (const name of ['ndcg5', 'ndcg10', 'mrr', 'hit5']) {
      const { mean, low, high } = evaluation[name];
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
    }
    expect(evaluation.mrr.mean).toBe(1);
    expect(evaluation.hit5.mean).toBe(1);
  });
});

describe('jianyuan analyse', () => {
  it('gives sectors, capabilities by what is said of them, and readiness with its source, for every record', () => {
    expect(analyse.code, analyse.stderr).toBe(0);
    const lines = read('L.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual([...results, ...carriers].map(({ id }) => id));
    const [antibody] = lines;
    expect(antibody.sectors.weights[0].code).toBe('BIO');
    expect(antibody.trl).toMatchObject({ low: 5, high: 5, source: 'declared' });
    expect(codesOf(antibody.capabilities.asked)).toEqual(['C04', 'C05']);
    expect(codesOf(antibody.capabilities.done)).toEqual(['C03']);
    expect(Object.keys(antibody.capabilities).sort()).toEqual([
      'asked',
      'denied',
      'done',
      'mentioned',
      'offered',
    ]);
    for (const { span } of antibody.capabilities.asked) expect(faultOf(results[0]!, span)).toBeNull();
    const bio = lines.find(({ id }) => id === 'c-bio');
    expect(codesOf(bio.capabilities.offered)).toEqual(expect.arrayContaining(['C04', 'C05']));
  });
});

function codesOf(mentions: readonly { code: string }[]): string[] {
  return [...new Set(mentions.map(({ code }) => code))].sort();
}
