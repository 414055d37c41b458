/** Parts that several processes need: each makes those that nobody else is making, and waits for the others. */
import type { SharedParts } from '../store/store.ts';
import { pauseFor } from './pause.ts';

/** How often whoever waits for a part looks whether it is there: short beside the making of one. */
const LOOK_EVERY_MS = 20;

export interface Gathered {
  /** In order. */
  readonly bytes: readonly Uint8Array[];
  /** How many of them were made here. */
  readonly made: number;
}

/** All parts of `key`. A part that another process has announced and does not write is made here after a while. */
export async function gatherParts(
  files: SharedParts,
  key: string,
  count: number,
  make: (part: number) => Promise<readonly Uint8Array[]>,
): Promise<Gathered> {
  const bytes: (Uint8Array | null)[] = Array.from({ length: count }, () => null);
  let made = 0;
  for (;;) {
    let idle = true;
    for (const [part, known] of bytes.entries()) {
      if (known) continue;
      bytes[part] = await files.read(key, part);
      if (bytes[part] === null && (await files.claim(key, part))) {
        const pieces = await make(part);
        await files.write(key, part, pieces);
        bytes[part] = Buffer.concat(pieces);
        made++;
      }
      if (bytes[part] !== null) idle = false;
    }
    const all = bytes.filter((part) => part !== null);
    if (all.length === count) return { bytes: all, made };
    if (idle) await pauseFor(LOOK_EVERY_MS);
  }
}
