/** What the engine knows before it has seen a record: the profile, made ready for reading texts. */
import type { NatureReading } from '../domain/analysis.ts';
import type { Condition, Profile } from '../domain/profile.ts';
import { Concordance } from '../text/concordance.ts';
import { foldWord } from '../text/fold.ts';
import { createPhraseBook, type PhraseBook } from '../text/phrases.ts';
import { createReader, type Reader } from '../text/reader.ts';
import { createSegmenter, type Segmenter } from '../text/segmenter.ts';
import { createTermExtractor, type TermExtractor } from '../text/terms.ts';
import { createThesaurus } from '../text/thesaurus.ts';
import { createGenus, type Genus } from './analyse/genus.ts';
import { keptEnglish } from './analyse/kept-english.ts';
import { compileFrames, type SentenceFrames } from './analyse/sentence-frames.ts';
import { createTurningAway, type TurningAway } from './analyse/turning-away.ts';
import { once } from './once.ts';
import type { KeptBytes } from './stored/kept-bytes.ts';

export interface SectorCue {
  readonly code: string;
  readonly strength: 'strong' | 'context';
}

export interface CapabilityCue {
  readonly code: string;
  /** `name`: the markers decide; `ask`, `offer`: the phrase itself does; `lookalike`: means something else. */
  readonly part: 'name' | 'ask' | 'offer' | 'lookalike';
}

export interface ConditionCue {
  readonly code: string;
  readonly part: 'needed' | 'met' | 'refused' | 'lookalike';
}

export interface Knowledge {
  readonly profile: Profile;
  readonly segmenter: Segmenter;
  readonly reader: Reader;
  readonly terms: TermExtractor;
  readonly sectors: PhraseBook<SectorCue>;
  readonly outside: PhraseBook<string>;
  readonly capabilities: PhraseBook<CapabilityCue>;
  readonly frames: SentenceFrames;
  readonly conditions: PhraseBook<ConditionCue>;
  readonly maturity: PhraseBook<{ readonly low: number; readonly high: number }>;
  readonly natures: PhraseBook<NatureReading['code']>;
  readonly genus: Genus;
  readonly turningAway: TurningAway;
  readonly conditionByCode: ReadonlyMap<string, Condition>;
  /** What decides between two sectors, with the words of which the title must hold one, folded; none: any title. */
  readonly ambiguities: readonly (Profile['ambiguities'][number] & { readonly named: readonly string[] })[];
  /** Folded sector codes, names and aliases → code. */
  readonly sectorNames: ReadonlyMap<string, string>;
  /** Folded capability codes and names → code. */
  readonly capabilityNames: ReadonlyMap<string, string>;
}

/** Each part is made ready when it is first used: who only compares needs no dictionary. */
export function createKnowledge(profile: Profile, kept: KeptBytes | null = null): Knowledge {
  const concordance = new Concordance();
  const segmenter = once(() => createSegmenter(userWords(profile)));
  const reader = once(() => createReader(segmenter(), profile.markers, concordance));
  const terms = once(() =>
    createTermExtractor(
      segmenter(),
      createPhraseBook(vocabularyTranslations(profile), { concordance }),
      createThesaurus(profile.thesaurus, concordance),
      once(() => keptEnglish(kept)),
    ),
  );
  const sectors = once(() => createPhraseBook(sectorCues(profile), { concordance }));
  const outside = once(() => createPhraseBook(outsideCues(profile), { concordance }));
  const capabilities = once(() =>
    createPhraseBook(capabilityCues(profile), {
      patterns: capabilityPatterns(profile),
      key: ({ code }) => code,
      concordance,
    }),
  );
  const conditions = once(() =>
    createPhraseBook(conditionCues(profile), {
      form: (word) => word,
      key: ({ code }) => code,
      concordance,
    }),
  );
  const frames = once(() => compileFrames(profile, concordance));
  const maturity = once(() => createPhraseBook(maturityCues(profile), { concordance }));
  const natures = once(() => createPhraseBook(natureCues(profile), { concordance }));
  const genus = once(() => createGenus(profile, concordance));
  const turningAway = once(() => createTurningAway(profile));
  return {
    profile,
    get segmenter() {
      return segmenter();
    },
    get reader() {
      return reader();
    },
    get terms() {
      return terms();
    },
    get sectors() {
      return sectors();
    },
    get outside() {
      return outside();
    },
    get capabilities() {
      return capabilities();
    },
    get frames() {
      return frames();
    },
    get conditions() {
      return conditions();
    },
    get maturity() {
      return maturity();
    },
    get natures() {
      return natures();
    },
    get genus() {
      return genus();
    },
    get turningAway() {
      return turningAway();
    },
    ambiguities: profile.ambiguities.map((rule) => ({
      ...rule,
      named: [...rule.words.zh, ...rule.words.en].map(foldWord),
    })),
    conditionByCode: new Map(profile.conditions.map((condition) => [condition.code, condition])),
    sectorNames: names(profile.sectors.map((s) => [s.code, [s.code, s.zh, s.en, ...s.aliases]])),
    capabilityNames: names(
      profile.capabilities.map((c) => [c.code, [c.code, c.zh, c.en, ...c.names.zh, ...c.names.en]]),
    ),
  };
}

