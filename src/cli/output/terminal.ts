/** What the terminal can show. Where stdout is not one: no colours, no bars. */
import pc from 'picocolors';
import { displayWidth, wrap } from './width.ts';

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

/** Running text, broken at the width of the terminal; further lines begin under the text behind `lead`. */
export function paragraph(text: string, lead = ''): void {
  const indent = displayWidth(lead);
  const [first = '', ...others] = wrap(text, terminal.columns - indent).split('\n');
  print(`${lead}${first}`);
  for (const line of others) print(`${' '.repeat(indent)}${line}`);
}

/** A line over what follows. */
export function heading(text: string): void {
  print(`\n${terminal.colours.bold(text)}`);
}

/** For what accompanies the output and is no part of it: progress, hints. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
