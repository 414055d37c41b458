/** What was learnt about sectors, kept for the processes to come: learning takes seconds, reading hundredths of one. */
import type { Knowledge } from '../knowledge.ts';
import { readSections, UnreadableSections, writeSections } from '../stored/sections.ts';
import { type LearntSectors, learnSectors } from './learn-sectors.ts';

/** Where bytes stay from one process to the next. */
export interface KeptBytes {
  /** null where nothing is kept under this name. */
  read(name: string): Uint8Array | null;
  write(name: string, pieces: readonly Uint8Array[]): void;
  /** What was read is not what was written, and is made anew. */
  damaged(name: string, reason: string): void;
}

/** `name` says all that they are learnt from and by. */
export function keptSectors(knowledge: Knowledge, name: string, kept: KeptBytes | null): LearntSectors {
  const found = kept && readKept(kept, name);
  if (found) return found;
  const learnt = learnSectors(knowledge);
  kept?.write(name, writeSectors(learnt));
  return learnt;
}

function readKept(kept: KeptBytes, name: string): LearntSectors | null {
  const bytes = kept.read(name);
  if (bytes === null) return null;
  try {
    return readSectors(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableSections)) throw error;
    kept.damaged(name, error.message);
    return null;
  }
}

function writeSectors({ codes, terms, weights, directions, machine }: LearntSectors): Uint8Array[] {
  return writeSections({
    head: { codes },
    arrays: {
      terms: new TextEncoder().encode(terms.join('\n')),
      'weights.mean': weights.mean,
      'weights.machine': weights.machine,
      starts: directions.starts,
      classes: directions.classes,
      values: directions.values,
      machine,
    },
    records: {},
  });
}

/** Throws UnreadableSections where the bytes are not those that were written. */
function readSectors(bytes: Uint8Array): LearntSectors {
  const sections = readSections(bytes);
  const terms = new TextDecoder().decode(sections.array('terms', 'Uint8Array'));
  return {
    codes: (sections.head as { codes: string[] }).codes,
    terms: terms === '' ? [] : terms.split('\n'),
    weights: {
      mean: sections.array('weights.mean', 'Float64Array'),
      machine: sections.array('weights.machine', 'Float64Array'),
    },
    directions: {
      starts: sections.array('starts', 'Int32Array'),
      classes: sections.array('classes', 'Uint16Array'),
      values: sections.array('values', 'Float64Array'),
    },
    machine: sections.array('machine', 'Float64Array'),
  };
}
