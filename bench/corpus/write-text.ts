/** Running text out of words: clauses and sentences of natural length, without meaning. */
import { between, type Random } from './draw.ts';
import type { Topic, Words } from './words.ts';

/** Shares of the words that each vocabulary gives; the rest is everyday. */
const TOPIC_SHARE = 0.35;
const TECHNICAL_SHARE = 0.07;
const GENRE_SHARE = 0.18;

export interface Writer {
  /** `length` words, in clauses of five to eleven. */
  text(topic: Topic, length: number, random: Random): string;
  /** `length` words of the topic without a stop: a title, a name, a claim. */
  phrase(topic: Topic, length: number, random: Random): string;
}

export function createWriter(words: Words): Writer {
  const word = (topic: Topic, random: Random): string => {
    const share = random();
    if (share < TOPIC_SHARE) return topic.word(random);
    if (share < TOPIC_SHARE + TECHNICAL_SHARE) return words.technical(random);
    return share < TOPIC_SHARE + TECHNICAL_SHARE + GENRE_SHARE ? words.genre(random) : words.everyday(random);
  };
  return {
    text(topic, length, random) {
      let text = '';
      let untilStop = between(5, 11, random);
      for (let i = 0; i < length; i++) {
        text += word(topic, random);
        if (i === length - 1) text += '。';
        else if (--untilStop === 0) {
          text += random() < 0.35 ? '。' : '，';
          untilStop = between(5, 11, random);
        }
      }
      return text;
    },
    phrase(topic, length, random) {
      let phrase = topic.word(random);
      for (let i = 1; i < length; i++)
        phrase += random() < 0.7 ? topic.word(random) : words.technical(random);
      return phrase;
    },
  };
}
