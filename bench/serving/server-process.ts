/** A server in a process of its own, exactly as `jianyuan serve` starts it, that watches its own event loop. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadConfig } from '../../src/config.ts';
import { start } from '../../src/main.ts';

/** What the event loop did between `begin` and `end`; milliseconds. */
export interface Watched {
  readonly longest: number;
  readonly p99: number;
  /** The longest that the thread itself computed between two turns; what it waited for a core is left out. */
  readonly longestComputing: number | null;
}

export type ServerOrder = 'begin' | 'end' | 'stop';
export type ServerReport = { readonly url: string } | { readonly watched: Watched } | { readonly stopped: true };

/** Between two looks, in ms: what is shorter is not seen. */
const RESOLUTION_MS = 5;

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let longestComputing: number | null = null;
let computed = computedMs();
setInterval(() => {
  const now = computedMs();
  if (now !== null && computed !== null)
    longestComputing = Math.max(longestComputing ?? 0, now - computed);
  computed = now;
}, RESOLUTION_MS).unref();

const running = await start(loadConfig(process.env), { web: true, worker: process.argv[2] !== '--no-worker' });
tell({ url: running.url ?? '' });

process.on('message', (order: ServerOrder) => {
  if (order === 'begin') {
    histogram.reset();
    histogram.enable();
    longestComputing = null;
  } else if (order === 'end') {
    histogram.disable();
    const [longest, p99] = [histogram.max, histogram.percentile(99)].map((ns) => ns / 1e6);
    tell({ watched: { longest: longest!, p99: p99!, longestComputing } });
  } else {
    void running.stop().then(() => {
      tell({ stopped: true });
      process.disconnect();
    });
  }
});

function tell(report: ServerReport): void {
  process.send?.(report);
}

/** Processor time of this thread until now; null where the system does not say it. */
function computedMs(): number | null {
  if (process.platform !== 'linux') return null;
  const [nanoseconds = ''] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ');
  return Number(nanoseconds) / 1e6;
}
