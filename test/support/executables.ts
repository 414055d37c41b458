/** Programs of the machine: found, given a port, skipped where they are not, ended. */
import type { ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { describe, it } from 'vitest';

/** The first executable of that name in the folders, those of PATH where not said. */
export function findExecutable(
  name: string,
  folders: readonly string[] = (process.env['PATH'] ?? '').split(delimiter),
): string | null {
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

/** `describe` where the program was found; elsewhere skipped with a warning, and a failure in CI. */
export function describeWith(program: string, found: boolean, name: string, suite: () => void): void {
  if (found) {
    describe(name, suite);
  } else if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(`no ${program} on this machine: in CI this suite must run`);
    });
  } else {
    console.warn(`\n!!! SKIPPED: ${name} (no ${program} found; install it to run this suite)\n`);
    describe.skip(name, suite);
  }
}

/** Resolves when it has ended, by this signal where it has not by itself. */
export function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}
