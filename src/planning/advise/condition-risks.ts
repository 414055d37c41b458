import type { Ground, Risk } from '../../domain/advice.ts';
import type { LimitCheck } from '../../domain/match.ts';
import type { Condition } from '../../domain/profile.ts';
import type { Placed } from './placed.ts';
import { headOf, quoted, words } from './words.ts';

/**
 * Safety, environment and quality: hard conditions that the carrier fails or is silent on, and those of a later pilot; and
 * what it turns away, where a person placed the result there all the same.
 */
export function conditionRisks(placed: Placed): Risk[] {
  const { match, profile } = placed;
  const checked = match.limits.filter(({ code }) => code.startsWith('condition.') || code === 'refusal');
  const known = new Set(checked.map(({ code }) => code));
  const later = profile.conditions.filter(
    (condition) => !known.has(`condition.${condition.code}`) && DANGEROUS.has(condition.kind),
  );
  return [
    ...checked
      .filter(({ outcome }) => outcome !== 'passed')
      .map((check) => unsettled(check, profile.conditions)),
    ...later.flatMap((condition) => needed(placed, condition)),
  ];
}

const DANGEROUS: ReadonlySet<Condition['kind']> = new Set<Condition['kind']>([
  'hazard',
  'environment',
  'quality',
]);

function unsettled({ code, outcome, why, evidence }: LimitCheck, conditions: readonly Condition[]): Risk {
  const grounds = evidence.map(({ side, field, quote }): Ground => ({ side, field, quote }));
  if (outcome === 'failed') return { code, weight: 'stop', why, grounds };
  const condition = conditions.find((one) => code === `condition.${one.code}`);
  const silent = condition
    ? words(
        `成果需要${condition.zh}，载体未写明是否具备`,
        `the result needs ${condition.en}; the carrier does not say whether it has it`,
      )
    : why;
  return { code, weight: 'check', why: silent, grounds };
}

/** A condition that does not bear on this purpose, but will when the result is piloted. */
function needed({ result: { analysis } }: Placed, condition: Condition): Risk[] {
  const mention = analysis.conditions.find(({ code, role }) => code === condition.code && role === 'needed');
  if (!mention) return [];
  const quote = quoted(mention.span.quote);
  return [
    {
      code: `condition.${condition.code}`,
      weight: 'note',
      why: words(
        `成果涉及${condition.zh}（${quote.zh}），中试和生产须具备相应条件`,
        `the result involves ${condition.en} (${quote.en}): pilot and production need for it`,
      ),
      grounds: [{ side: 'result', field: mention.span.field, quote: headOf(mention.span.quote) }],
    },
  ];
}
