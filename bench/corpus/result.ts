/** A synthetic research result: title, abstract, keywords, application, what it asks for, its readiness. */
import type { Profile } from '../../src/domain/profile.ts';
import { TRANSFER_MODES } from '../../src/domain/reading/enumerations.ts';
import type { ResearchResult } from '../../src/domain/research-result.ts';
import { around, between, pick, type Random, randomOf } from './draw.ts';
import type { Topic, Words } from './words.ts';
import type { Writer } from './write-text.ts';

/** Words that are written for an abstract; with the other fields the mean comes to about 190 tokens. */
const ABSTRACT_WORDS = 141;
const APPLICATION_WORDS = 34;

/** `length` multiplies the texts: 1 gives about 190 tokens. */
export function writeResult(
  profile: Profile,
  words: Words,
  writer: Writer,
  number: number,
  length = 1,
): ResearchResult {
  const random = randomOf('result', number);
  const topic = pick(words.topics, random);
  return {
    id: `R${String(number).padStart(6, '0')}`,
    title: `${writer.phrase(topic, 3, random)}${pick(['技术', '方法', '系统', '装置', '材料'], random)}`,
    abstract: writer.text(topic, around(ABSTRACT_WORDS * length, random), random) + maturity(profile, random),
    keywords: [...new Set(Array.from({ length: between(3, 5, random) }, () => topic.word(random)))],
    application: writer.text(topic, around(APPLICATION_WORDS * length, random), random),
    needs: random() < 0.8 ? needs(profile, topic, writer, random) : undefined,
    sectors: random() < 0.5 ? [topic.sectorName] : undefined,
    trl: random() < 0.5 ? level(random) : undefined,
    transferModes: random() < 0.7 ? [pick(TRANSFER_MODES, random)] : undefined,
    category: 'applied',
    secrecy: 'public',
  };
}

function needs(profile: Profile, topic: Topic, writer: Writer, random: Random): string {
  const asked = Array.from({ length: between(1, 3, random) }, () =>
    pick(pick(profile.capabilities, random).ask.zh.filter(isPhrase), random),
  );
  const needed = random() < 0.25 ? `需要${pick(pick(profile.conditions, random).needed.zh, random)}。` : '';
  return `${asked.join('，')}，寻求${writer.phrase(topic, 2, random)}合作。${needed}`;
}

/** An entry between slashes is a pattern: nobody writes that. */
function isPhrase(entry: string): boolean {
  return !entry.startsWith('/');
}

function maturity(profile: Profile, random: Random): string {
  return random() < 0.6 ? `${pick(pick(profile.maturity, random).zh, random)}。` : '';
}

function level(random: Random): { low: number; high: number } {
  const low = between(2, 8, random);
  return { low, high: Math.min(9, low + between(0, 1, random)) };
}
