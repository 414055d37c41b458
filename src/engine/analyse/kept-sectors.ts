/** What was learnt about sectors, kept for the processes to come: learning takes seconds, reading hundredths of one. */
import type { Knowledge } from '../knowledge.ts';
import { type KeptBytes, keptOrLearnt } from '../stored/kept-bytes.ts';
import { readSections, writeSections } from '../stored/sections.ts';
import { type LearntSectors, learnSectors } from './learn-sectors.ts';

/** `name` says all that they are learnt from and by. */
export function keptSectors(knowledge: Knowledge, name: string, kept: KeptBytes | null): LearntSectors {
  return keptOrLearnt(kept, {
    name,
    learn: () => learnSectors(knowledge),
    write: writeSectors,
    read: readSectors,
  });
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
