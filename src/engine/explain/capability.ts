/** What is asked and what of it is offered, in words. */
import type { Bilingual, Evidence } from '../../domain/match.ts';
import type { ScoredComponent } from '../score/affinity.ts';
import { pilotOffer } from '../score/components.ts';
import { PILOT_CAPABILITIES } from '../score/pilot-need.ts';
import { type Ask, askEvidence } from './asks.ts';
import { type Explained, unknown } from './explained.ts';
import type { Findings } from './findings.ts';
import { joined } from './names.ts';

const NOTHING_ASKED: Bilingual = { zh: '成果未提出具体能力需求', en: 'the result asks for no capability' };

export function explainCapability({ value }: ScoredComponent, findings: Findings): Explained {
  const { asks, purpose } = findings;
  if (value === null)
    return unknown(
      asks.length === 0
        ? NOTHING_ASKED
        : { zh: '载体能力未知', en: 'the carrier’s capabilities are not known' },
    );
  if (asks.length === 0) return purpose === 'pilot' ? explainPilotOffer(findings) : unknown(NOTHING_ASKED);
  const inWords = asks.filter((ask) => ask.inWords);
  const implied = asks.filter((ask) => !ask.inWords);
  const parts = [
    ...told(inWords, 'own', { zh: '可满足', en: 'offers' }),
    ...told(inWords, 'listed', { zh: '只列名称、未附说明：', en: 'listed without details: ' }),
    ...told(inWords, 'partner', { zh: '由合作方提供：', en: 'through a partner: ' }),
    ...told(inWords, null, { zh: '未见', en: 'not found: ' }),
    ...explainImplied(implied),
  ];
  return {
    why: { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') },
    evidence: askEvidence(asks),
  };
}

function told(asks: readonly Ask[], had: Ask['had'], how: Bilingual): Bilingual[] {
  const names = asks.filter((ask) => ask.had === had).map(({ name }) => name);
  if (names.length === 0) return [];
  const { zh, en } = joined(names);
  return [{ zh: `${how.zh}${zh}`, en: `${how.en}${how.en.endsWith(' ') ? '' : ' '}${en}` }];
}

/** What only the way of conversion (许可, 转让 …) usually needs. */
function explainImplied(asks: readonly Ask[]): Bilingual[] {
  if (asks.length === 0) return [];
  const has = asks.filter(({ had }) => had !== null).map(({ name }) => name);
  const lacks = asks.filter(({ had }) => had === null).map(({ name }) => name);
  const parts = [
    ...(has.length > 0 ? [{ zh: `有${joined(has).zh}`, en: `${joined(has).en} offered` }] : []),
    ...(lacks.length > 0 ? [{ zh: `未见${joined(lacks).zh}`, en: `${joined(lacks).en} not found` }] : []),
  ];
  return [
    {
      zh: `转化方式通常所需的服务：${parts.map(({ zh }) => zh).join('，')}`,
      en: `what the way of conversion usually needs: ${parts.map(({ en }) => en).join(', ')}`,
    },
  ];
}

function explainPilotOffer({ carrier }: Findings): Explained {
  if (pilotOffer(carrier) === 0)
    return { why: { zh: '未见中试条件', en: 'no pilot facilities found' }, evidence: [] };
  const evidence = PILOT_CAPABILITIES.flatMap((code): Evidence[] => {
    const found = carrier.analysis.capabilities.filter(
      (mention) => mention.code === code && mention.modality === 'offered',
    );
    const best = found.find(({ bare }) => !bare) ?? found[0];
    return best ? [{ side: 'carrier', about: code, ...best.span }] : [];
  });
  return { why: { zh: '具备中试条件', en: 'has pilot facilities' }, evidence };
}
