/** Words and quotes for each component of a score. */
import type { Bilingual, Evidence, ScoreComponent } from '../../domain/match.ts';
import { SECTOR_QUOTES } from '../index/carrier-index.ts';
import type { ScoredComponent } from '../score/affinity.ts';
import type { CarrierFacts, ResultFacts } from '../score/facts.ts';
import type { ComponentName } from '../score/weight-tables.ts';
import { explainCapability } from './capability.ts';
import { quoteAbout, quoteOf } from './evidence.ts';
import { type Explained, unknown } from './explained.ts';
import { areForeign, type Findings } from './findings.ts';
import { joined, type NamedSector } from './names.ts';
import type { Phrase } from './phrases.ts';
import { isSameWord, quoted, type SharedWord } from './text-evidence.ts';

export function explainComponent(component: ScoredComponent, findings: Findings): ScoreComponent {
  const { name, value, weight, contribution } = component;
  const { why, evidence } = tell(component, findings);
  return value === null
    ? { name, value, assumed: component.assumed, weight, contribution, why, evidence }
    : { name, value, weight, contribution, why, evidence };
}

/** What the texts say is said once for both purposes; capabilities are asked for each purpose apart. */
function tell(component: ScoredComponent, findings: Findings): Explained {
  const { name } = component;
  if (name === 'capability') return explainCapability(component, findings);
  const known = component.value !== null;
  const told = findings.told[name];
  if (told?.known === known) return told;
  const { why, evidence } = explain(component, name, findings);
  const made = { why, evidence, known };
  findings.told[name] = made;
  return made;
}

const OTHER_LANGUAGE: Bilingual = {
  zh: '双方语言不同，难以逐词比较',
  en: 'written in different languages: words cannot be compared',
};

const NO_DESCRIPTION: Bilingual = {
  zh: '载体没有可比较的简介',
  en: 'the carrier has no description to compare with',
};

const SHARED_SUBJECT: Bilingual = { zh: '技术主题共同点', en: 'shared subject' };
const NO_SHARED_SUBJECT: Bilingual = {
  zh: '技术主题没有共同用词',
  en: 'no words of the subject in common',
};
const NEEDS_MET: Bilingual = {
  zh: '需求与载体条件对应',
  en: 'what is asked stands in the carrier’s text',
};
const NEEDS_NOT_MET: Bilingual = {
  zh: '载体文字中没有需求用词',
  en: 'nothing of what is asked stands in the carrier’s text',
};

function explain(
  component: ScoredComponent,
  name: Exclude<ComponentName, 'capability'>,
  findings: Findings,
): Explained {
  switch (name) {
    case 'subject':
      if (component.value === null)
        return {
          ...unknown(areForeign(findings) ? OTHER_LANGUAGE : NO_DESCRIPTION),
          evidence: quoted(findings.subject),
        };
      return {
        why: sayCommon(findings.subject, findings.characters.subject, SHARED_SUBJECT, NO_SHARED_SUBJECT),
        evidence: quoted(findings.subject),
      };
    case 'record':
      return explainRecord(component, findings);
    case 'semantics':
      return explainKindred(findings, { zh: '语义相近程度', en: 'closeness in meaning' });
    case 'alignment':
      return explainKindred(findings, { zh: '主要用词逐一对照', en: 'the main words, one against one' });
    case 'needs':
      if (component.value === null)
        return unknown(
          findings.comparison.query.asked.terms.length > 0
            ? OTHER_LANGUAGE
            : { zh: '成果未写明需求', en: 'the result states no needs' },
        );
      return explainNeeds(findings);
    case 'sector':
      return explainSector(component, findings);
    case 'stage':
      return explainStage(component, findings);
  }
}

/** The strongest word that says what is asked with the phrases around it, the others by themselves. */
function explainNeeds({ needs, need, characters }: Findings): Explained {
  const why = sayCommon(needs, characters.needs, NEEDS_MET, NEEDS_NOT_MET);
  if (!need) return { why, evidence: [] };
  const about = need.word?.term;
  const evidence: Evidence[] = [quotePhrase('result', need.asked, about)];
  if (need.offered) evidence.push(quotePhrase('carrier', need.offered, about));
  for (const quote of quoted(needs.filter((word) => word !== need.word))) evidence.push(quote);
  return { why, evidence };
}

function quotePhrase(side: Evidence['side'], phrase: Phrase, about: string | undefined): Evidence {
  const { field, start, end, quote } = phrase;
  return about === undefined ? quoteOf(side, phrase) : { side, field, start, end, quote, about };
}

