/** A scored pair with all that a person needs to check it. */
import type { Bilingual, LimitCheck, Match, ScoreComponent, Verdict } from '../../domain/match.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { Knowledge } from '../knowledge.ts';
import type { SharedTerm } from '../rank/compare.ts';
import type { PairScore } from '../score/affinity.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import { LEAST_GROUND, POSSIBLE_FROM, RECOMMENDED_FROM } from '../settings.ts';
import { explainComponent } from './components.ts';
import { explainLimit } from './limits.ts';
import { type FindPlace, sharedEvidence } from './text-evidence.ts';

export interface PairToExplain {
  readonly result: ResultFacts;
  readonly carrier: CarrierFacts;
  readonly purpose: Purpose;
  readonly rank: number;
  readonly score: PairScore;
  readonly shared: { readonly subject: readonly SharedTerm[]; readonly needs: readonly SharedTerm[] };
  /** Where their terms stand. */
  readonly places: { readonly result: FindPlace; readonly carrier: FindPlace };
}

export function explainMatch(knowledge: Knowledge, pair: PairToExplain): Match {
  const { result, carrier, purpose, score, shared, places } = pair;
  const texts = {
    subject: sharedEvidence(shared.subject, places.result, places.carrier),
    needs: sharedEvidence(shared.needs, places.result, places.carrier),
  };
  const components = score.components.map((c) =>
    explainComponent(knowledge.profile, c, result, carrier, purpose, texts),
  );
  const limits = score.limits.map((finding) => explainLimit(finding, result, carrier));
  return {
    resultId: result.record.id,
    carrierId: carrier.record.id,
    purpose,
    affinity: score.affinity,
    rank: pair.rank,
    verdict: verdictOf(score),
    components,
    limits,
    summary: summarise(components, limits),
    shortfalls: shortfalls(components, limits),
  };
}

/** `recommended` needs the affinity, common ground in the texts, no limit that failed, and of a pilot partner that a pilot is wanted. */
export function verdictOf(score: PairScore): Verdict {
  if (score.limits.some((limit) => limit.effect === 'exclude' && limit.outcome === 'failed')) return 'unfit';
  if (score.affinity < POSSIBLE_FROM) return 'unfit';
  const clear = score.limits.every(
    ({ code, outcome }) => outcome === 'passed' || (outcome === 'unknown' && code !== 'pilot_need'),
  );
  return clear && isGrounded(score) && score.affinity >= RECOMMENDED_FROM ? 'recommended' : 'possible';
}

function isGrounded({ components }: PairScore): boolean {
  return components.some(
    ({ name, value }) => value !== null && value >= (LEAST_GROUND[name] ?? Number.POSITIVE_INFINITY),
  );
}

/** Likeness of words is a reason only with the words; likeness of neighbours has none to show. */
function canBeTold({ name, evidence }: ScoreComponent): boolean {
  if (name === 'subject' || name === 'needs') return evidence.length > 0;
  return !INDIRECT.has(name);
}

/** Components without words of their own to show: they count, but they are no reason to tell. */
const INDIRECT: ReadonlySet<string> = new Set(['semantics', 'record']);

/** The three components that carry the affinity, and what stands in the way. */
function summarise(components: readonly ScoreComponent[], limits: readonly LimitCheck[]): Bilingual {
  const carrying = [...components]
    .filter((c) => c.value !== null && c.value >= 0.3 && canBeTold(c))
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, 3)
    .map((c) => c.why);
  const against = limits.filter((limit) => limit.outcome === 'failed').map((limit) => limit.why);
  const nothing: Bilingual = {
    zh: '双方文字没有明显的对应之处',
    en: 'nothing in the two texts answers to each other',
  };
  const reasons = carrying.length > 0 ? carrying : [nothing];
  const zh = `${reasons.map((why) => why.zh).join('；')}${against.length > 0 ? `。但${against.map((why) => why.zh).join('，')}` : ''}。`;
  const en = `${reasons.map((why) => why.en).join('; ')}${against.length > 0 ? `. But ${against.map((why) => why.en).join(', ')}` : ''}.`;
  return { zh, en };
}

/** Why it is not higher: weak or unknown components, failed and open limits. */
function shortfalls(components: readonly ScoreComponent[], limits: readonly LimitCheck[]): Bilingual[] {
  const weak = components.filter((c) => c.value === null || c.value < 0.5).map((c) => c.why);
  const limiting = limits.filter((limit) => limit.outcome !== 'passed').map((limit) => limit.why);
  return [...limiting, ...weak];
}
