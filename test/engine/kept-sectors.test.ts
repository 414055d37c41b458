/** What is learnt of a profile is kept from one process to the next, and gives the same readings as what is learnt anew. */
import { isDeepStrictEqual } from 'node:util';
import { expect, inject, test } from 'vitest';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { keptAsks } from '../../src/engine/analyse/kept-asks.ts';
import { keptEnglish } from '../../src/engine/analyse/kept-english.ts';
import { keptSectors } from '../../src/engine/analyse/kept-sectors.ts';
import { learnAsks } from '../../src/engine/analyse/learn-asks.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createKnowledge } from '../../src/engine/knowledge.ts';
import { type KeptBytes, keptOrLearnt } from '../../src/engine/stored/kept-bytes.ts';
import { writeSections } from '../../src/engine/stored/sections.ts';
import { diskBytes } from '../../src/store/files/kept-bytes.ts';
import { RESULTS } from './district.ts';
import { ENGINE, PROFILE } from './given.ts';

const PATIENCE_MS = 300_000;

function folder() {
  const files = new Map<string, Uint8Array>();
  const said: string[] = [];
  const kept: KeptBytes = {
    read: (name) => files.get(name) ?? null,
    write: (name, pieces) => void files.set(name, Buffer.concat(pieces)),
    damaged: (name, reason) => void said.push(`${name}: ${reason}`),
  };
  return { files, said, kept };
}

const ENGLISH = { id: 'en', title: 'Leak detection for gas pipes by neural networks' };
const DRAFTS = [...RESULTS, ENGLISH].map((given) => ResearchResultSchema.parse(given));
const readings = ({ analyseResult }: typeof ENGINE) =>
  DRAFTS.map((draft) => JSON.stringify(analyseResult(draft)));

/** `toEqual` takes seconds for a megabyte of numbers. */
const expectSame = (one: unknown, other: unknown) => expect(isDeepStrictEqual(one, other)).toBe(true);

test(
  'an engine that finds what another has learnt reads the same, and learns nothing',
  () => {
    const { files, said, kept } = folder();
    expect(readings(createEngine(PROFILE, kept))).toEqual(readings(ENGINE));
    expect([...files.keys()].sort()).toEqual(
      ['general English', ENGINE.analyser, `asks ${ENGINE.analyser}`].sort(),
    );
    const before = [...files.values()].map((bytes) => Buffer.from(bytes));

    const later = createEngine(PROFILE, {
      ...kept,
      write: () => expect.unreachable('learnt anew'),
    });
    expect(readings(later)).toEqual(readings(ENGINE));
    expectSame([...files.values()], before);
    expect(said).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'an engine of the program keeps what it learns where it is told to, for the processes to come',
  () => {
    readings(ENGINE);
    const kept = diskBytes(inject('learnt'), { warn: (_fields, message) => expect.unreachable(message) });
    for (const name of ['general English', ENGINE.analyser, `asks ${ENGINE.analyser}`])
      expect(kept.read(name), name).not.toBeNull();
  },
  PATIENCE_MS,
);

test('characters beyond the first plane are kept as they were learnt', () => {
  const { kept } = folder();
  const asks = ['𠮷野家寻找中试', '𠮷田公司要中试'].map((text) => ({ text, codes: ['C04'], set: '1' }));
  const examples = ['𬭸箔材', '𬭸膜层'].map((text, i) => ({ ...PROFILE.examples[i]!, text }));
  const profile = { ...PROFILE, asks, examples, terms: {}, thesaurus: [] };
  const knowledge = createKnowledge(profile, kept);
  expectSame(keptAsks(profile, 'v', kept), keptAsks(profile, 'v', kept));
  expectSame(keptSectors(knowledge, 's', kept), keptSectors(knowledge, 's', kept));
});

test('a profile without asks keeps that it has none', () => {
  const { kept, files } = folder();
  const profile = { ...PROFILE, asks: [] };
  expect(keptAsks(profile, 'v', kept).codes).toEqual([]);
  expect(files.size).toBe(1);
  expectSame(keptAsks(profile, 'v', kept), learnAsks(profile));
});

test(
  'what is damaged is said, learnt anew and kept again',
  () => {
    const { files, said, kept } = folder();
    const [examples, asks] = [PROFILE.examples.slice(0, 100), PROFILE.asks.slice(0, 100)];
    const profile = { ...PROFILE, examples, asks, terms: {}, thesaurus: [] };
    const whole = createEngine(profile);
    const expected = readings(whole);
    expect(readings(createEngine(profile, kept))).toEqual(expected);
    const bytes = Buffer.from(files.get(whole.analyser)!);
    const damaged = Buffer.from(bytes);
    damaged[damaged.length - 9]! ^= 1;
    for (const found of [damaged, Buffer.from('something else')]) {
      files.set(whole.analyser, found);
      expect(readings(createEngine(profile, kept))).toEqual(expected);
      expect(bytes.equals(files.get(whole.analyser)!)).toBe(true);
    }
    expect(said.map((line) => line.slice(whole.analyser.length))).toEqual([
      ': it is damaged or not whole',
      ': it is another kind of file',
    ]);
  },
  PATIENCE_MS,
);

test(
  'English of a file that is cut short, changed or of another kind is not believed',
  () => {
    const { files, said, kept } = folder();
    const meant = keptEnglish(kept).chinese(['leak']);
    expect(meant.length).toBeGreaterThan(0);
    const whole = Buffer.from(files.get('general English')!);
    const changed = Buffer.from(whole);
    changed[changed.length >> 1]! ^= 1;
    const another = Buffer.concat(writeSections({ head: {}, arrays: {}, records: {} }));
    for (const bytes of [whole.subarray(0, -100), changed, another]) {
      files.set('general English', bytes);
      expect(keptEnglish(kept).chinese(['leak'])).toEqual(meant);
      expect(whole.equals(files.get('general English')!)).toBe(true);
    }
    expect(said).toEqual([
      'general English: it is damaged or not whole',
      'general English: it is damaged or not whole',
      'general English: it has no section phrases.codes of Uint16Array',
    ]);
  },
  PATIENCE_MS,
);

test('a mistake of the program is not taken for damage', () => {
  const { files, said, kept } = folder();
  files.set('a', Uint8Array.of(1));
  const read = () => {
    throw new TypeError('a mistake');
  };
  expect(() => keptOrLearnt(kept, { name: 'a', learn: () => 1, write: () => [], read })).toThrow('a mistake');
  expect(said).toEqual([]);
});