/** Characters are told only where no word is shared: what little such a pair has comes from them. */
function sayCommon(
  words: readonly SharedWord[],
  characters: readonly string[],
  found: Bilingual,
  nothing: Bilingual,
): Bilingual {
  if (words.length > 0) {
    const quotes = distinctQuotes(words);
    return { zh: `${found.zh}：${quotes.join('、')}`, en: `${found.en}: ${quotes.join(', ')}` };
  }
  if (characters.length === 0) return nothing;
  return {
    zh: `${nothing.zh}，仅个别用字相同：${characters.join('、')}`,
    en: `${nothing.en}, only single characters: ${characters.join(', ')}`,
  };
}

/** The result's words, with the carrier's where it has another one; each once, the same in both languages. */
function distinctQuotes(words: readonly SharedWord[]): string[] {
  const quotes: string[] = [];
  for (const word of words) {
    const quote = isSameWord(word) ? word.result.quote : `${word.result.quote}≈${word.carrier.quote}`;
    if (!quotes.includes(quote)) quotes.push(quote);
  }
  return quotes;
}

function explainRecord({ value }: ScoredComponent, { project }: Findings): Explained {
  if (value === null) return unknown(OTHER_LANGUAGE);
  if (!project)
    return {
      why: { zh: '与载体以往项目没有共同用词', en: 'no words in common with the carrier’s past projects' },
      evidence: [],
    };
  const words = project.words.length > 0 ? project.words : null;
  return {
    why: {
      zh: `最相近的以往项目“${project.title}”${words ? `，共同用词：${words.join('、')}` : ''}`,
      en: `nearest past project “${project.title}”${words ? `, in common: ${words.join(', ')}` : ''}`,
    },
    evidence: project.evidence,
  };
}

/** Different words of near meaning; what both share word for word stands under the subject. */
function explainKindred({ kindred }: Findings, what: Bilingual): Explained {
  if (kindred.pairs.length === 0) return { why: what, evidence: [] };
  const { named, evidence } = kindred;
  return { why: { zh: `${what.zh}，如${named.zh}`, en: `${what.en}, e.g. ${named.en}` }, evidence };
}

function explainSector({ value }: ScoredComponent, { sectors, result, carrier }: Findings): Explained {
  if (value === null) return unknown({ zh: '领域信息不足', en: 'sector not known' });
  const { shared } = sectors;
  const [mine, theirs] = [sectors.result, sectors.carrier];
  if (shared.length === 0) {
    const other: Bilingual = { zh: '其他领域', en: 'other fields' };
    const [a, b] = [mine?.name ?? other, theirs?.name ?? other];
    const evidence: Evidence[] = [];
    if (mine) addSectorQuotes(evidence, 'result', result, [mine]);
    if (theirs) addSectorQuotes(evidence, 'carrier', carrier, [theirs]);
    return {
      why: {
        zh: `领域不同：成果以${a.zh}为主，载体以${b.zh}为主`,
        en: `other sectors: the result is mainly ${a.en}, the carrier ${b.en}`,
      },
      evidence,
    };
  }
  const named = joined(shared.map(({ name }) => name));
  const evidence: Evidence[] = [];
  addSectorQuotes(evidence, 'result', result, shared);
  addSectorQuotes(evidence, 'carrier', carrier, shared);
  return { why: { zh: `同属${named.zh}`, en: `both in ${named.en}` }, evidence };
}

function addSectorQuotes(
  to: Evidence[],
  side: Evidence['side'],
  { analysis }: ResultFacts | CarrierFacts,
  sectors: readonly NamedSector[],
): void {
  const enough = to.length + SECTOR_QUOTES;
  for (const span of analysis.sectors.evidence) {
    if (to.length === enough) break;
    const { code, field, start, end, quote } = span;
    if (hasCode(sectors, code)) to.push({ field, start, end, quote, side, about: code });
  }
}

function hasCode(sectors: readonly NamedSector[], code: string): boolean {
  for (const sector of sectors) if (sector.code === code) return true;
  return false;
}

const SOURCES: Record<string, Bilingual> = {
  declared: { zh: '申报', en: 'declared' },
  stage: { zh: '按阶段推定', en: 'from the stage' },
  inferred: { zh: '按文字推断', en: 'inferred from the text' },
};

function explainStage({ value }: ScoredComponent, { stage, result }: Findings): Explained {
  const { trl } = result.analysis;
  if (value === null || !trl || !stage) {
    return unknown(
      trl
        ? { zh: '载体未写接收成熟度', en: 'the carrier states no TRL window' }
        : { zh: '成果成熟度未知', en: 'the result’s readiness is not known' },
    );
  }
  const source = SOURCES[stage.source]!;
  const window = `TRL ${stage.from}–${stage.to}`;
  return {
    why: {
      zh: `成果TRL ${stage.level}（${source.zh}），载体接收${window}`,
      en: `TRL ${stage.level} (${source.en}), the carrier takes ${window}`,
    },
    evidence: trl.evidence ? [quoteAbout('result', 'trl', trl.evidence)] : [],
  };
}
