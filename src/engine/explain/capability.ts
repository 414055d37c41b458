/** What is asked and what of it is offered, in words. */
import type { Bilingual, Evidence } from '../../domain/match.ts';
import type { ScoredComponent } from '../score/affinity.ts';
import { pilotOffer } from '../score/components.ts';
import { PILOT_CAPABILITIES } from '../score/pilot-need.ts';
import { askEvidence } from './asks.ts';
import { offeringClause } from './carrier-phrases.ts';
import { quoteAbout } from './evidence.ts';
import { type Explained, unknown } from './explained.ts';
import type { Findings } from './findings.ts';

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
  return { why: findings.askWords.met, evidence: askEvidence(asks) };
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
