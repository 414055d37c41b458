import { beforeAll, describe, expect, it } from 'vitest';
import { type Carrier, CarrierSchema } from '../../src/domain/carrier.ts';
import { carrierText } from '../../src/domain/record-text.ts';
import { CarrierPhrases } from '../../src/engine/explain/carrier-phrases.ts';
import { KnownOffers, type Offers } from '../../src/engine/explain/offers.ts';
import { createPhraseCutter } from '../../src/engine/explain/phrases.ts';
import { createKnowledge } from '../../src/engine/knowledge.ts';
import { type CarrierFacts, carrierFacts } from '../../src/engine/score/facts.ts';
import { ENGINE, PROFILE } from './given.ts';

const coating: Carrier = {
  ...CarrierSchema.parse({
    name: '涂层中试平台',
    kind: 'pilot_platform',
    description: '平台提供高温涂层中试生产线，年产五十吨。可开展盐雾腐蚀检测、膜厚检测，配备扫描电镜。',
  }),
  id: 'coating',
};
const reagent: Carrier = {
  ...CarrierSchema.parse({
    name: '试剂中试基地',
    kind: 'pilot_platform',
    description: '基地拥有体外诊断试剂中试车间。提供临床样本检测服务。',
  }),
  id: 'reagent',
};
let phrases: CarrierPhrases;
let facts: (carrier: Carrier) => CarrierFacts;

beforeAll(() => {
  const knowledge = createKnowledge(PROFILE);
  phrases = new CarrierPhrases(knowledge, createPhraseCutter(knowledge));
  facts = (carrier) => carrierFacts(PROFILE, carrier, ENGINE.analyseCarrier(carrier));
});

function wordings(offers: Offers) {
  return Array.from({ length: offers.size }, (_, i) => offers.wording(i));
}

function shown(offers: Offers): string[] {
  return wordings(offers).map(({ phrase }) => phrase.shown);
}

describe('what a carrier offers, phrase by phrase', () => {
  it('is quoted from its text, the first time as later, each carrier and capability by itself', () => {
    const [one, other] = [facts(coating), facts(reagent)];
    const asked = [one, other].flatMap((carrier) =>
      [...carrier.offers.keys()].map((code) => [carrier, code] as const),
    );
    expect(asked.length).toBeGreaterThan(3);
    const first = asked.map(([carrier, code]) => shown(phrases.offers(carrier, code)));
    expect(asked.map(([carrier, code]) => shown(phrases.offers(carrier, code)))).toEqual(first);
    expect(new Set(first.map(String)).size).toBeGreaterThan(2);
    for (const [carrier, code] of asked)
      for (const { phrase } of wordings(phrases.offers(carrier, code)))
        expect(carrierText(carrier.record, phrase.field)?.slice(phrase.start, phrase.end)).toBe(phrase.quote);
  });

  it('says with … where a phrase was cut', () => {
    const known = new KnownOffers();
    const carrier = facts(coating);
    const cut = { mention: 0, start: 0, end: 2 };
    const [before, behind] = [true, true];
    const offers = known.add(carrier, 'C04', true, [
      { ...cut, before, behind: false },
      { ...cut, before: false, behind },
    ]);
    const word = offers.clause(0).quote.slice(0, 2);
    expect(shown(offers)).toEqual([`…${word}`, `${word}…`]);
  });

  it('is forgotten when there is no more room, and what is being read stays as it is', () => {
    const known = new KnownOffers();
    const [old, large] = [facts(coating), facts(reagent)];
    const cut = { mention: 0, start: 0, end: 4, before: false, behind: false };
    const held = known.add(old, 'C04', true, [cut]);
    const before = shown(held);
    const many = Array.from({ length: 200_000 }, () => cut);
    known.add(large, 'C04', true, many);
    expect(known.find(old, 'C04')?.size).toBe(1);
    known.add(
      large,
      'C05',
      false,
      many.map((one) => ({ ...one, end: 2 })),
    );
    expect(known.find(old, 'C04')).toBeNull();
    expect(known.find(large, 'C04')).toBeNull();
    expect(known.find(large, 'C05')).toMatchObject({ size: 200_000, telling: false });
    expect(shown(held)).toEqual(before);
  });
});
