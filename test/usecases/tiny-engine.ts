/**
 * A small deterministic engine for tests whose subject is not the engine. Its scores depend on every record of
 * the pool, as the real engine's corpus statistics do: a pool of other contents gives other scores.
 */

import { createHash } from 'node:crypto';
import type { Analysis } from '../../src/domain/analysis.ts';
import { countedTerms } from '../../src/domain/analysis.ts';
import type { Match, NoFit } from '../../src/domain/match.ts';
import type { Purpose } from '../../src/domain/purpose.ts';
import type { AskedResult, Engine, MatchPool, PoolInput } from '../../src/engine/engine.ts';
import { trainingSteps, trainModel } from '../../src/engine/model/corpus-model.ts';
import { decodeModel, describeModel, encodeModel } from '../../src/engine/model/model-file.ts';

const WORDS = { zh: '测试', en: 'test' };
export const RECOMMENDED_FROM = 0.5;

export interface TinyEngine extends Engine {
  /** How often a pool was built and a text read: what a cache or a stored analysis saves. */
  readonly counts: { pools: number; analyses: number };
}

export function createTinyEngine(version = 'tiny/1'): TinyEngine {
  const counts = { pools: 0, analyses: 0 };
  const analyse = (kind: Analysis['kind'], text: string): Analysis => {
    counts.analyses += 1;
    return {
      kind,
      analyser: version,
      sectors: {
        weights: [{ code: 'BIO', weight: 1 }],
        confidence: 1,
        strength: 1,
        source: 'inferred',
        evidence: [],
      },
      capabilities: [],
      conditions: [],
      quantities: [],
      trl: null,
      language: 'han',
      nature: null,
      terms: [{ path: 'title', ...wordsOf(text) }],
    };
  };
  return {
    version,
    analyser: version,
    counts,
    prepare() {},
    release() {},
    analyseResult: (result) => analyse('result', result.title),
    *prepareLearning() {
      yield 1;
    },
    train: trainModel,
    trainingSteps,
    describeModel: (model) => describeModel(model, version),
    writeModel: (model) => encodeModel(model, version),
    readModel: (bytes) => decodeModel(bytes, version),
    readText: (fields) => ({
      language: 'han',
      terms: fields.map(({ path, text }) => ({
        path,
        ...wordsOf(text),
      })),
    }),
    analyseCarrier: (carrier) => analyse('carrier', carrier.name),
    pool: (input) => {
      counts.pools += 1;
      return tinyPool(input);
    },
    readPool: inNoFile,
    joinPools: inNoFile,
  };
}

function inNoFile(): never {
  throw new Error('pools of this engine are in no file');
}

function tinyPool(input: PoolInput): MatchPool {
  const carriers = new Map(input.carriers.map(({ record }) => [record.id, record]));
  const results = new Map(input.results.map(({ record }) => [record.id, record]));
  const model =
    input.model ?? trainModel([...input.results, ...input.carriers].map(({ analysis }) => analysis));
  let corpus: string | null = null;
  const change = (work: () => void) => {
    work();
    corpus = null;
  };
  const corpusNow = () => {
    corpus ??= JSON.stringify([[...carriers.values()], [...results.values()], model.fingerprint]);
    return corpus;
  };
  const affinity = (resultId: string, carrierId: string, purpose: Purpose) =>
    createHash('sha256')
      .update(`${corpusNow()}|${resultId}|${carrierId}|${purpose}`)
      .digest()
      .readUInt16BE(0) / 0xffff;
  const idOf = (result: AskedResult) => (typeof result === 'string' ? result : result.record.id);
  const explain = (result: AskedResult, carrierId: string, purpose: Purpose): Match => {
    const resultId = idOf(result);
    const value = affinity(resultId, carrierId, purpose);
    return {
      resultId,
      carrierId,
      purpose,
      affinity: value,
      score: value,
      rank: 0,
      verdict: value >= RECOMMENDED_FROM ? 'recommended' : 'unfit',
      components: [{ name: 'hash', value, weight: 1, contribution: value, why: WORDS, evidence: [] }],
      limits: [],
      summary: WORDS,
      shortfalls: [],
    };
  };
  const best = <T extends { affinity: number }>(list: T[], idOf: (item: T) => string): T[] =>
    list.sort((a, b) => b.affinity - a.affinity || (idOf(a) < idOf(b) ? -1 : 1));
  const ranked = (matches: Match[], top: number): Match[] =>
    matches.slice(0, top).map((match, i) => ({ ...match, rank: i + 1 }));
  const carriersOf = (result: AskedResult, purpose: Purpose) =>
    best(
      [...carriers.keys()].map((carrierId) => explain(result, carrierId, purpose)),
      (match) => match.carrierId,
    );
  const resultsOf = (carrierId: string, purpose: Purpose) =>
    best(
      [...results.keys()].map((resultId) => explain(resultId, carrierId, purpose)),
      (match) => match.resultId,
    );
  const resultsFor = (carrierId: string, purpose: Purpose, top: number) =>
    ranked(resultsOf(carrierId, purpose), top);
  const rankCarriers = (result: AskedResult, purpose: Purpose) =>
    carriersOf(result, purpose).map(({ carrierId: id, affinity, verdict }) => ({ id, affinity, verdict }));
  const carriersFor = (result: AskedResult, purpose: Purpose, top: number) => {
    const resultId = idOf(result);
    const matches = ranked(carriersOf(result, purpose), top);
    const served = matches.some((match) => match.verdict === 'recommended');
    const noFit: NoFit | null = served ? null : { resultId, purpose, reason: 'weak', why: WORDS };
    return { matches, noFit };
  };
  return {
    model: model.fingerprint,
    complete: async () => {},
    putCarrier: ({ record }) => change(() => carriers.set(record.id, record)),
    putResult: ({ record }) => change(() => results.set(record.id, record)),
    removeCarrier: (id) => change(() => carriers.delete(id)),
    removeResult: (id) => change(() => results.delete(id)),
    explain,
    write: () => [],
    carriersFor,
    carriersRanked: (result, purpose, top, most) => ({
      ...carriersFor(result, purpose, top),
      ranked: rankCarriers(result, purpose).slice(0, most),
    }),
    resultsFor,
    findResults: (carrierId, purpose, top) => {
      const matches = resultsFor(carrierId, purpose, top);
      return { ids: matches.map(({ resultId }) => resultId), explain: () => matches };
    },
    rankCarriers,
    rankResults: (carrierId, purpose) =>
      resultsOf(carrierId, purpose).map(({ resultId: id, affinity, verdict }) => ({ id, affinity, verdict })),
  };
}

function wordsOf(text: string) {
  return countedTerms(new Map(text.split(' ').map((word) => [word, 1])));
}
