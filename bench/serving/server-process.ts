/** A server in a process of its own, exactly as `jianyuan serve` starts it, that watches its own event loop. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadConfig } from '../../src/config.ts';
import type * as Main from '../../src/main.ts';

/** What the event loop did between `begin` and `end`; milliseconds. */
export interface Watched {
  readonly longest: number;
  readonly p99: number;
  /** The longest pause without what the thread waited for a core; null where the system does not say it. */
  readonly longestOwn: number | null;
  /** Most of one turn that the thread computed, without any waiting; null where the system does not say it. */
  readonly mostComputed: number | null;
}

/** Until now; milliseconds of processor time, bytes. */
export interface Used {
  readonly cpu: number;
  readonly memory: number;
}

export type ServerOrder = 'begin' | 'end' | 'use' | 'stop';
export type ServerReport =
  | { readonly url: string }
  | { readonly watched: Watched }
  | { readonly used: Used }
  | { readonly stopped: true };

/** Between two looks, in ms: what is shorter is not seen. */
const RESOLUTION_MS = 5;

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let longestOwn: number | null = null;
let mostComputed: number | null = null;
let last = { at: performance.now(), ...schedule() };
setInterval(() => {
  const now = { at: performance.now(), ...schedule() };
  if (now.ran !== null && last.ran !== null) {
    const own = now.at - last.at - RESOLUTION_MS - (now.waited - last.waited);
    longestOwn = Math.max(longestOwn ?? 0, own);
    mostComputed = Math.max(mostComputed ?? 0, now.ran - last.ran);
  }
  last = now;
}, RESOLUTION_MS).unref();

const { compiled } = (await import(new URL('../../bin/compiled.js', import.meta.url).href)) as {
  compiled(entry: 'server'): Promise<string | null>;
};
const address = await compiled('server');
if (address === null) throw new Error('the program could not be compiled');
const { start } = (await import(address)) as typeof Main;
const running = await start(loadConfig(process.env), {
  web: true,
  worker: process.argv[2] !== '--no-worker',
});
tell({ url: running.url ?? '' });

process.on('message', (order: ServerOrder) => {
  if (order === 'begin') {
    histogram.reset();
    histogram.enable();
    longestOwn = null;
    mostComputed = null;
  } else if (order === 'end') {
    histogram.disable();
    const [longest, p99] = [histogram.max, histogram.percentile(99)].map((ns) => ns / 1e6);
    tell({ watched: { longest: longest!, p99: p99!, longestOwn, mostComputed } });
  } else if (order === 'use') {
    const { user, system } = process.cpuUsage();
    tell({ used: { cpu: (user + system) / 1_000, memory: process.memoryUsage.rss() } });
  } else {
    void running.stop().then(() => {
      tell({ stopped: true });
      process.disconnect();
    });
  }
});

// whoever watches is gone
process.on('disconnect', () => process.exit());

function tell(report: ServerReport): void {
  process.send?.(report);
}

/** How long this thread has run on a core until now, and waited for one; null where the system does not say it. */
function schedule(): { ran: number; waited: number } | { ran: null } {
  if (process.platform !== 'linux') return { ran: null };
  const schedstat = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1');
  const [ran, waited] = schedstat.split(' ').map((ns) => Number(ns) / 1e6);
  return { ran: ran!, waited: waited! };
}
