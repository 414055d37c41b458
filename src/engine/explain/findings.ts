/** What there is to tell about a pair, before it is put into words. */
import type { Purpose } from '../../domain/purpose.ts';
import { carrierText } from '../../domain/record-text.ts';
import type { Place } from '../index/place-store.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Comparison } from '../rank/compare.ts';
import type { PairScore } from '../score/affinity.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import type { ComponentName } from '../score/weight-tables.ts';
import { askWords } from './ask-words.ts';
import { type Ask, findAsks } from './asks.ts';
import { type CarrierPhrases, wordsOf } from './carrier-phrases.ts';
import type { Explained } from './explained.ts';
import { findKindred, type KindredFindings, NO_KINDRED } from './kindred.ts';
import type { NamedSector } from './names.ts';
import { type PastProject, pastProject } from './past-project.ts';
import type { Phrase, PhraseCutter } from './phrases.ts';
import type { AskWords, ResultReading } from './result-reading.ts';
import { mainSector, type SectorFindings, sectorFindings } from './sector-findings.ts';
import { type MakeWhole, type SharedWord, sharedCharacters, sharedWords } from './text-evidence.ts';
import type { Lead } from './verdict.ts';
import { wholeWords } from './whole-words.ts';
import { agree } from './wording.ts';

/** A pair with its score, to be explained. */
export interface ScoredPair {
  readonly result: ResultFacts;
  readonly carrier: CarrierFacts;
  readonly purpose: Purpose;
  readonly score: PairScore;
  readonly lead: Lead;
  /** Of the result with all carriers, and the carrier's row in it. */
  readonly comparison: Comparison;
  readonly row: number;
}

/** What a result asks for and where the carrier speaks of it, as phrases around the strongest shared word. */
export interface Need {
  /** The word of both texts that the phrases are cut around; null where the first need is told for want of one. */
  readonly word: SharedWord | null;
  readonly asked: Phrase;
  readonly offered: Phrase | null;
  /** Whether both phrases speak of the same thing; else they only share a word. */
  readonly agrees: boolean;
}

/** A result's readiness against the carrier's window; null where one side does not say. */
export interface StageFindings {
  /** `5` or `5–6`. */
  readonly level: string;
  readonly source: 'declared' | 'stage' | 'inferred';
  readonly from: number;
  readonly to: number;
  readonly place: 'inside' | 'partly' | 'below' | 'above';
}

/** What the two texts say, whatever the purpose. */
export interface TextFindings {
  readonly subject: readonly SharedWord[];
  readonly needs: readonly SharedWord[];
  /** Characters that bring the texts together; looked for where no word does. */
  readonly characters: { readonly subject: readonly string[]; readonly needs: readonly string[] };
  readonly need: Need | null;
  readonly project: PastProject | null;
  readonly kindred: KindredFindings;
  /** Components that were put into words already: they say the same for both purposes. */
  readonly told: Told;
  readonly sectors: SectorFindings;
  readonly stage: StageFindings | null;
}

export type Told = Record<Exclude<ComponentName, 'capability'>, ToldComponent | null>;

/** In words, where its value is known or where it is not. */
export interface ToldComponent extends Explained {
  readonly known: boolean;
}

export interface Findings extends ScoredPair, TextFindings {
  readonly asks: readonly Ask[];
  readonly askWords: AskWords;
}

/** One text is Chinese, the other English. */
export function areForeign({ result, carrier }: Pick<ScoredPair, 'result' | 'carrier'>): boolean {
  return result.analysis.language !== carrier.analysis.language;
}

export function createGatherer(
  knowledge: Knowledge,
  cutter: PhraseCutter,
  phrases: CarrierPhrases,
): (pair: ScoredPair) => Findings {
  // both purposes of a result often come to the same carriers; facts are made anew with every change
  let last: Comparison | undefined;
  let found = new Map<CarrierFacts, TextFindings>();
  let main: NamedSector | null = null;
  const textsOf = (pair: ScoredPair): TextFindings => {
    if (pair.comparison !== last) {
      // a new map: the table of one that is emptied goes on pointing to the next, and no scavenge frees what either holds
      found = new Map();
      main = mainSector(knowledge.profile, pair.result);
    }
    last = pair.comparison;
    let texts = found.get(pair.carrier);
    if (!texts) {
      texts = readTexts(knowledge, cutter, phrases, pair, main);
      found.set(pair.carrier, texts);
    }
    return texts;
  };
  return (pair) => {
    const { result, carrier, purpose, score, lead, comparison, row } = pair;
    const texts = textsOf(pair);
    const { subject, needs, characters, need, project, kindred, told, sectors, stage } = texts;
    const common: string[] = [];
    for (const word of needs) common.push(word.carrier.quote);
    for (const word of subject) common.push(word.carrier.quote);
    const { reading } = comparison;
    const asks = findAsks({ carrier, purpose, reading, phrases, common });
    // one by one: to spread both would cost more than all that is said of a limit
    return {
      result,
      carrier,
      purpose,
      score,
      lead,
      comparison,
      row,
      subject,
      needs,
      characters,
      need,
      project,
      kindred,
      told,
      sectors,
      stage,
      asks,
      askWords: askWords(asks, reading.askWords[purpose]),
    };
  };
}

