/** Words and quotes for each limit of a pair. */
import type { CapabilityMention, Refusal } from '../../domain/analysis.ts';
import { slotsFor } from '../../domain/carrier.ts';
import type { Bilingual, Evidence, LimitCheck } from '../../domain/match.ts';
import type { Comparison } from '../rank/compare.ts';
import type { ResultFacts } from '../score/facts.ts';
import type { LimitFinding } from '../score/limits.ts';
import { PILOT_CAPABILITIES } from '../score/pilot-need.ts';
import { quoteAbout } from './evidence.ts';
import type { ScoredPair } from './findings.ts';

export function explainLimit(
  finding: LimitFinding,
  pair: Pick<ScoredPair, 'result' | 'carrier' | 'purpose' | 'comparison'>,
): LimitCheck {
  const { outcome, effect, factor } = finding;
  return {
    code: limitCode(finding),
    outcome,
    effect,
    factor,
    why: why(finding, pair),
    evidence: evidence(finding, pair),
  };
}

/** By which a limit is known to people: each condition has its own. */
export function limitCode({ code, condition }: LimitFinding): string {
  return condition ? `condition.${condition.condition.code}` : code;
}

function why(
  finding: LimitFinding,
  { result, carrier, purpose }: Pick<ScoredPair, 'result' | 'carrier' | 'purpose'>,
): Bilingual {
  const { outcome, condition } = finding;
  const { record } = carrier;
  const failed = outcome === 'failed';
  switch (finding.code) {
    case 'status':
      if (record.status === 'delisted') return DELISTED;
      return failed ? RECTIFYING : IN_GOOD_STANDING;
    case 'slots': {
      if (outcome === 'unknown') return SLOTS_UNKNOWN;
      if (failed) return NO_SLOT;
      const slots = slotsFor(record, purpose);
      return { zh: `本轮名额${slots}个`, en: `${slots} slots this round` };
    }
    case 'area': {
      if (outcome === 'unknown') return AREA_UNKNOWN;
      const { askedAreaM2: asked } = result;
      if (asked === null) return NO_AREA_ASKED;
      const free = record.areaFreeM2;
      return { zh: `需${asked}㎡，可用${free}㎡`, en: `${asked} m² asked, ${free} m² free` };
    }
    case 'category':
      return failed ? NOT_TRANSFERABLE : TRANSFERABLE;
    case 'pilot_need':
      return pilotNeedWhy(result.pilotNeed);
    case 'pilot_offer':
      return failed ? NO_PILOT_FACILITIES : PILOT_FACILITIES;
    case 'refusal':
      return refusalWhy(finding.refusal!);
    case 'condition':
      return conditionWhy(finding, condition!.condition);
  }
}

const DELISTED: Bilingual = { zh: '载体已摘牌', en: 'the carrier is delisted' };
const RECTIFYING: Bilingual = { zh: '载体正在督促整改', en: 'the carrier is under rectification' };
const IN_GOOD_STANDING: Bilingual = { zh: '载体状态正常', en: 'the carrier is in good standing' };
const SLOTS_UNKNOWN: Bilingual = { zh: '本轮名额未填', en: 'slots not stated' };
const NO_SLOT: Bilingual = { zh: '本轮无接收名额', en: 'no slot left this round' };
const AREA_UNKNOWN: Bilingual = { zh: '载体可用面积未填', en: 'free area not stated' };
const NO_AREA_ASKED: Bilingual = { zh: '成果未提面积需求', en: 'no area asked' };
const NOT_TRANSFERABLE: Bilingual = {
  zh: '基础理论或软科学成果，不宜直接转化',
  en: 'theory or soft science: not directly transferable',
};
const TRANSFERABLE: Bilingual = { zh: '可转化类成果', en: 'a transferable kind of result' };
const NO_PILOT_FACILITIES: Bilingual = {
  zh: '载体未见小试、中试条件',
  en: 'no bench or pilot facilities found',
};
const PILOT_FACILITIES: Bilingual = {
  zh: '载体具备小试或中试条件',
  en: 'has bench or pilot facilities',
};
const PILOT_BY_STAGE: Bilingual = {
  zh: '成果没有写明需要中试（按阶段判断）',
  en: 'the result does not say that it needs a pilot (judged by its stage)',
};
const ASKS_NO_PILOT: Bilingual = {
  zh: '成果所写的需求与中试无关',
  en: 'what the result asks for is no pilot',
};

function pilotNeedWhy({ reason, likely }: ResultFacts['pilotNeed']): Bilingual {
  if (reason !== 'stage') return NO_PILOT[reason];
  return likely ? PILOT_BY_STAGE : ASKS_NO_PILOT;
}

