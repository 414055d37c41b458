/** Progress of something long: a bar on a terminal, else a line now and then. Always on stderr. */
import { SingleBar } from 'cli-progress';
import { note, terminal } from './terminal.ts';

export interface Progress {
  /** `note` says what is being done, where that changes. */
  update(done: number, total: number, note?: string): void;
  stop(): void;
}

/** Between two lines where there is no bar; the same line is said again only after the longer while. */
const LINE_EVERY_MS = 3_000;
const SAME_LINE_EVERY_MS = 60_000;

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
  let said = '';
  return {
    update(done, total, doing = '') {
      const line = `${label} ${done}/${total} ${doing}`.trimEnd();
      if (Date.now() - last < (line === said ? SAME_LINE_EVERY_MS : LINE_EVERY_MS)) return;
      last = Date.now();
      said = line;
      note(line);
    },
    stop() {},
  };
}
