/** Progress of something long: a bar on a terminal, else a line now and then. Always on stderr. */
import { SingleBar } from 'cli-progress';
import { note, terminal } from './terminal.ts';

export interface Progress {
  /** `note` says what is being done, where that changes. */
  update(done: number, total: number, note?: string): void;
  stop(): void;
}

/** Between two lines where there is no bar. */
const LINE_EVERY_MS = 3_000;

export function createProgress(label: string): Progress {
  return terminal.interactive && process.stderr.isTTY ? bar(label) : lines(label);
}

function bar(label: string): Progress {
  const single = new SingleBar({
    format: `${label} {bar} {percentage}% {value}/{total} {note}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 40,
    hideCursor: true,
    stream: process.stderr,
  });
  let started = false;
  return {
    update(done, total, doing = '') {
      if (!started) single.start(total, done, { note: doing });
      started = true;
      single.setTotal(total);
      single.update(done, { note: doing });
    },
    stop() {
      if (started) single.stop();
    },
  };
}

function lines(label: string): Progress {
  let last = Date.now();
  return {
    update(done, total, doing = '') {
      if (Date.now() - last < LINE_EVERY_MS) return;
      last = Date.now();
      note(`${label} ${done}/${total} ${doing}`.trimEnd());
    },
    stop() {},
  };
}
