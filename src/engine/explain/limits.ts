/** Words and quotes for each limit of a pair. */
import { slotsFor } from '../../domain/carrier.ts';
import type { Bilingual, Evidence, LimitCheck } from '../../domain/match.ts';
import type { ResultFacts } from '../score/facts.ts';
import type { LimitFinding } from '../score/limits.ts';
import { PILOT_CAPABILITIES } from '../score/pilot-need.ts';
import { quoteAbout } from './evidence.ts';
import type { ScoredPair } from './findings.ts';

export function explainLimit(
  finding: LimitFinding,
  pair: Pick<ScoredPair, 'result' | 'carrier' | 'purpose'>,
): LimitCheck {
  const { outcome, effect, factor } = finding;
  return {
    code: limitCode(finding),
    outcome,
    effect,
    factor,
    why: why(finding, pair),
    evidence: evidence(finding, pair.result),
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
  const { areaFreeM2, status } = carrier.record;
  const slots = slotsFor(carrier.record, purpose);
  const failed = outcome === 'failed';
  switch (finding.code) {
    case 'status':
      if (status === 'delisted') return { zh: '载体已摘牌', en: 'the carrier is delisted' };
      return failed
        ? { zh: '载体正在督促整改', en: 'the carrier is under rectification' }
        : { zh: '载体状态正常', en: 'the carrier is in good standing' };
    case 'slots':
      if (outcome === 'unknown') return { zh: '本轮名额未填', en: 'slots not stated' };
      return failed
        ? { zh: '本轮无接收名额', en: 'no slot left this round' }
        : { zh: `本轮名额${slots}个`, en: `${slots} slots this round` };
    case 'area':
      if (outcome === 'unknown') return { zh: '载体可用面积未填', en: 'free area not stated' };
      if (result.askedAreaM2 === null) return { zh: '成果未提面积需求', en: 'no area asked' };
      return {
        zh: `需${result.askedAreaM2}㎡，可用${areaFreeM2}㎡`,
        en: `${result.askedAreaM2} m² asked, ${areaFreeM2} m² free`,
      };
    case 'category':
      return failed
        ? {
            zh: '基础理论或软科学成果，不宜直接转化',
            en: 'theory or soft science: not directly transferable',
          }
        : { zh: '可转化类成果', en: 'a transferable kind of result' };
    case 'pilot_need':
      return pilotNeedWhy(result.pilotNeed);
    case 'pilot_offer':
      return failed
        ? { zh: '载体未见小试、中试条件', en: 'no bench or pilot facilities found' }
        : { zh: '载体具备小试或中试条件', en: 'has bench or pilot facilities' };
    case 'condition':
      return conditionWhy(finding, condition!.condition);
  }
}

function pilotNeedWhy({ reason, likely }: ResultFacts['pilotNeed']): Bilingual {
  if (reason !== 'stage') return NO_PILOT[reason];
  return likely
    ? {
        zh: '成果没有写明需要中试（按阶段判断）',
        en: 'the result does not say that it needs a pilot (judged by its stage)',
      }
    : {
        zh: '成果所写的需求与中试无关',
        en: 'what the result asks for is no pilot',
      };
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
      zh: `载体所列生产工艺未见：${condition.zh}`,
      en: `not among the kinds of production that the carrier names: ${condition.en}`,
    };
  if (outcome === 'failed')
    return { zh: `载体不具备或不接受：${condition.zh}`, en: `refused or not available: ${condition.en}` };
  if (outcome === 'passed') return { zh: `满足：${condition.zh}`, en: `met: ${condition.en}` };
  return { zh: `需核实：${condition.zh}`, en: `to be checked: ${condition.en}` };
}

function evidence(finding: LimitFinding, result: ResultFacts): Evidence[] {
  if (finding.condition) {
    const { condition, needed, said } = finding.condition;
    const quotes = [quoteAbout('result', condition.code, needed.span)];
    if (said) quotes.push(quoteAbout('carrier', condition.code, said.span));
    return quotes;
  }
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
    return asked ? [quoteAbout('result', 'area', asked.span)] : [];
  }
  return [];
}

/** The words that ask for a pilot, deny it or say that it is done; else those that the readiness was read from. */
function pilotEvidence({ analysis, pilotNeed: { reason } }: ResultFacts): Evidence[] {
  const said = PILOT_CAPABILITIES.flatMap((code) =>
    analysis.capabilities.filter((mention) => mention.code === code && mention.modality === reason),
  )[0];
  if (said) return [quoteAbout('result', said.code, said.span)];
  const { trl } = analysis;
  const byStage = reason === 'stage' || reason === 'early' || reason === 'mature';
  return byStage && trl?.evidence ? [quoteAbout('result', 'trl', trl.evidence)] : [];
}
