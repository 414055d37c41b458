/**
 * Sector distribution of a record: declared sectors, vocabulary evidence, and a classifier over the profile's
 * vocabulary for texts that use none of its phrases. The sources are mixed, never simply overridden.
 */
import type { SectorReading, SectorWeight, Span } from '../../domain/analysis.ts';
import { foldWord } from '../../text/fold.ts';
import { modalityAt } from '../../text/modality.ts';
import { thingStart } from '../../text/title.ts';
import type { Knowledge } from '../knowledge.ts';
import { SECTOR_FIELD_WEIGHTS } from '../settings.ts';
import { type ReadField, spanOf } from './read-field.ts';
import type { SectorClassifier } from './sector-classifier.ts';
import { confidenceOf } from './sector-confidence.ts';

/** A context word counts this much, and only beside a strong word of its sector or where nothing is strong. */
const CONTEXT_WEIGHT = 0.2;
/** In a title the words of the thing count so much more than the words of what it is for. */
const THING = 1.4;
const PURPOSE_OF_THING = 0.8;
/** The classifier's opinion counts like this many strong words. */
const CLASSIFIER_WEIGHT = 3;
/** A classifier's opinion without a vocabulary word behind it earns this much confidence, a strong word 1. */
const OPINION_TRUST = 0.3;
/** Evidence of this size is half of full confidence. */
const CONFIDENCE_HALF = 2;
/** What a rule of the profile leaves to the sector that it decides against, beside the one it decides for. */
const LOSERS_SHARE = 0.5;
/** Share of the declared sectors where the words say something too. */
const DECLARED_SHARE = { result: 0.4, carrier: 0.6 } as const;
/** A declared sector is trusted at least so far: some are ticked wrongly. */
const LEAST_DECLARED = 0.6;
/** A field outside the profile needs this much of words or of the classifier's opinion: one word in passing is no field. */
const LEAST_OUTSIDE = 2;
/** Shares below this are noise. */
const LEAST_SHARE = 0.05;

const NOTHING: ReadonlySet<string> = new Set();

type Evidence = (Span & { code: string })[];

export function readSectors(
  knowledge: Knowledge,
  classifier: SectorClassifier,
  side: 'result' | 'carrier',
  fields: readonly ReadField[],
  declaredNames: readonly string[],
): SectorReading {
  const usable = fields.filter((field) => field.base !== 'limits' && field.base !== 'stage');
  const { scores, evidence } = vocabularyScores(knowledge, side, usable);
  const found = sum(scores.values());
  const words = new Map(scores);
  const opinions = classifier.classify(usable);
  const opinion = ofSectors(knowledge, opinions);
  for (const [code, share] of opinion) addScore(scores, code, CLASSIFIER_WEIGHT * share);
  const overruled = side === 'result' ? resolve(knowledge, usable, words, scores) : NOTHING;
  const best = strongestOutside(knowledge, usable, opinions, overruled);
  const outside = best && outsideShare(best, scores);
  // 新能源 is no sector of its own and counts as the one that the profile names for it, under its flag
  if (best?.field.nearest) addScore(scores, best.field.nearest, best.score);
  const inferred = shares(scores);
  const total = found + OPINION_TRUST * sum(opinion.values());
  const declared = declaredShares(knowledge, declaredNames);
  const strength = total / (total + CONFIDENCE_HALF);
  const share = Math.max(0, ...inferred.values());
  const confidence = total === 0 ? 0 : round(confidenceOf(strength, share, knowledge.profile.confidence));
  if (declared.size === 0) {
    return {
      weights: sorted(inferred),
      confidence,
      strength,
      source: total > 0 ? 'inferred' : 'none',
      outside,
      evidence,
    };
  }
  const declaredShare = 1 - (1 - DECLARED_SHARE[side]) * strength;
  const mixed = new Map<string, number>();
  for (const [code, share] of declared) mixed.set(code, declaredShare * share);
  for (const [code, share] of inferred) mixed.set(code, (mixed.get(code) ?? 0) + (1 - declaredShare) * share);
  return {
    weights: sorted(mixed),
    confidence: Math.max(LEAST_DECLARED, confidence),
    strength: Math.max(LEAST_DECLARED, strength),
    source: total > 0 ? 'both' : 'declared',
    outside: side === 'result' ? outside : undefined,
    evidence,
  };
}

/** Strong words count by field and, repeated, by the logarithm; context words only in company. */
function vocabularyScores(
  knowledge: Knowledge,
  side: 'result' | 'carrier',
  fields: readonly ReadField[],
): { scores: Map<string, number>; evidence: Evidence } {
  const strong = new Map<string, Map<string, number>>();
  const context = new Map<string, Map<string, number>>();
  const evidence: Evidence = [];
  for (const field of fields) {
    const thing = field.base === 'title' ? thingStart(field.read.tokens) : 0;
    for (const hit of knowledge.sectors.find(field.read.folded, field.read.tokens)) {
      const place = thing === 0 ? 1 : hit.start >= thing ? THING : PURPOSE_OF_THING;
      const weight = fieldWeight(field.base) * place;
      const said = modalityAt(field.read, hit.start, hit.end);
      if (said === 'denied' || (said === 'lacking' && side === 'carrier')) continue;
      const word = field.read.folded.text.slice(hit.start, hit.end);
      for (const cue of hit.meanings) {
        addTo(cue.strength === 'strong' ? strong : context, cue.code, word, weight);
        if (cue.strength !== 'strong') continue;
        const { field: path, start, end, quote } = spanOf(field, hit.start, hit.end);
        evidence.push({ field: path, start, end, quote, code: cue.code });
      }
    }
  }
  const scores = new Map<string, number>();
  for (const [code, words] of strong) scores.set(code, total(words));
  for (const [code, words] of context) {
    if (strong.size === 0 || strong.has(code))
      scores.set(code, (scores.get(code) ?? 0) + CONTEXT_WEIGHT * total(words));
  }
  return { scores, evidence };
}

