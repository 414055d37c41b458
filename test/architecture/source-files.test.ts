import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './cruise-tree.ts';

const SOURCES = ['src', 'workers'].flatMap((folder) => filesBelow(folder));

describe('source files', () => {
  it('stay small: median ≤ 80 lines, 90th percentile ≤ 200, none above 400', () => {
    const sizes = SOURCES.map((path) => ({ path, lines: linesOf(path) })).sort((a, b) => a.lines - b.lines);
    expect(sizes.length).toBeGreaterThan(200);
    expect(sizes[Math.floor(0.5 * sizes.length)]?.lines).toBeLessThanOrEqual(80);
    expect(sizes[Math.floor(0.9 * sizes.length)]?.lines).toBeLessThanOrEqual(200);
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it('are named in kebab-case, their folders too', () => {
    const named = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+[a-z0-9]+(?:-[a-z0-9]+)*\.(?:ts|wat)$/u;
    expect(SOURCES.filter((path) => !named.test(path))).toEqual([]);
  });

  it('are named after what they do, not after being helpful', () => {
    const vague = /(?:^|\/|-)(?:utils?|helpers?|common|misc|managers?)(?:\/|-|\.ts$)/u;
    expect(SOURCES.filter((path) => vague.test(path))).toEqual([]);
  });

  it('live in a room that the rules know', () => {
    const rooms = new Set(
      SOURCES.map((path) => path.split('/').slice(0, 2).join('/')).filter((path) => path.startsWith('src/')),
    );
    expect([...rooms].sort()).toEqual([
      'src/cli',
      'src/compose-engine.ts',
      'src/compose.ts',
      'src/config.ts',
      'src/disk',
      'src/domain',
      'src/embedders',
      'src/engine',
      'src/exchange',
      'src/http',
      'src/jobs',
      'src/main.ts',
      'src/planning',
      'src/store',
      'src/text',
      'src/threads',
      'src/usecases',
    ]);
  });
});

describe('the repository', () => {
  it('names no path of a developer’s machine', () => {
    const home = /(?<![\w.)}\\/])\/(?:home|Users|root|work)\/\w|[A-Z]:\\Users\\/u;
    const naming = repositoryFiles().filter((path) => home.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(naming).toEqual([]);
  });
});

/** What a clone brings: all but what .gitignore leaves out, the tools' folders and packed workbooks. */
function repositoryFiles(): string[] {
  const top = readdirSync(ROOT, { withFileTypes: true });
  const folders = top.filter((entry) => entry.isDirectory() && isTracked(entry.name)).map(({ name }) => name);
  const files = top.filter((entry) => entry.isFile() && isTracked(entry.name)).map(({ name }) => name);
  return [...files, ...folders.flatMap((folder) => filesBelow(folder))].filter(
    (path) => !path.endsWith('.xlsx'),
  );
}

function isTracked(name: string): boolean {
  return !/^(?:node_modules|data|coverage|\.git|\.env|\.vscode|\.idea|.*\.log)$/u.test(name);
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

function linesOf(path: string): number {
  return readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1;
}
