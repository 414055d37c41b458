/** The one thing that speaks against a match, as a part of its sentence: what weighs most in practice comes first. */
import type { Bilingual, LimitCheck } from '../../domain/match.ts';
import { RECOMMENDED_FROM } from '../settings.ts';
import type { Ask } from './asks.ts';
import { areForeign, type Findings } from './findings.ts';
import { componentValue, type Part, sayOtherSectors, saySubject, sayThinSubject } from './sentence-parts.ts';
import { sayStage } from './shortfall-words.ts';
import { blocks, isExclusion, isGrounded, isOutstanding } from './verdict.ts';

/** Below this value two sectors are rather different than alike. */
const OTHER_SECTOR = 0.3;

/**
 * A limit that failed, an open condition, an ask without an answer, a stage outside, another sector; null where
 * nothing definite does. What the sentence has `said` by then is not said again.
 */
export function sayAgainst(findings: Findings, limits: readonly LimitCheck[], said: readonly Part[]): Part {
  return (
    sayFailed(limits, findings.asks) ??
    sayOpenCondition(limits, findings.asks) ??
    sayMissing(findings, said) ??
    sayNotItsOwn(findings.asks) ??
    saySilence(findings) ??
    sayStageOff(findings) ??
    (componentValue(findings, 'sector') < OTHER_SECTOR && !said.some(isOfSectors)
      ? sayOtherSectors(findings)
      : null)
  );
}

function isOfSectors(part: Part): boolean {
  return part !== null && /同属|为主/u.test(part.zh);
}

/** What alone makes the pair impossible. */
export function sayExclusion(limits: readonly LimitCheck[]): Part {
  const limit = limits.find(isExclusion);
  if (!limit) return null;
  const [evidence] = limit.evidence;
  const quote = evidence
    ? { zh: `（“${short(evidence.quote)}”）`, en: ` (“${short(evidence.quote)}”)` }
    : { zh: '', en: '' };
  const then: Bilingual =
    limit.code === 'pilot_need'
      ? { zh: '，不必寻找中试合作方', en: ', so no pilot partner is sought' }
      : { zh: '，不参与对接', en: ' and takes no part' };
  return { zh: `${limit.why.zh}${quote.zh}${then.zh}`, en: `${limit.why.en}${quote.en}${then.en}` };
}

/** A recommendation below the usual threshold says why it is one. */
export function sayBestOnly({ score, lead }: Findings): Part {
  if (score.affinity >= RECOMMENDED_FROM) return null;
  if (isOutstanding(score, lead))
    return {
      zh: `契合度不足${RECOMMENDED_FROM}，因明显高于其他载体而推荐`,
      en: `recommended despite an affinity below ${RECOMMENDED_FROM}, because it stands clearly above all other carriers`,
    };
  return {
    zh: `契合度不足${RECOMMENDED_FROM}，因系该成果最接近的载体而推荐`,
    en: `recommended despite an affinity below ${RECOMMENDED_FROM}, as the carrier nearest to the result`,
  };
}

export function sayUngrounded(findings: Findings): Part {
  if (isGrounded(findings.score, findings.lead)) return null;
  const shared = saySubject(findings) ?? sayThinSubject(findings);
  if (shared) return { zh: `${shared.zh}，不足以推荐`, en: `${shared.en}, too little for a recommendation` };
  return areForeign(findings)
    ? {
        zh: '双方语言不同，文字难以逐词比对',
        en: 'the texts are in different languages and can hardly be compared word by word',
      }
    : { zh: '双方文字没有具体对应之处', en: 'nothing specific in the two texts corresponds' };
}

function sayFailed(limits: readonly LimitCheck[], asks: readonly Ask[]): Part {
  const limit = limits.find((each) => blocks(each));
  if (!limit) return null;
  const said = limit.evidence.find(({ side }) => side === 'carrier');
  // what is turned away is said in the carrier's words already
  if (!said || limit.code === 'refusal') return limit.why;
  const name = asks.find(({ code }) => code === limit.code)?.name;
  const why = name
    ? { zh: `载体不接受或不具备${name.zh}`, en: `the carrier refuses or lacks ${name.en}` }
    : limit.why;
  return { zh: `${why.zh}（“${short(said.quote)}”）`, en: `${why.en} (“${short(said.quote)}”)` };
}

function sayOpenCondition(limits: readonly LimitCheck[], asks: readonly Ask[]): Part {
  const limit = limits.find(({ outcome, factor }) => outcome === 'unknown' && factor < 1);
  const name = limit && asks.find(({ code }) => code === limit.code)?.name;
  return name ? { zh: `尚需核实${name.zh}`, en: `still to be checked: ${name.en}` } : null;
}

function sayMissing({ asks }: Findings, said: readonly Part[]): Part {
  const missing = asks.filter(({ inWords, had }) => inWords && had === null);
  const unsaid = missing.find((ask) => isUnsaidNeed(ask, said));
  const ask = unsaid ?? missing[0];
  if (!ask) return null;
  const quote = ask.code.startsWith('condition.') ? undefined : unsaid?.asked?.phrase.shown;
  return quote
    ? {
        zh: `未见所需的${ask.name.zh}（“${quote}”）`,
        en: `needed but not found: ${ask.name.en} (“${quote}”)`,
      }
    : { zh: `未见所需的${ask.name.zh}`, en: `needed but not found: ${ask.name.en}` };
}

function isUnsaidNeed({ asked }: Ask, said: readonly Part[]): boolean {
  if (asked?.phrase.field !== 'needs') return false;
  const { shown } = asked.phrase;
  return !said.some((part) => part?.zh.includes(shown));
}

function sayNotItsOwn(asks: readonly Ask[]): Part {
  const ask = asks.find(({ inWords, had }) => inWords && (had === 'partner' || had === 'listed'));
  if (!ask) return null;
  return ask.had === 'partner'
    ? { zh: `${ask.name.zh}由载体的合作方提供`, en: `${ask.name.en} comes from a partner of the carrier` }
    : { zh: `${ask.name.zh}载体只列了名称`, en: `the carrier only lists ${ask.name.en} by name` };
}

/** What is asked is not spoken of at all. */
function saySilence(findings: Findings): Part {
  const { need } = findings;
  if (!need || need.offered || findings.asks.some(({ inWords, had }) => inWords && had !== null)) return null;
  if (findings.score.components.some(({ name, value }) => name === 'needs' && value === null)) return null;
  return {
    zh: `成果所求“${need.asked.shown}”在载体文字中未见`,
    en: `“${need.asked.shown}”, which the result asks for, is not found in the carrier’s text`,
  };
}

function sayStageOff({ stage }: Findings): Part {
  return stage && stage.place !== 'inside' ? sayStage(stage) : null;
}

function short(quote: string): string {
  return quote.length > 24 ? `${quote.slice(0, 24)}…` : quote;
}
