/**
 * Single changes of a field that would make a pair a recommendation, each found by changing the facts and scoring
 * again. Texts stay as they are, and so does how rare a capability is among the carriers.
 */
import { slotsFor } from '../../domain/carrier.ts';
import type { Bilingual, Change } from '../../domain/match.ts';
import type { PairScore } from '../score/affinity.ts';
import { type CarrierFacts, conditionOffer, type ResultFacts } from '../score/facts.ts';
import { OFFER_STRENGTH } from '../settings.ts';
import { type Ask, isPilot } from './asks.ts';
import type { Findings } from './findings.ts';
import { limitCode } from './limits.ts';
import { stageChanges } from './stage-changes.ts';
import { EFFORT, type Supposition } from './supposition.ts';
import { blocks, isGrounded, verdictOf } from './verdict.ts';

export type Rescore = (result: ResultFacts, carrier: CarrierFacts) => PairScore;

/** The least effort first; of equal effort, what lifts the pair most. */
export function sufficientChanges(findings: Findings, rescore: Rescore): Change[] {
  const { result, carrier } = findings;
  const mayHelp = helpingChanges(findings);
  return suppositions(findings)
    .filter(({ code }) => mayHelp(code))
    .map((supposed) => ({
      ...supposed,
      score: rescore(supposed.result ?? result, supposed.carrier ?? carrier),
    }))
    .filter(({ score }) => verdictOf(score, findings.lead) === 'recommended')
    .sort((a, b) => a.effort - b.effort || b.score.affinity - a.score.affinity || (a.code < b.code ? -1 : 1))
    .map(({ code, side, what, score }) => ({ code, side, what, affinity: score.affinity }));
}

/** Whether a change touches everything that stands in the way; what cannot help need not be scored. */
function helpingChanges({ score, lead }: Findings): (code: string) => boolean {
  const blocking: string[] = [];
  for (const limit of score.limits) {
    const code = limitCode(limit);
    if (blocks({ code, outcome: limit.outcome })) blocking.push(code);
  }
  const limit = blocking[0];
  const grounded = isGrounded(score, lead);
  return (code) =>
    blocking.length <= 1 &&
    (limit === undefined || touches(code, limit)) &&
    (grounded || GROUNDING.test(code));
}

/** What can bring two texts common ground: what is asked and offered, and the sectors that shared words are trusted by. */
const GROUNDING = /^(?:capability|condition)\.|^(?:sectors|pilot_need)$/u;

function touches(change: string, limit: string): boolean {
  if (change === limit) return true;
  if (limit === 'pilot_offer') return change.startsWith('capability.');
  return limit === 'pilot_need' && change === 'trl';
}

function suppositions(findings: Findings): Supposition[] {
  return [
    ...standing(findings),
    ...room(findings),
    ...conditions(findings),
    ...stageChanges(findings),
    ...capabilities(findings),
    ...sectors(findings),
    ...pilot(findings),
    ...category(findings),
  ];
}

function standing({ carrier }: Findings): Supposition[] {
  const { status } = carrier.record;
  if (status !== 'delisted' && status !== 'rectifying') return [];
  return [
    {
      code: 'status',
      side: 'carrier',
      what:
        status === 'delisted'
          ? { zh: '载体重新通过认定（现已摘牌）', en: 'the carrier is listed again' }
          : { zh: '载体整改完成', en: 'the carrier’s rectification is done' },
      effort: EFFORT.build,
      carrier: { ...carrier, record: { ...carrier.record, status: 'normal' } },
    },
  ];
}

function room({ result, carrier, purpose }: Findings): Supposition[] {
  const { areaFreeM2 } = carrier.record;
  const apart = purpose === 'pilot' && carrier.record.pilotLots !== undefined;
  const asked = result.askedAreaM2;
  const found: Supposition[] = [];
  if (slotsFor(carrier.record, purpose) === 0)
    found.push({
      code: 'slots',
      side: 'carrier',
      what: { zh: '载体本轮腾出1个接收名额', en: 'the carrier has one slot free this round' },
      effort: EFFORT.makeRoom,
      carrier: { ...carrier, record: { ...carrier.record, ...(apart ? { pilotLots: 1 } : { slots: 1 }) } },
    });
  if (asked !== null && areaFreeM2 !== undefined && areaFreeM2 < asked)
    found.push({
      code: 'area',
      side: 'carrier',
      what: {
        zh: `载体可用面积达到${asked}㎡（现${areaFreeM2}㎡）`,
        en: `the carrier has ${asked} m² free (now ${areaFreeM2} m²)`,
      },
      effort: EFFORT.makeRoom,
      carrier: { ...carrier, record: { ...carrier.record, areaFreeM2: asked } },
    });
  return found;
}

