/** Words and quotes for each component of a score. */
import type { Span } from '../../domain/analysis.ts';
import type { Bilingual, Evidence, ScoreComponent } from '../../domain/match.ts';
import type { ComponentName, ScoredComponent } from '../score/affinity.ts';
import { explainCapability } from './capability.ts';
import { type Explained, unknown } from './explained.ts';
import { areForeign, type Findings } from './findings.ts';
import { joined } from './names.ts';
import type { Phrase } from './phrases.ts';
import { quoted, type SharedWord } from './text-evidence.ts';

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
  const told = findings.told.get(name);
  if (told?.known === known) return told;
  const { why, evidence } = explain(component, name, findings);
  const made = { why, evidence, known };
  findings.told.set(name, made);
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
      return inCommon(
        findings.subject,
        findings.characters.subject,
        { zh: '技术主题共同点', en: 'shared subject' },
        { zh: '技术主题没有共同用词', en: 'no words of the subject in common' },
      );
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

/** The strongest word with the phrases around it, the others by themselves. */
function explainNeeds({ needs, need, characters }: Findings): Explained {
  const { why } = inCommon(
    needs,
    characters.needs,
    { zh: '需求与载体条件对应', en: 'what is asked stands in the carrier’s text' },
    { zh: '载体文字中没有需求用词', en: 'nothing of what is asked stands in the carrier’s text' },
  );
  if (!need) return { why, evidence: [] };
  const about = needs[0]?.term;
  const phrases: Evidence[] = [
    quotePhrase('result', need.asked, about),
    ...(need.offered ? [quotePhrase('carrier', need.offered, about)] : []),
  ];
  return { why, evidence: [...phrases, ...quoted(needs.slice(1))] };
}

function quotePhrase(side: Evidence['side'], phrase: Phrase, about: string | undefined): Evidence {
  const { field, start, end, quote } = phrase;
  return { side, field, start, end, quote, ...(about === undefined ? {} : { about }) };
}

/** Characters are told only where no word is shared: what little such a pair has comes from them. */
function inCommon(
  words: readonly SharedWord[],
  characters: readonly string[],
  found: Bilingual,
  nothing: Bilingual,
): Explained {
  if (words.length === 0) {
    const same = characters.join('、');
    return same === ''
      ? { why: nothing, evidence: [] }
      : {
          why: {
            zh: `${nothing.zh}，仅个别用字相同：${same}`,
            en: `${nothing.en}, only single characters: ${characters.join(', ')}`,
          },
          evidence: [],
        };
  }
  const quotes = [...new Set(words.map(({ result }) => result.quote))];
  return {
    why: { zh: `${found.zh}：${quotes.join('、')}`, en: `${found.en}: ${quotes.join(', ')}` },
    evidence: quoted(words),
  };
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
  if (kindred.length === 0) return { why: what, evidence: [] };
  const pairs = kindred.map(({ result, carrier }) => [result.quote, carrier.quote] as const);
  return {
    why: {
      zh: `${what.zh}，如${pairs.map(([a, b]) => `“${a}”与“${b}”`).join('、')}`,
      en: `${what.en}, e.g. ${pairs.map(([a, b]) => `“${a}” and “${b}”`).join(', ')}`,
    },
    evidence: kindred.flatMap(({ result, carrier }): Evidence[] => [
      { side: 'result', ...result },
      { side: 'carrier', ...carrier },
    ]),
  };
}

function explainSector({ value }: ScoredComponent, { sectors, result, carrier }: Findings): Explained {
  if (value === null) return unknown({ zh: '领域信息不足', en: 'sector not known' });
  const { shared } = sectors;
  const [mine, theirs] = [sectors.result, sectors.carrier];
  if (shared.length === 0) {
    const other: Bilingual = { zh: '其他领域', en: 'other fields' };
    const [a, b] = [mine?.name ?? other, theirs?.name ?? other];
    return {
      why: {
        zh: `领域不同：成果以${a.zh}为主，载体以${b.zh}为主`,
        en: `other sectors: the result is mainly ${a.en}, the carrier ${b.en}`,
      },
      evidence: [
        ...sectorQuotes('result', result.analysis.sectors.evidence, new Set([mine?.code])),
        ...sectorQuotes('carrier', carrier.analysis.sectors.evidence, new Set([theirs?.code])),
      ],
    };
  }
  const named = joined(shared.map(({ name }) => name));
  const codes = new Set(shared.map(({ code }) => code));
  return {
    why: { zh: `同属${named.zh}`, en: `both in ${named.en}` },
    evidence: [
      ...sectorQuotes('result', result.analysis.sectors.evidence, codes),
      ...sectorQuotes('carrier', carrier.analysis.sectors.evidence, codes),
    ],
  };
}

function sectorQuotes(
  side: Evidence['side'],
  evidence: readonly (Span & { readonly code: string })[],
  codes: ReadonlySet<string | undefined>,
): Evidence[] {
  const quotes: Evidence[] = [];
  for (const span of evidence) {
    if (quotes.length === 2) break;
    const { code, field, start, end, quote } = span;
    if (codes.has(code)) quotes.push({ field, start, end, quote, side, about: code });
  }
  return quotes;
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
    evidence: trl.evidence ? [{ side: 'result', about: 'trl', ...trl.evidence }] : [],
  };
}