const NO_CHARACTERS: readonly string[] = [];

function readTexts(
  knowledge: Knowledge,
  cutter: PhraseCutter,
  phrases: CarrierPhrases,
  { result, carrier, score, comparison, row }: ScoredPair,
  main: NamedSector | null,
): TextFindings {
  const { reading, lexicon } = comparison;
  const carrierPlace = comparison.places(row, carrier.record);
  const shared = comparison.shared(row);
  const textOf = (place: Place) => carrierText(carrier.record, place.field)!;
  const whole: MakeWhole = (here, there) =>
    wholeWords(
      knowledge.segmenter,
      { place: here, text: reading.textOf(here), words: reading.wordsOf(here.field) },
      { place: there, text: textOf(there), words: wordsOf(carrier, there.field) },
    );
  const needs = sharedWords(shared.needs, lexicon, reading.askedPlace, carrierPlace, whole);
  const needsCharacters = needs.length > 0 ? NO_CHARACTERS : sharedCharacters(shared.needs, lexicon);
  const subject = sharedWords(shared.subject, lexicon, reading.place, carrierPlace, whole);
  const subjectCharacters = subject.length > 0 ? NO_CHARACTERS : sharedCharacters(shared.subject, lexicon);
  return {
    subject,
    needs,
    characters: { subject: subjectCharacters, needs: needsCharacters },
    need: needPhrases(needs.find(saysWhat) ?? null, reading, carrier, cutter, phrases),
    project: pastProject(comparison, row, carrier, cutter),
    kindred: nearInMeaning(score) ? findKindred(comparison, row, carrierPlace) : NO_KINDRED,
    told: nothingTold(),
    sectors: sectorFindings(knowledge.profile, result, carrier, main),
    stage: stageFindings(result, carrier),
  };
}

function nothingTold(): Told {
  return {
    subject: null,
    record: null,
    semantics: null,
    alignment: null,
    needs: null,
    sector: null,
    stage: null,
  };
}

/** Closeness below this is a bit of everything: no words to point at. */
const NEAR_IN_MEANING = 0.35;

function nearInMeaning({ components }: PairScore): boolean {
  for (const { name, value } of components)
    if ((name === 'semantics' || name === 'alignment') && (value ?? 0) >= NEAR_IN_MEANING) return true;
  return false;
}

/** A word of the trade (样品, 合作) says what is done, not to what. */
function saysWhat({ thin }: SharedWord): boolean {
  return !thin;
}

function needPhrases(
  word: SharedWord | null,
  reading: ResultReading,
  carrier: CarrierFacts,
  cutter: PhraseCutter,
  phrases: CarrierPhrases,
): Need | null {
  if (!word) return reading.firstNeed && { word, asked: reading.firstNeed, offered: null, agrees: false };
  const { field, start, end, quote } = word.carrier;
  const asked = reading.wordingAt(word.result);
  // what a carrier is called is no answer: there the word alone
  const offered =
    field === 'name'
      ? { field, start, end, quote, shown: quote }
      : cutter.around(
          { path: field, text: carrierText(carrier.record, field)! },
          start,
          end,
          wordsOf(carrier, field),
        );
  return {
    word,
    asked: asked.phrase,
    offered,
    agrees: agree(asked, offered, quote) && phrases.isWhole(offered),
  };
}

function stageFindings({ analysis: { trl } }: ResultFacts, { record }: CarrierFacts): StageFindings | null {
  if (!trl || (record.trlMin === undefined && record.trlMax === undefined)) return null;
  const { low, high, source } = trl;
  const [from, to] = [record.trlMin ?? 1, record.trlMax ?? 9];
  const place = low >= from && high <= to ? 'inside' : high < from ? 'below' : low > to ? 'above' : 'partly';
  return { level: low === high ? `${low}` : `${low}–${high}`, source, from, to, place };
}
