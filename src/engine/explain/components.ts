/** Words and quotes for each component of a score. */
import type { Span } from '../../domain/analysis.ts';
import type { Bilingual, Evidence, ScoreComponent } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { ScoredComponent } from '../score/affinity.ts';
import { askedFor } from '../score/components.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import { MODE_ASK_WEIGHT } from '../settings.ts';
import { capabilityName, joined, sectorName } from './names.ts';

export interface TextEvidence {
  readonly subject: readonly Evidence[];
  readonly needs: readonly Evidence[];
}

export function explainComponent(
  profile: Profile,
  component: ScoredComponent,
  result: ResultFacts,
  carrier: CarrierFacts,
  purpose: Purpose,
  texts: TextEvidence,
): ScoreComponent {
  const { why, evidence } = explain(profile, component, result, carrier, purpose, texts);
  const { name, value, weight, contribution } = component;
  return {
    name,
    value,
    ...(value === null ? { assumed: component.assumed } : {}),
    weight,
    contribution,
    why,
    evidence,
  };
}

interface Explained {
  readonly why: Bilingual;
  readonly evidence: readonly Evidence[];
}

const OTHER_LANGUAGE: Bilingual = {
  zh: '双方语言不同，难以逐词比较',
  en: 'written in different languages: words cannot be compared',
};

function explain(
  profile: Profile,
  component: ScoredComponent,
  result: ResultFacts,
  carrier: CarrierFacts,
  purpose: Purpose,
  texts: TextEvidence,
): Explained {
  switch (component.name) {
    case 'subject':
      if (component.value === null) return unknown(OTHER_LANGUAGE);
      return inCommon(
        texts.subject,
        { zh: '技术主题共同点', en: 'shared subject' },
        { zh: '技术主题没有共同用词', en: 'no words of the subject in common' },
      );
    case 'record':
      return {
        why: { zh: '与载体以往项目的相近程度', en: 'closeness to the carrier’s past projects' },
        evidence: [],
      };
    case 'semantics':
      return { why: { zh: '语义相近程度', en: 'closeness in meaning' }, evidence: [] };
    case 'needs':
      if (component.value === null)
        return unknown(
          result.asked.size > 0 ? OTHER_LANGUAGE : { zh: '成果未写明需求', en: 'the result states no needs' },
        );
      return inCommon(
        texts.needs,
        { zh: '需求与载体条件对应', en: 'what is asked stands in the carrier’s text' },
        { zh: '载体文字中没有需求用词', en: 'nothing of what is asked stands in the carrier’s text' },
      );
    case 'sector':
      return explainSector(profile, component, result, carrier);
    case 'capability':
      return explainCapability(profile, component, result, carrier, purpose);
    case 'stage':
      return explainStage(component, result, carrier);
  }
}

function inCommon(evidence: readonly Evidence[], found: Bilingual, nothing: Bilingual): Explained {
  const words = [...new Set(evidence.filter((e) => e.side === 'result').map((e) => e.quote))];
  if (words.length === 0) return { why: nothing, evidence: [] };
  return {
    why: { zh: `${found.zh}：${words.join('、')}`, en: `${found.en}: ${words.join(', ')}` },
    evidence,
  };
}

function unknown(why: Bilingual): Explained {
  return { why: { zh: `${why.zh}（按中性值计）`, en: `${why.en} (neutral value)` }, evidence: [] };
}

function explainSector(
  profile: Profile,
  component: ScoredComponent,
  result: ResultFacts,
  carrier: CarrierFacts,
): Explained {
  if (component.value === null) return unknown({ zh: '领域信息不足', en: 'sector not known' });
  const shared = profile.sectors.filter(
    (_sector, s) => Math.min(result.sectors[s]!, carrier.sectors[s]!) >= 0.1,
  );
  const [top] = result.analysis.sectors.weights;
  const named = joined(shared);
  const why =
    shared.length > 0
      ? { zh: `同属${named.zh}`, en: `both in ${named.en}` }
      : {
          zh: `领域不同：成果以${top ? sectorName(profile, top.code).zh : '其他领域'}为主`,
          en: `other sectors: the result is mainly ${top ? sectorName(profile, top.code).en : 'elsewhere'}`,
        };
  const codes = new Set(shared.map((sector) => sector.code));
  const quotes = (side: Evidence['side'], facts: ResultFacts | CarrierFacts) =>
    facts.analysis.sectors.evidence
      .filter((span) => codes.has(span.code))
      .slice(0, 2)
      .map(({ code, ...span }) => ({ ...span, side, about: code }));
  return { why, evidence: [...quotes('result', result), ...quotes('carrier', carrier)] };
}

