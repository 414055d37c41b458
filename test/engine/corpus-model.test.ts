import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { nearestWords } from '../../src/engine/model/nearest-words.ts';
import { collectTerms } from '../../src/engine/model/term-corpus.ts';
import { CARRIERS, RESULTS } from './district.ts';
import { ENGINE, readCarrier, readResult } from './given.ts';
import { TOPICS, textsAbout } from './synthetic-texts.ts';

const topics = TOPICS.slice(0, 12);
const read = (texts: readonly string[]) => texts.map((text) => ENGINE.readText([{ path: 'abstract', text }]));
const records = textsAbout(topics, 240, 12, 1).map((abstract, i) =>
  readResult({ title: `成果 ${i}`, abstract }),
);
const background = read(textsAbout(topics, 300, 20, 2));
const analyses = records.map(({ analysis }) => analysis);
const model = ENGINE.train(analyses, background);

describe('a trained model', () => {
  it('knows words of one field of work for kindred', () => {
    const topicOf = new Map(topics.flatMap(({ name, words }) => words.map((word) => [word, name])));
    const nearest = [...topicOf].flatMap(([word, own]) => {
      const near = nearestWords(model, word, 10).find((other) => topicOf.has(other));
      return near === undefined ? [] : [topicOf.get(near) === own];
    });
    expect(nearest.length).toBeGreaterThan(200);
    expect(nearest.filter((right) => right).length / nearest.length).toBeGreaterThan(0.95);
  });

  it('is the same for the same documents, and another for others', () => {
    expect(ENGINE.train(analyses, background).fingerprint).toBe(model.fingerprint);
    expect(ENGINE.train(analyses.slice(1), background).fingerprint).not.toBe(model.fingerprint);
    expect(ENGINE.train(analyses, background.slice(1)).fingerprint).not.toBe(model.fingerprint);
    expect(ENGINE.train([...analyses, ...background]).fingerprint).not.toBe(model.fingerprint);
  });

  it('learns nothing about meaning from a few records, and still knows how common their terms are', () => {
    const small = ENGINE.train(analyses.slice(0, 50));
    expect(small.words).toBeNull();
    expect(small.statistics.terms.length).toBeGreaterThan(50);
    expect(nearestWords(small, topics[0]!.words[0]!, 3)).toEqual([]);
  });

  it('weighs a term that one record held as one that none did: it need not keep it', () => {
    const once = readResult({ title: '甲', abstract: '厌氧氨氧化颗粒' }).analysis;
    const { lexicon, statistics } = ENGINE.train([...analyses, once]);
    const unseen = ENGINE.train([...analyses, readResult({ title: '甲' }).analysis]).lexicon;
    expect(statistics.terms).not.toContain('厌氧氨氧化');
    expect(lexicon.idf(lexicon.number('厌氧氨氧化'), 'han')).toBe(
      unseen.idf(unseen.number('厌氧氨氧化'), 'han'),
    );
  });

  it('is learnt in steps too short to hold anybody up, with the same outcome', () => {
    const many = read(textsAbout(TOPICS, 1_500, 25, 3));
    const whole = ENGINE.train(many);
    const steps = ENGINE.trainingSteps(collectTerms(many), null);
    const shares: number[] = [];
    for (;;) {
      const step = steps.next();
      if (step.done) {
        expect(step.value.fingerprint).toBe(whole.fingerprint);
        break;
      }
      shares.push(step.value);
    }
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('a model file', () => {
  const bytes = ENGINE.writeModel(model);
  const unreadable = expect.objectContaining({ code: 'model.unreadable' });

  it('gives the same model back', () => {
    const decoded = ENGINE.readModel(bytes);
    expect(decoded.fingerprint).toBe(model.fingerprint);
    expect(ENGINE.describeModel(decoded)).toEqual(ENGINE.describeModel(model));
    const parts = ({ statistics, words, background }: typeof model) => [statistics, words, background];
    expect(isDeepStrictEqual(parts(decoded), parts(model))).toBe(true);
    expect(Buffer.from(bytes).equals(ENGINE.writeModel(decoded))).toBe(true);
    const small = ENGINE.train(analyses.slice(0, 3));
    expect(ENGINE.readModel(ENGINE.writeModel(small))).toMatchObject({ words: null, background: null });
  });

  it('ranks and explains to the same bytes as the model that it was written from', () => {
    const input = {
      results: [...RESULTS.map(readResult), ...records.slice(0, 40)],
      carriers: CARRIERS.map(readCarrier),
    };
    // another pool before it must not show either
    const decoded = ENGINE.readModel(bytes);
    ENGINE.pool({ results: [...records].reverse(), carriers: [], model: decoded });
    const [one, other] = [model, decoded].map((each) => ENGINE.pool({ ...input, model: each }));
    expect(other!.model).toBe(one!.model);
    for (const purpose of PURPOSES) {
      for (const { record } of input.results)
        expect(JSON.stringify(other!.carriersFor(record.id, purpose, 5))).toBe(
          JSON.stringify(one!.carriersFor(record.id, purpose, 5)),
        );
    }
  });

  it('cut short at any place is refused', () => {
    for (const length of [0, 4, 8, 15, 16, 40, 400, bytes.length - 1])
      expect(() => ENGINE.readModel(bytes.subarray(0, length)), String(length)).toThrow(unreadable);
    expect(() => ENGINE.readModel(Buffer.concat([bytes, Buffer.from([0])]))).toThrow(unreadable);
  });

  it('changed at any place is refused, or says the same', () => {
    for (let at = 0; at < bytes.length; at += 1 + Math.floor(bytes.length / 60)) {
      const changed = Uint8Array.from(bytes);
      changed[at]! ^= 1;
      expect(() => ENGINE.readModel(changed), `byte ${at}`).toThrow();
    }
  });

  it('of another kind or format is refused by name', () => {
    expect(() => ENGINE.readModel(Buffer.from('%PDF-1.7 something else'))).toThrow('this is no corpus model');
    const newer = Uint8Array.from(bytes);
    newer[8] = 2;
    expect(() => ENGINE.readModel(newer)).toThrow('format 2, this program reads 1');
  });

  it('learnt by another reading of texts is refused, and both are named', () => {
    const other = Buffer.from(bytes);
    const at = other.indexOf(ENGINE.analyser);
    other.write('x', at);
    expect(() => ENGINE.readModel(other)).toThrow(expect.objectContaining({ code: 'model.other_analyser' }));
    expect(() => ENGINE.readModel(other)).toThrow(ENGINE.analyser);
  });
});
