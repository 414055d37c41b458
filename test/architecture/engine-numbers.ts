/** The numbers of the engine as docs/architecture.md shows them. */
import { COMPONENTS, WEIGHTS } from '../../src/engine/score/weight-tables.ts';
import {
  BEST_RECOMMENDED_FROM,
  ENGLISH_TO_SEMANTICS,
  LEXICAL_HALF,
  LIMIT_FACTORS,
  OFFER_STRENGTH,
  OUTSTANDING,
  POSSIBLE_FROM,
  RECOMMENDED_FROM,
  STAGE_FIT,
  UNCERTAIN_STAGE_CAP,
} from '../../src/engine/settings.ts';

const [inside, ...outside] = STAGE_FIT;

/** Where each number stands: what is before it, the number's place, and what it is now. */
const PLACES: readonly (readonly [pattern: RegExp, now: string])[] = [
  ...COMPONENTS.map((name) => {
    const { transfer, pilot } = WEIGHTS;
    const cells = [transfer[name].weight, transfer[name].assumed, pilot[name].weight, pilot[name].assumed];
    return [new RegExp(`(?<=^\\| \`${name}\` \\| )[\\d.]+ \\|.*(?= \\|$)`, 'mu'), cells.join(' | ')] as const;
  }),
  ...Object.entries(LIMIT_FACTORS).map(
    ([setting, factor]) =>
      [new RegExp(`(?<=\\| \`${setting}\` \\| )[\\d.]+(?= \\|$)`, 'mu'), String(factor)] as const,
  ),
  [/(?<=`x \/ \(x \+ )[\d.]+/u, String(LEXICAL_HALF)],
  [/(?<=Between two English texts )[\d.]+/u, String(ENGLISH_TO_SEMANTICS.subject)],
  [/(?<=of the weight of `subject` and )[\d.]+/u, String(ENGLISH_TO_SEMANTICS.alignment)],
  [/(?<=own with words behind it )[\d.]+/u, String(OFFER_STRENGTH.own)],
  [/(?<=bare claim )[\d.]+/u, String(OFFER_STRENGTH.bare)],
  [/(?<=partner's )[\d.]+/u, String(OFFER_STRENGTH.partner)],
  [/(?<=TRL window: inside )[\d., then]+(?= per level outside)/u, `${inside}, then ${outside.join(', ')}`],
  [/(?<=a level from the stage field at most )[\d.]+/u, String(UNCERTAIN_STAGE_CAP)],
  [/(?<=any carrier from )[\d.]+/u, String(RECOMMENDED_FROM)],
  [/(?<=the best carrier of a result from )[\d.]+/u, String(BEST_RECOMMENDED_FROM)],
  [/(?<=the best carrier from )[\d.]+/u, String(OUTSTANDING.from)],
  [/(?<=leads that of the next carrier by )[\d.]+/u, String(OUTSTANDING.lead)],
  [/(?<=`subject`, `record` or `needs` must reach )[\d.]+/u, String(OUTSTANDING.ground)],
  [/(?<=`possible` from )[\d.]+/u, String(POSSIBLE_FROM)],
];

/** The page with the numbers that the engine has. Throws where the page has no place for one. */
export function withNumbers(page: string): string {
  return PLACES.reduce((text, [pattern, now]) => {
    if (!pattern.test(text))
      throw new Error(`docs/architecture.md has no place for ${now}: ${pattern.source}`);
    return text.replace(pattern, now);
  }, page);
}
