/** What takes seconds to learn and hundredths of one to read, kept for the processes to come. */
import { UnreadableSections } from './sections.ts';

/** Where bytes stay from one process to the next. */
export interface KeptBytes {
  /** null where nothing is kept under this name. */
  read(name: string): Uint8Array | null;
  write(name: string, pieces: readonly Uint8Array[]): void;
  /** What was read is not what was written, and is made anew. */
  damaged(name: string, reason: string): void;
}

export interface KeptForm<Learnt> {
  /** Says all that it is learnt from and by. */
  readonly name: string;
  readonly learn: () => Learnt;
  readonly write: (learnt: Learnt) => readonly Uint8Array[];
  /** Throws UnreadableSections where the bytes are not those that were written. */
  readonly read: (bytes: Uint8Array) => Learnt;
}

export function keptOrLearnt<Learnt>(kept: KeptBytes | null, form: KeptForm<Learnt>): Learnt {
  const found = kept && readKept(kept, form);
  if (found) return found;
  const learnt = form.learn();
  kept?.write(form.name, form.write(learnt));
  return learnt;
}

function readKept<Learnt>(kept: KeptBytes, { name, read }: KeptForm<Learnt>): Learnt | null {
  const bytes = kept.read(name);
  if (bytes === null) return null;
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableSections)) throw error;
    kept.damaged(name, error.message);
    return null;
  }
}
