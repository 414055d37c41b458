/** What a component lacks to its full value, in words. */
import type { Bilingual, ScoreComponent } from '../../domain/match.ts';
import type { Findings, StageFindings } from './findings.ts';
import { areThin, tellingWords } from './text-evidence.ts';

/** Below this value the shared words are few enough to be named. */
const THIN = 0.4;

export function sayComponentShortfall({ name, value, why }: ScoreComponent, findings: Findings): Bilingual {
  if (value === null || value === 0) return why;
  switch (name) {
    case 'subject':
      return saySubject(value, why, findings);
    case 'needs':
      if (findings.needs.length === 0) return why;
      return {
        zh: '需求只有部分见于载体文字',
        en: 'only part of what is asked stands in the carrier’s text',
      };
    case 'record':
      return findings.project
        ? {
            zh: `以往项目最近的是“${findings.project.shown}”，只有部分相近`,
            en: `the nearest past project, “${findings.project.shown}”, is alike only in part`,
          }
        : why;
    case 'semantics':
      return { zh: '语义只有部分相近', en: 'the meanings are near only in part' };
    case 'alignment':
      return { zh: '主要用词只有部分对得上', en: 'the main words correspond only in part' };
    case 'sector':
      return saySector(findings) ?? why;
    case 'capability':
      return findings.askWords.lacking;
    case 'stage':
      return (findings.stage && sayStage(findings.stage)) ?? why;
    default:
      return why;
  }
}

/** Where no word is shared, what little there is comes from single characters: `why` names them. */
function saySubject(value: number, why: Bilingual, { subject }: Findings): Bilingual {
  if (subject.length === 0) return why;
  if (value >= THIN) return { zh: '技术主题只有部分相同', en: 'the subjects are alike only in part' };
  if (areThin(subject))
    return {
      zh: '技术主题少有相通，只共有一般用词',
      en: 'little of the subject is shared, only general words',
    };
  const words = tellingWords(subject)
    .slice(0, 2)
    .map(({ result }) => `“${result.quote}”`);
  return {
    zh: `技术主题只在${words.join('')}上相通`,
    en: `the subjects share only ${words.join(' and ')}`,
  };
}

function saySector({ sectors }: Findings): Bilingual | null {
  const { shared, result, carrier } = sectors;
  if (shared.length === 0 || !result || !carrier) return null;
  if (result.code === carrier.code)
    return { zh: '领域相同，侧重不尽相同', en: 'the same sector with another emphasis' };
  return {
    zh: `主要领域不同：成果${result.name.zh}，载体${carrier.name.zh}`,
    en: `other main sectors: the result ${result.name.en}, the carrier ${carrier.name.en}`,
  };
}

/** A readiness outside the window, or inside it but only inferred. */
export function sayStage({ level, source, from, to, place }: StageFindings): Bilingual {
  if (place === 'below')
    return {
      zh: `TRL ${level}未到接收下限${from}`,
      en: `TRL ${level} is below the carrier’s minimum of ${from}`,
    };
  if (place === 'above')
    return {
      zh: `TRL ${level}超过接收上限${to}`,
      en: `TRL ${level} is above the carrier’s maximum of ${to}`,
    };
  if (place === 'partly')
    return {
      zh: `TRL ${level}部分超出接收范围${from}–${to}`,
      en: `TRL ${level} is only partly within the carrier’s window ${from}–${to}`,
    };
  return source === 'stage'
    ? { zh: '成熟度只按阶段推定，未申报TRL', en: 'readiness taken from the stage, no TRL declared' }
    : { zh: '成熟度只按文字推断，未申报TRL', en: 'readiness inferred from the text, no TRL declared' };
}
