/** What the terminal can show. Where stdout is not one: no colours, no bars. */
import pc from 'picocolors';

/** Wider output is hard to read and breaks in reports and mails. */
const MAX_COLUMNS = 100;
const NARROWEST = 60;

const interactive = process.stdout.isTTY === true;

export const terminal = {
  interactive,
  columns: Math.max(NARROWEST, Math.min(MAX_COLUMNS, process.stdout.columns ?? MAX_COLUMNS)),
  colours: pc.createColors(
    interactive && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
  ),
};

export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** A line over what follows. */
export function heading(text: string): void {
  print(`\n${terminal.colours.bold(text)}`);
}

/** For what accompanies the output and is no part of it: progress, hints. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
