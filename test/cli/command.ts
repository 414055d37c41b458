/** Runs the command as a user does: its own process, its output piped. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../bin/jianyuan.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Jianyuan = (...args: string[]) => Promise<Outcome>;

/** A command line with a data folder of its own. */
export function commandLine(dataDir: string, environment: Record<string, string> = {}): Jianyuan {
  // Only what a process needs: no variable of the developer's shell decides a test.
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    DATA_DIR: dataDir,
    ...environment,
  };
  return (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [COMMAND, ...args], { env, cwd: dataDir });
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', reject);
      child.on('close', (code) =>
        resolve({
          code,
          stdout: Buffer.concat(out).toString('utf8'),
          stderr: Buffer.concat(err).toString('utf8'),
        }),
      );
    });
}

/** A folder that ends with the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'jianyuan-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
