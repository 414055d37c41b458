/**
 * The parts of a match's sentence. Each says one thing from the evidence in both languages, and is null where the
 * evidence has nothing of the kind. Quotes stand in the texts as they are.
 */
import type { Bilingual } from '../../domain/match.ts';
import { type Ask, isPilot } from './asks.ts';
import type { Findings, StageFindings } from './findings.ts';
import { areThin, isSameWord, type SharedWord, tellingWords } from './text-evidence.ts';
import { verdictOf } from './verdict.ts';

export type Part = Bilingual | null;

/** From these values on, two texts are about the same thing, and a past project is near enough to be named. */
const SAME_SUBJECT = 0.4;
const NEAR_PROJECT = 0.4;
/** Below this overlap, a common sector is no reason to tell. */
const COMMON_SECTOR = 0.25;
/** Below this value a word of the ask in the carrier's text is chance. */
const LEAST_NEED = 0.3;
const WORDS_SHOWN = 3;

export function componentValue({ score }: Findings, name: string): number {
  for (const component of score.components) if (component.name === name) return component.value ?? 0;
  return 0;
}

/** What is asked and answered in words that agree. */
export function sayAnswer({ asks, need }: Findings): Part {
  const best = bestOf(asks, answers);
  if (best) return sayMet(best);
  if (!need?.offered || !need.agrees) return null;
  const [asked, offered] = [need.asked.shown, need.offered.shown];
  return asked === offered
    ? {
        zh: `成果所求的“${asked}”见于载体文字`,
        en: `the “${asked}” that the result asks for stands in the carrier’s text`,
      }
    : {
        zh: `成果所求“${asked}”与载体“${offered}”对应`,
        en: `the request for “${asked}” corresponds to the carrier’s “${offered}”`,
      };
}

/** The highest by a number above 0; of equal ones the first. */
function bestOf(asks: readonly Ask[], rank: (ask: Ask) => number): Ask | null {
  let best: Ask | null = null;
  let most = 0;
  for (const ask of asks) {
    const value = rank(ask);
    if (value <= most) continue;
    best = ask;
    most = value;
  }
  return best;
}

/** A pilot is the rarer thing to be met. */
function answers(ask: Ask): number {
  if (!ask.inWords || ask.had !== 'own' || !ask.telling || !ask.agrees) return 0;
  return isPilot(ask) ? 2 : 1;
}

function mayAnswer(ask: Ask): number {
  if (!ask.inWords || ask.had !== 'own' || ask.asked?.phrase.field !== 'needs') return 0;
  return 1 + (ask.telling ? 2 : 0) + (isPilot(ask) ? 1 : 0);
}

function sayMet({ asked, offered, detail }: Ask): Bilingual {
  const [ask, offer] = [asked!.phrase.shown, offered!.phrase.shown];
  if (ask === offer) {
    const how = detail ? `“${detail.phrase.shown}”` : '';
    return {
      zh: `成果所需的“${ask}”载体写明具备${how && `（${how}）`}`,
      en: `the “${ask}” that the result needs is offered by the carrier${how && ` (${how})`}`,
    };
  }
  return {
    zh: `成果所需“${ask}”可由载体“${offer}”承接`,
    en: `the need for “${ask}” can be met by the carrier’s “${offer}”`,
  };
}

/** What may be an answer, a capability of the kind or a word of the ask: whether it is one is left to the reader. */
export function sayLikelyAnswer(findings: Findings, said: Part): Part {
  const { asks, need } = findings;
  const best = bestOf(asks, mayAnswer);
  if (best) {
    const ask = best.asked!.phrase.shown;
    const { zh, en } = best.name;
    if (!best.telling)
      return {
        zh: `成果所需“${ask}”，载体列有${zh}`,
        en: `the result asks for “${ask}” and the carrier lists ${en}`,
      };
    const offer = best.offered!.phrase.shown;
    // the same words, however little they say, are no question of a kind
    if (offer === ask) return sayMet(best);
    return {
      zh: `成果所需“${ask}”，载体提供“${offer}”，同为${zh}类，须核实`,
      en: `the result asks for “${ask}” and the carrier offers “${offer}”, both under ${en}: whether they match is to be checked`,
    };
  }
  if (!need?.offered || componentValue(findings, 'needs') < LEAST_NEED) return null;
  if (said?.zh.includes(need.offered.shown)) return null;
  return {
    zh: `成果所求“${need.asked.shown}”，载体涉及“${need.offered.shown}”`,
    en: `the result asks for “${need.asked.shown}” and the carrier mentions “${need.offered.shown}”`,
  };
}

