/** A district that has just begun: ten carriers, twenty results. What words mean must not mislead it. */
import { describe, expect, it } from 'vitest';
import { ndcg } from '../../src/engine/measures.ts';
import type { CorpusModel } from '../../src/engine/model/corpus-model.ts';
import { createModel } from '../../src/engine/model/corpus-model.ts';
import { ENGINE, readCarrier, readResult } from './given.ts';
import { TOPICS, type Topic, textsAbout } from './synthetic-texts.ts';

const topics = TOPICS.filter((_, i) => i % 3 === 0).slice(0, 10);
const halves = (which: 0 | 1): Topic[] =>
  topics.map(({ name, words }) => ({ name, words: words.filter((_, i) => i % 2 === which) }));

/** Carrier i and results i and i + 10 are of topic i. */
function district(wordsOfResults: readonly Topic[], wordsOfCarriers: readonly Topic[]) {
  const carriers = textsAbout(wordsOfCarriers, 10, 6, 11).map((description, i) =>
    readCarrier({ id: `c${i}`, name: `第${i}孵化器`, description }),
  );
  const results = textsAbout(wordsOfResults, 20, 6, 12).map((abstract, i) =>
    readResult({ id: `r${i}`, title: `成果之${i}`, abstract }),
  );
  return { carriers, results };
}

function quality({ carriers, results }: ReturnType<typeof district>, model: CorpusModel | undefined): number {
  const pool = ENGINE.pool({ carriers, results, model });
  const values = results.map(({ record }, i) => {
    const grades = pool.rankCarriers(record.id, 'transfer').map(({ id }) => (id === `c${i % 10}` ? 1 : 0));
    return ndcg({ grades, all: grades }, 5);
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const withoutMeaning = (model: CorpusModel) => createModel({ ...model, words: null });

describe('a cold start', () => {
  const sameWords = district(topics, topics);
  const otherWords = district(halves(0), halves(1));
  const background = textsAbout(TOPICS, 1_200, 15, 13).map((text) =>
    ENGINE.readText([{ path: 'abstract', text }]),
  );
  const trained = ({ carriers, results }: typeof sameWords) =>
    ENGINE.train(
      [...results, ...carriers].map(({ analysis }) => analysis),
      background,
    );

  it('from its own records ranks as it would without semantics: nothing is learnt from thirty', () => {
    for (const given of [sameWords, otherWords]) {
      const own = ENGINE.train([...given.results, ...given.carriers].map(({ analysis }) => analysis));
      expect(own.words).toBeNull();
      expect(quality(given, undefined)).toBe(quality(given, withoutMeaning(own)));
    }
  });

  it('with background texts is no worse than without semantics where the words are the same', () => {
    const model = trained(sameWords);
    expect(model.words).not.toBeNull();
    expect(quality(sameWords, model)).toBeGreaterThanOrEqual(quality(sameWords, withoutMeaning(model)));
    expect(quality(sameWords, model)).toBeGreaterThanOrEqual(quality(sameWords, undefined));
  });

  it('and better where both sides use other words for the same field of work', () => {
    const model = trained(otherWords);
    expect(quality(otherWords, model)).toBeGreaterThan(quality(otherWords, withoutMeaning(model)));
    expect(quality(otherWords, model)).toBeGreaterThan(quality(otherWords, undefined));
  });
});