/** Why no pilot partner is wanted. */
export const NO_PILOT: Record<ResultFacts['pilotNeed']['reason'], Bilingual> = {
  asked: { zh: '成果提出中试需求', en: 'pilot production is asked for' },
  stage: { zh: '处于中试阶段', en: 'at the pilot stage' },
  unknown: { zh: '是否需要中试不明', en: 'it is not known whether a pilot is needed' },
  done: { zh: '中试已完成', en: 'the pilot is done' },
  denied: { zh: '成果写明不需要中试', en: 'the result says that it needs no pilot' },
  software: { zh: '软件类成果，无需中试生产线', en: 'software: no pilot line needed' },
  early: { zh: '成熟度尚低，未到中试阶段', en: 'too early for a pilot' },
  mature: { zh: '已过中试阶段', en: 'past the pilot stage' },
  not_technical: {
    zh: '基础理论、软科学或综述类，不宜直接转化',
    en: 'theory, soft science or a review: not directly transferable',
  },
};

function conditionWhy({ outcome, condition: found }: LimitFinding, condition: Bilingual): Bilingual {
  if (outcome === 'failed' && !found?.said)
    return {
      zh: `载体所列生产工艺中未见${condition.zh}`,
      en: `the kinds of production that the carrier names do not include ${condition.en}`,
    };
  if (outcome === 'failed')
    return { zh: `载体不具备或不接受：${condition.zh}`, en: `refused or not available: ${condition.en}` };
  if (outcome === 'passed') return { zh: `满足：${condition.zh}`, en: `met: ${condition.en}` };
  return { zh: `需核实：${condition.zh}`, en: `to be checked: ${condition.en}` };
}

/** In the carrier's own words; where its clause does not name the subject (一概不接) that is said beside it. */
function refusalWhy({ subject, span: { field, quote } }: Refusal): Bilingual {
  const said: Bilingual =
    field === 'limits'
      ? { zh: `载体在限制条件中写明“${quote}”`, en: `the carrier’s limits say “${quote}”` }
      : { zh: `载体已写明“${quote}”`, en: `the carrier says “${quote}”` };
  return quote.includes(subject)
    ? said
    : { zh: `${said.zh}，其中包括“${subject}”`, en: `${said.en}, of “${subject}” as well` };
}

/** The clause that turns away, and where the result speaks of its subject. */
function refusalEvidence({ terms, subject, span }: Refusal, { reading, lexicon }: Comparison): Evidence[] {
  const places = terms.flatMap((term) => reading.place(lexicon.number(term)) ?? []);
  return [
    quoteAbout('carrier', subject, span),
    ...places.map((place) => quoteAbout('result', subject, place)),
  ];
}

const NO_EVIDENCE: readonly Evidence[] = [];

function evidence(
  finding: LimitFinding,
  { result, comparison }: Pick<ScoredPair, 'result' | 'comparison'>,
): readonly Evidence[] {
  if (finding.condition) {
    const { condition, needed, said } = finding.condition;
    const quotes = [quoteAbout('result', condition.code, needed.span)];
    if (said) quotes.push(quoteAbout('carrier', condition.code, said.span));
    return quotes;
  }
  if (finding.refusal) return refusalEvidence(finding.refusal, comparison);
  const { nature } = result.analysis;
  if (
    (finding.code === 'category' || result.pilotNeed.reason === 'not_technical') &&
    finding.outcome === 'failed' &&
    nature
  ) {
    return [quoteAbout('result', nature.code, nature.evidence)];
  }
  if (finding.code === 'pilot_need') return pilotEvidence(result);
  if (finding.code === 'area') {
    const asked = result.analysis.quantities.find((q) => q.kind === 'area_m2' && q.modality === 'asked');
    return asked ? [quoteAbout('result', 'area', asked.span)] : NO_EVIDENCE;
  }
  return NO_EVIDENCE;
}

/** The words that ask for a pilot, deny it or say that it is done; else those that the readiness was read from. */
function pilotEvidence({ analysis, pilotNeed: { reason } }: ResultFacts): readonly Evidence[] {
  const said = pilotMention(analysis.capabilities, reason);
  if (said) return [quoteAbout('result', said.code, said.span)];
  const { trl } = analysis;
  const byStage = reason === 'stage' || reason === 'early' || reason === 'mature';
  return byStage && trl?.evidence ? [quoteAbout('result', 'trl', trl.evidence)] : NO_EVIDENCE;
}

function pilotMention(mentions: readonly CapabilityMention[], modality: string): CapabilityMention | null {
  for (const code of PILOT_CAPABILITIES)
    for (const mention of mentions)
      if (mention.code === code && mention.modality === modality) return mention;
  return null;
}