/** Whether the texts are about the same thing, by their own measure. */
export function isSameSubject(findings: Findings): boolean {
  return componentValue(findings, 'subject') >= SAME_SUBJECT && findings.subject.some(({ thin }) => !thin);
}

/** Where all that is shared are words of any field. */
export function sayThinSubject({ subject }: Findings): Part {
  if (!areThin(subject)) return null;
  const { zh, en } = quoteAll(subject.slice(0, 2));
  return {
    zh: `主题少有相通（只共有${zh}等一般用词）`,
    en: `the texts share little of the subject (only general words such as ${en})`,
  };
}

/** The shared words; those that `said` holds are known by then. */
export function saySubject(findings: Findings, said: Part = null): Part {
  if (areThin(findings.subject)) return null;
  const words: SharedWord[] = [];
  for (const word of tellingWords(findings.subject))
    if (words.length < WORDS_SHOWN && !said?.zh.includes(word.result.quote)) words.push(word);
  if (words.length === 0) return null;
  if (!isSameSubject(findings)) {
    const { zh, en } = quoteAll(words.slice(0, 2));
    return verdictOf(findings.score, findings.lead) === 'recommended'
      ? { zh: `双方在${zh}上相通`, en: `the two texts share ${en}` }
      : { zh: `双方只在${zh}上相通`, en: `the two texts share only ${en}` };
  }
  const [first] = words;
  if (first && words.length === 1 && !isSameWord(first))
    return {
      zh: `成果的“${first.result.quote}”对应载体的“${first.carrier.quote}”`,
      en: `the result’s “${first.result.quote}” corresponds to the carrier’s “${first.carrier.quote}”`,
    };
  const { zh, en } = quoteAll(words);
  return said
    ? { zh: `也都涉及${zh}`, en: `both also deal with ${en}` }
    : { zh: `双方都涉及${zh}`, en: `both deal with ${en}` };
}

function quoteAll(words: readonly SharedWord[]): Bilingual {
  const quotes = words.map((word) => {
    const { result, carrier } = word;
    if (isSameWord(word)) return { zh: `“${result.quote}”`, en: `“${result.quote}”` };
    return {
      zh: `“${result.quote}”（载体写“${carrier.quote}”）`,
      en: `“${result.quote}” (“${carrier.quote}” at the carrier)`,
    };
  });
  const english = quotes.map(({ en }) => en);
  const last = english.at(-1)!;
  return {
    zh: quotes.map(({ zh }) => zh).join(''),
    en: quotes.length > 1 ? `${english.slice(0, -1).join(', ')} and ${last}` : last,
  };
}

export function sayProject(findings: Findings): Part {
  const { project } = findings;
  if (!project || componentValue(findings, 'record') < NEAR_PROJECT) return null;
  return {
    zh: `载体做过相近的“${project.shown}”`,
    en: `the carrier has done a similar project, “${project.shown}”`,
  };
}

export function sayKindred({ kindred }: Findings): Part {
  const [pair] = kindred.pairs;
  if (!pair) return null;
  const [mine, theirs] = [pair.result.quote, pair.carrier.quote];
  return {
    zh: `用词相近（成果“${mine}”，载体“${theirs}”）`,
    en: `the wording is close (“${mine}” in the result, “${theirs}” at the carrier)`,
  };
}

/** Only where one side's main sector is the common one. */
export function sayCommonSector(findings: Findings): Part {
  const { shared, result, carrier } = findings.sectors;
  const [first] = shared;
  if (!first || componentValue(findings, 'sector') < COMMON_SECTOR) return null;
  if (first.code !== result?.code && first.code !== carrier?.code) return null;
  return { zh: `同属${first.name.zh}`, en: `both are in the field of ${first.name.en}` };
}

export function sayOtherSectors({ sectors }: Findings): Part {
  const { result, carrier } = sectors;
  if (!result || !carrier || result.code === carrier.code) return null;
  return {
    zh: `成果以${result.name.zh}为主，载体以${carrier.name.zh}为主`,
    en: `the result is mainly in the field of ${result.name.en}, the carrier in that of ${carrier.name.en}`,
  };
}

const HOW_KNOWN: Record<StageFindings['source'], Bilingual> = {
  declared: { zh: '', en: '' },
  stage: { zh: '（按阶段推定）', en: ' (from its stage)' },
  inferred: { zh: '（按文字推断）', en: ' (inferred)' },
};

export function sayStageFits({ stage }: Findings): Part {
  if (stage?.place !== 'inside') return null;
  const how = HOW_KNOWN[stage.source];
  return {
    zh: `成熟度TRL ${stage.level}${how.zh}在其接收范围${stage.from}–${stage.to}内`,
    en: `TRL ${stage.level}${how.en} is within the carrier’s window ${stage.from}–${stage.to}`,
  };
}