function explainCapability(
  profile: Profile,
  component: ScoredComponent,
  result: ResultFacts,
  carrier: CarrierFacts,
  purpose: Purpose,
): Explained {
  const asked = askedFor(result, purpose)
    .map(([code]) => code)
    .sort();
  const met = asked.filter((code) => carrier.offers.has(code));
  const missing = asked.filter(
    (code) => !carrier.offers.has(code) && result.asked.get(code) !== MODE_ASK_WEIGHT,
  );
  if (component.value === null)
    return unknown(
      asked.length === 0
        ? { zh: '成果未提出具体能力需求', en: 'the result asks for no capability' }
        : { zh: '载体能力未知', en: 'the carrier’s capabilities are not known' },
    );
  const names = (codes: readonly string[]) => joined(codes.map((code) => capabilityName(profile, code)));
  const parts: Bilingual[] = [];
  if (met.length > 0) parts.push({ zh: `可满足${names(met).zh}`, en: `offers ${names(met).en}` });
  if (missing.length > 0)
    parts.push({ zh: `未见${names(missing).zh}`, en: `${names(missing).en} not found` });
  if (asked.length === 0 && purpose === 'pilot')
    parts.push(
      component.value > 0
        ? { zh: '具备中试条件', en: 'has pilot facilities' }
        : { zh: '未见中试条件', en: 'no pilot facilities found' },
    );
  if (parts.length === 0)
    return unknown({ zh: '成果未提出具体能力需求', en: 'the result asks for no capability' });
  return {
    why: { zh: parts.map((p) => p.zh).join('；'), en: parts.map((p) => p.en).join('; ') },
    evidence: [
      ...mentioned('result', result, met, 'asked'),
      ...mentioned('carrier', carrier, asked.length > 0 ? met : ['C04', 'C03'], 'offered'),
    ],
  };
}

/** The best quote of each capability: words before bare codes. */
function mentioned(
  side: Evidence['side'],
  facts: ResultFacts | CarrierFacts,
  codes: readonly string[],
  modality: string,
): Evidence[] {
  return codes.flatMap((code) => {
    const found = facts.analysis.capabilities.filter((m) => m.code === code && m.modality === modality);
    const best = found.find((m) => !m.bare) ?? found[0];
    return best ? [{ side, about: code, ...best.span }] : [];
  });
}

const SOURCES: Record<string, Bilingual> = {
  declared: { zh: '申报', en: 'declared' },
  stage: { zh: '按阶段推定', en: 'from the stage' },
  inferred: { zh: '按文字推断', en: 'inferred from the text' },
};

function explainStage(component: ScoredComponent, result: ResultFacts, carrier: CarrierFacts): Explained {
  const { trl } = result.analysis;
  const { trlMin, trlMax } = carrier.record;
  if (component.value === null || !trl) {
    return unknown(
      trl
        ? { zh: '载体未写接收成熟度', en: 'the carrier states no TRL window' }
        : { zh: '成果成熟度未知', en: 'the result’s readiness is not known' },
    );
  }
  const level = trl.low === trl.high ? `TRL ${trl.low}` : `TRL ${trl.low}–${trl.high}`;
  const window = `TRL ${trlMin ?? 1}–${trlMax ?? 9}`;
  const source = SOURCES[trl.source]!;
  const evidence: Evidence[] = trl.evidence ? [quote('result', trl.evidence)] : [];
  return {
    why: {
      zh: `成果${level}（${source.zh}），载体接收${window}`,
      en: `${level} (${source.en}), the carrier takes ${window}`,
    },
    evidence,
  };
}

function quote(side: Evidence['side'], span: Span): Evidence {
  return { side, about: 'trl', ...span };
}
