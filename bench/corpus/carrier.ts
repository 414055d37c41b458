/** A synthetic carrier with what real ones declare: claims, TRL window, slots, area, limits, a portfolio now and then. */
import type { CapabilityClaim, Carrier } from '../../src/domain/carrier.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { CARRIER_KINDS } from '../../src/domain/reading/enumerations.ts';
import { around, between, pick, type Random, randomOf } from './draw.ts';
import type { Topic, Words } from './words.ts';
import type { Writer } from './write-text.ts';

/** Words that are written for a description; with name, claims and portfolio the mean comes to about 124 tokens. */
const DESCRIPTION_WORDS = 99;

export function writeCarrier(profile: Profile, words: Words, writer: Writer, number: number): Carrier {
  const random = randomOf('carrier', number);
  const topic = pick(words.topics, random);
  const low = between(1, 6, random);
  return {
    id: `C${String(number).padStart(6, '0')}`,
    name: `江北${writer.phrase(topic, 1, random)}${pick(['孵化器', '加速器', '众创空间', '产业园', '中试基地'], random)}`,
    kind: pick(CARRIER_KINDS, random),
    status: random() < 0.94 ? 'normal' : pick(['rewarded', 'rectifying', 'delisted'] as const, random),
    description: `${writer.text(topic, around(DESCRIPTION_WORDS, random), random)}${condition(profile, random)}`,
    sectors: random() < 0.7 ? [topic.sectorName] : undefined,
    capabilities: claims(profile, topic, writer, random),
    portfolio: random() < 1 / 3 ? portfolio(topic, writer, random) : undefined,
    ...(random() < 0.8 ? { trlMin: low, trlMax: Math.min(9, low + between(1, 4, random)) } : {}),
    areaFreeM2: random() < 0.6 ? between(0, 40, random) * 100 : undefined,
    slots: random() < 0.7 ? between(0, 20, random) : undefined,
    limits: random() < 0.15 ? `${conditionWord(profile, 'refused', random)}。` : undefined,
    city: '江北区',
  };
}

function claims(profile: Profile, topic: Topic, writer: Writer, random: Random): CapabilityClaim[] {
  return Array.from({ length: between(2, 6, random) }, () => {
    const capability = pick(profile.capabilities, random);
    const offer = pick(capability.offer.zh, random);
    return {
      code: capability.code,
      detail: random() < 0.8 ? `提供${offer}，${writer.phrase(topic, 2, random)}` : undefined,
      provider: random() < 0.7 ? ('own' as const) : random() < 0.5 ? ('partner' as const) : undefined,
    };
  });
}

function portfolio(topic: Topic, writer: Writer, random: Random): { title: string; summary?: string }[] {
  return Array.from({ length: between(1, 5, random) }, () => ({ title: writer.phrase(topic, 4, random) }));
}

/** Every sixth meets a condition in words. */
function condition(profile: Profile, random: Random): string {
  return random() < 1 / 6 ? `建有${conditionWord(profile, 'met', random)}。` : '';
}

/** Of one of the conditions that have such words. */
function conditionWord({ conditions }: Profile, side: 'met' | 'refused', random: Random): string {
  const words = conditions.map((each) => each[side].zh).filter(({ length }) => length > 0);
  return pick(pick(words, random), random);
}