function conditions({ carrier, asks }: Findings): Supposition[] {
  return asks
    .filter(({ code, had }) => code.startsWith('condition.') && had === null)
    .map(({ code, name }) => {
      const plain = code.slice('condition.'.length);
      const refused = carrier.refused.has(plain);
      return {
        code,
        side: 'carrier' as const,
        what: refused
          ? { zh: `载体能够满足${name.zh}（现写明不接受）`, en: `the carrier meets ${name.en} (refused now)` }
          : { zh: `载体确认具备${name.zh}`, en: `the carrier confirms ${name.en}` },
        effort: refused ? EFFORT.build : EFFORT.confirm,
        carrier: meeting(carrier, plain),
      };
    });
}

function meeting(carrier: CarrierFacts, code: string): CarrierFacts {
  const span = { field: 'capabilities', start: 0, end: 0, quote: '' };
  const refused = new Map(carrier.refused);
  refused.delete(code);
  return {
    ...carrier,
    refused,
    met: new Map(carrier.met).set(code, { code, role: 'met', span }),
    offers: new Map(carrier.offers).set(conditionOffer(code), 1),
  };
}

function capabilities(findings: Findings): Supposition[] {
  const { carrier, asks } = findings;
  const lacking = asks.filter(({ code, had }) => !code.startsWith('condition.') && had !== 'own');
  return [...lacking, ...pilotFacilities(findings)].map(({ code, name, had }) => ({
    code: `capability.${code}`,
    side: 'carrier' as const,
    what: sayOffering(name, had),
    effort: had === 'listed' ? EFFORT.fillIn : EFFORT.build,
    carrier: {
      ...carrier,
      offers: new Map(carrier.offers).set(code, OFFER_STRENGTH.own),
      denies: new Set([...carrier.denies].filter((denied) => denied !== code)),
    },
  }));
}

/** Wanted of every pilot partner, asked for in words or not. */
function pilotFacilities({ asks, score }: Findings): Pick<Ask, 'code' | 'name' | 'had'>[] {
  const lacking = score.limits.some(({ code, outcome }) => code === 'pilot_offer' && outcome === 'failed');
  if (!lacking || asks.some(isPilot)) return [];
  return [{ code: 'C04', name: { zh: '中试条件', en: 'pilot facilities' }, had: null }];
}

function sayOffering({ zh, en }: Bilingual, had: 'listed' | 'partner' | 'own' | null): Bilingual {
  if (had === 'listed')
    return {
      zh: `载体补充${zh}的具体说明（现只列名称）`,
      en: `the carrier describes its ${en} (only listed now)`,
    };
  if (had === 'partner')
    return {
      zh: `载体自有${zh}（现由合作方提供）`,
      en: `the carrier has ${en} of its own (a partner’s now)`,
    };
  return { zh: `载体提供${zh}`, en: `the carrier offers ${en}` };
}

/** Where one side states no field at all: the same as the other side's main one. */
function sectors({ result, carrier, sectors: found, score }: Findings): Supposition[] {
  const unknown = score.components.some(({ name, value }) => name === 'sector' && value === null);
  const known = found.result ?? found.carrier;
  if (!unknown || !known || (found.result && found.carrier)) return [];
  const side = found.result ? 'carrier' : 'result';
  const facts = side === 'result' ? result : carrier;
  const other = side === 'result' ? carrier : result;
  const weights = other.analysis.sectors.weights.slice(0, 1).map(({ code }) => ({ code, weight: 1 }));
  const top = Math.max(...other.sectors);
  const changed = {
    sectors: other.sectors.map((share) => (share === top ? 1 : 0)),
    analysis: {
      ...facts.analysis,
      sectors: { ...other.analysis.sectors, weights },
    },
  };
  const who = side === 'result' ? { zh: '成果', en: 'the result' } : { zh: '载体', en: 'the carrier' };
  return [
    {
      code: 'sectors',
      side,
      what: {
        zh: `${who.zh}填报产业领域，且为${known.name.zh}`,
        en: `${who.en} states its sector, and it is ${known.name.en}`,
      },
      effort: EFFORT.fillIn,
      ...(side === 'result'
        ? { result: { ...result, ...changed } }
        : { carrier: { ...carrier, ...changed } }),
    },
  ];
}

/** Only where nothing speaks against a pilot. */
function pilot({ result, purpose }: Findings): Supposition[] {
  const { degree } = result.pilotNeed;
  if (purpose !== 'pilot' || degree === 0 || degree === 1) return [];
  return [
    {
      code: 'pilot_need',
      side: 'result',
      what: { zh: '成果写明需要中试', en: 'the result says that it needs a pilot' },
      effort: EFFORT.fillIn,
      result: {
        ...result,
        asked: new Map(result.asked).set('C04', 1),
        pilotNeed: { degree: 1, likely: true, reason: 'asked' },
      },
    },
  ];
}

/** Where no category is declared and the title gave the result away for a study. */
function category({ result, purpose }: Findings): Supposition[] {
  if (purpose !== 'transfer' || result.transferable || result.record.category !== undefined) return [];
  return [
    {
      code: 'category',
      side: 'result',
      what: { zh: '成果类别申报为应用技术', en: 'the result is declared as applied technology' },
      effort: EFFORT.fillIn,
      result: { ...result, record: { ...result.record, category: 'applied' }, transferable: true },
    },
  ];
}
