/** What is asked and what of it is offered, in words. */
import type { Bilingual, Evidence } from '../../domain/match.ts';
import type { ScoredComponent } from '../score/affinity.ts';
import { pilotOffer } from '../score/components.ts';
import { PILOT_CAPABILITIES } from '../score/pilot-need.ts';
import { type Ask, askEvidence } from './asks.ts';
import { offeringClause } from './carrier-phrases.ts';
import { quoteAbout } from './evidence.ts';
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
  const parts: Bilingual[] = [];
  for (const { had, zh, en } of HAD) {
    const names = namesOf(asks, true, had);
    if (names.zh !== '') parts.push({ zh: `${zh}${names.zh}`, en: `${en}${names.en}` });
  }
  parts.push(...explainImplied(asks));
  return { why: joined(parts, '；', '; '), evidence: askEvidence(asks) };
}

/** How the carrier has what is asked in words, in the order of telling. */
const HAD: readonly (Bilingual & Pick<Ask, 'had'>)[] = [
  { had: 'own', zh: '可满足', en: 'offers ' },
  { had: 'listed', zh: '只列名称、未附说明：', en: 'listed without details: ' },
  { had: 'partner', zh: '由合作方提供：', en: 'through a partner: ' },
  { had: null, zh: '未见', en: 'not found: ' },
];

function namesOf(asks: readonly Ask[], inWords: boolean, had: Ask['had']): Bilingual {
  const names: Bilingual[] = [];
  for (const ask of asks) if (ask.inWords === inWords && ask.had === had) names.push(ask.name);
  return joined(names);
}

/** What only the way of conversion (许可, 转让 …) usually needs. */
function explainImplied(asks: readonly Ask[]): Bilingual[] {
  if (asks.every(({ inWords }) => inWords)) return [];
  const implied = asks.filter(({ inWords }) => !inWords);
  const has = implied.filter(({ had }) => had !== null).map(({ name }) => name);
  const lacks = implied.filter(({ had }) => had === null).map(({ name }) => name);
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
  const evidence: Evidence[] = [];
  for (const code of PILOT_CAPABILITIES) {
    const clause = offeringClause(carrier, code);
    if (clause) evidence.push(quoteAbout('carrier', code, clause));
  }
  return { why: { zh: '具备中试条件', en: 'has pilot facilities' }, evidence };
}