interface OutsideField {
  readonly field: Knowledge['profile']['outside'][number];
  readonly score: number;
}

/** The field outside the profile with the most words and opinion. */
function strongestOutside(
  knowledge: Knowledge,
  fields: readonly ReadField[],
  opinions: ReadonlyMap<string, number>,
  overruled: ReadonlySet<string>,
): OutsideField | undefined {
  const found = new Map<string, Map<string, number>>();
  for (const field of fields) {
    for (const hit of knowledge.outside.find(field.read.folded, field.read.tokens)) {
      const word = field.read.folded.text.slice(hit.start, hit.end);
      for (const code of hit.meanings) addTo(found, code, word, fieldWeight(field.base));
    }
  }
  const [best] = knowledge.profile.outside
    .filter((field) => !overruled.has(field.code))
    .map((field) => ({
      field,
      score: total(found.get(field.code) ?? new Map()) + CLASSIFIER_WEIGHT * (opinions.get(field.code) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || (a.field.code < b.field.code ? -1 : 1));
  return best && best.score >= LEAST_OUTSIDE ? best : undefined;
}

/** Its share beside the strongest sector. */
function outsideShare(
  { field, score }: OutsideField,
  inside: ReadonlyMap<string, number>,
): SectorReading['outside'] {
  const weight = score / (score + Math.max(0, ...inside.values()));
  return { code: field.code, weight: round(weight), flag: field.flag ?? undefined };
}

function addScore(scores: Map<string, number>, code: string, score: number): void {
  scores.set(code, (scores.get(code) ?? 0) + score);
}

function ofSectors({ profile }: Knowledge, opinions: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(profile.sectors.map(({ code }) => [code, opinions.get(code) ?? 0]));
}

/** Where two sectors find words in one text, the profile may say which one is meant: it is put first. Returns what it is put before. */
function resolve(
  knowledge: Knowledge,
  fields: readonly ReadField[],
  words: ReadonlyMap<string, number>,
  scores: Map<string, number>,
): Set<string> {
  const overruled = new Set<string>();
  const title = fields.find((field) => field.base === 'title')?.read.folded.text ?? '';
  for (const { wins, over, least, named } of knowledge.ambiguities) {
    if ((words.get(wins) ?? 0) < least) continue;
    if (named.length > 0 && !named.some((word) => title.includes(word))) continue;
    const most = LOSERS_SHARE * Math.max(...over.map((code) => scores.get(code) ?? 0));
    scores.set(wins, Math.max(scores.get(wins) ?? 0, most / LOSERS_SHARE));
    for (const code of over) {
      overruled.add(code);
      const score = scores.get(code);
      if (score !== undefined) scores.set(code, Math.min(score, LOSERS_SHARE * scores.get(wins)!));
    }
  }
  return overruled;
}

/** Equal shares of the declared sectors that the profile knows: ticking every box earns nothing. */
function declaredShares(knowledge: Knowledge, declared: readonly string[]): Map<string, number> {
  const codes = new Set(
    declared.map((name) => knowledge.sectorNames.get(foldWord(name))).filter((code) => code !== undefined),
  );
  return new Map([...codes].map((code) => [code, 1 / codes.size]));
}

function fieldWeight(base: string): number {
  return SECTOR_FIELD_WEIGHTS[base] ?? 0.5;
}

function addTo(table: Map<string, Map<string, number>>, code: string, word: string, weight: number): void {
  const words = table.get(code) ?? new Map<string, number>();
  words.set(word, (words.get(word) ?? 0) + weight);
  table.set(code, words);
}

function total(words: ReadonlyMap<string, number>): number {
  return sum([...words.values()].map((weight) => (weight <= 1 ? weight : 1 + Math.log(weight))));
}

function shares(scores: ReadonlyMap<string, number>): Map<string, number> {
  const all = sum(scores.values());
  return new Map([...scores].map(([code, score]) => [code, all > 0 ? score / all : 0]));
}

function sorted(distribution: ReadonlyMap<string, number>): SectorWeight[] {
  const kept = [...distribution].filter(([, weight]) => weight >= LEAST_SHARE);
  const all = sum(kept.map(([, weight]) => weight));
  return kept
    .map(([code, weight]) => ({ code, weight: round(weight / all) }))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
}

function sum(values: Iterable<number>): number {
  let s = 0;
  for (const value of values) s += value;
  return s;
}

/** Six decimals: enough for every use, and the same bytes on every machine. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