/** Makes ready what explaining reads texts with. */
export function prepareKnowledge({ reader, terms, capabilities }: Knowledge): void {
  const read = reader.read('');
  terms.extract(read);
  capabilities.find(read.folded, read.tokens);
}

/** Words for the segmenter's dictionary: Han phrases short enough to be words. */
function* userWords(profile: Profile): Generator<string> {
  for (const [phrase] of sectorCues(profile)) yield foldWord(phrase);
  for (const [phrase] of capabilityWords(profile)) yield foldWord(phrase);
  for (const { zh } of profile.general) yield foldWord(zh);
  for (const field of profile.outside) for (const zh of field.terms.zh) yield foldWord(zh);
}

function* sectorCues(profile: Profile): Generator<readonly [string, SectorCue]> {
  for (const { code } of profile.sectors) {
    const strong: SectorCue = { code, strength: 'strong' };
    const context: SectorCue = { code, strength: 'context' };
    for (const term of profile.terms[code] ?? []) {
      yield [term.zh, term.strength === 'strong' ? strong : context];
      yield [term.en, term.strength === 'strong' ? strong : context];
    }
  }
}

function* capabilityCues(profile: Profile): Generator<readonly [string, CapabilityCue]> {
  for (const capability of profile.capabilities) {
    const parts = {
      name: capability.names,
      ask: capability.ask,
      offer: capability.offer,
      lookalike: capability.lookalike,
    };
    for (const [part, words] of Object.entries(parts)) {
      const cue = { code: capability.code, part: part as CapabilityCue['part'] };
      for (const word of [...words.zh, ...words.en]) yield [word, cue];
    }
  }
}

/** Phrases that are words; those that ask or offer hold markers (需要场地), which must stay words of their own. */
function* capabilityWords(profile: Profile): Generator<readonly [string, CapabilityCue]> {
  for (const phrase of capabilityCues(profile))
    if (phrase[1].part === 'name' || phrase[1].part === 'lookalike') yield phrase;
}

function capabilityPatterns(profile: Profile): (readonly [RegExp, CapabilityCue])[] {
  return profile.capabilities.flatMap(({ code, patterns }) => {
    const cue: CapabilityCue = { code, part: 'name' };
    return [...patterns.zh, ...patterns.en].map((source) => [new RegExp(source, 'gu'), cue] as const);
  });
}

function* outsideCues({ outside }: Profile): Generator<readonly [string, string]> {
  for (const { code, terms } of outside) for (const word of [...terms.zh, ...terms.en]) yield [word, code];
}

function* maturityCues({ maturity }: Profile): Generator<readonly [string, Profile['maturity'][number]]> {
  for (const cue of maturity) for (const word of [...cue.zh, ...cue.en]) yield [word, cue];
}

function* natureCues({ natures }: Profile): Generator<readonly [string, NatureReading['code']]> {
  for (const { code, cues } of natures) for (const word of [...cues.zh, ...cues.en]) yield [word, code];
}

function* conditionCues(profile: Profile): Generator<readonly [string, ConditionCue]> {
  for (const condition of profile.conditions) {
    for (const part of ['needed', 'met', 'refused', 'lookalike'] as const) {
      const cue = { code: condition.code, part };
      for (const word of [...condition[part].zh, ...condition[part].en]) yield [word, cue];
    }
  }
}

/** The English of the bilingual vocabulary with its Chinese; an acronym that is the same in both says nothing new. */
function* vocabularyTranslations(profile: Profile): Generator<readonly [string, string]> {
  const pairs = [...Object.values(profile.terms).flat(), ...profile.general];
  for (const { zh, en } of pairs) if (/\p{Script=Han}/u.test(zh)) yield [en, zh];
}

function names(table: readonly (readonly [string, readonly string[]])[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const [code, words] of table) {
    for (const word of words) if (!map.has(foldWord(word))) map.set(foldWord(word), code);
  }
  return map;
}
