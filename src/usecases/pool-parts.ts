/** Parts that several processes need: each makes those that nobody else is making, and waits for the others. */
import { type SharedParts, UnusableFolder } from '../store/pool-files.ts';
import { pauseFor } from './pause.ts';

/** How often whoever waits for a part looks whether it is there: short beside the making of one. */
const LOOK_EVERY_MS = 20;

export interface Gathered {
  /** In order. */
  readonly bytes: readonly Uint8Array[];
  /** How many of them were made here. */
  readonly made: number;
}

/**
 * All parts of `key`. A part that another process has announced and does not write is made here after a while. Once
 * the folder refuses, which `refused` is told, all that is missing is made here: no more of it is in memory than if it
 * had been read.
 */
export async function gatherParts(
  files: SharedParts,
  key: string,
  count: number,
  make: (part: number) => Promise<readonly Uint8Array[]>,
  refused: (reason: UnusableFolder) => void,
): Promise<Gathered> {
  const bytes: (Uint8Array | null)[] = Array.from({ length: count }, () => null);
  let made = 0;
  let shared = true;
  const ask = async <Answer>(step: () => Promise<Answer>, otherwise: Answer): Promise<Answer> => {
    if (!shared) return otherwise;
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof UnusableFolder)) throw error;
      shared = false;
      refused(error);
      return otherwise;
    }
  };
  for (;;) {
    let idle = true;
    for (const [part, known] of bytes.entries()) {
      if (known) continue;
      bytes[part] = await ask(() => files.read(key, part), null);
      if (bytes[part] === null && (await ask(() => files.claim(key, part), true))) {
        const pieces = await make(part);
        await ask(() => files.write(key, part, pieces), undefined);
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
