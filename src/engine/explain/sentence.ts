/**
 * A match in one sentence, as somebody who knows both sides would put it: what is asked and who answers it in their
 * own words, what they have in common, and the one thing against it. Pairs that fit, nearly fit, do not fit and are
 * excluded are told in shapes of their own; parts without evidence are left out.
 */
import type { Bilingual, LimitCheck, Verdict } from '../../domain/match.ts';
import { areForeign, type Findings } from './findings.ts';
import { joined } from './names.ts';
import { sayAgainst, sayBestOnly, sayExclusion, sayUngrounded } from './sentence-against.ts';
import {
  isSameSubject,
  type Part,
  sayAnswer,
  sayCommonSector,
  sayKindred,
  sayLikelyAnswer,
  sayOtherSectors,
  sayProject,
  sayStageFits,
  saySubject,
  sayThinSubject,
} from './sentence-parts.ts';

/** Characters of the Chinese sentence; what comes later in a shape is left out first. */
const LONGEST = 94;

/** What a sentence may say: parts in their order, the last ones the least needed; then what is against it. */
interface Shape {
  readonly parts: readonly Part[];
  readonly against: Part;
  /** Between the parts and what is against them. */
  readonly turn: Bilingual;
}

/** In English what is against a match is a sentence of its own. */
const ALSO: Bilingual = { zh: '；', en: '. ' };
const BUT: Bilingual = { zh: '，但', en: '. But ' };

export function sentenceOf(findings: Findings, limits: readonly LimitCheck[], verdict: Verdict): Bilingual {
  const excluded = sayExclusion(limits);
  if (excluded) return assemble({ parts: [excluded], against: null, turn: ALSO });
  return assemble(SHAPES[verdict](findings, limits));
}

const SHAPES: Record<Verdict, (findings: Findings, limits: readonly LimitCheck[]) => Shape> = {
  recommended: (findings, limits) => {
    const { told } = wordsOf(findings);
    const parts =
      told.length > 0
        ? [...told, sayCommonSector(findings), sayStageFits(findings)]
        : [sayCommonSector(findings), sayStageFits(findings)];
    const open = told.length > 0 ? null : sayToCheck(sayNoWords(findings));
    const against = together([open, sayAgainst(findings, limits, parts), sayBestOnly(findings)]);
    return { parts, against, turn: open ? BUT : ALSO };
  },
  possible: (findings, limits) => {
    const open = sayUngrounded(findings);
    if (open) return { parts: [sayCommonSector(findings), sayStageFits(findings)], against: open, turn: BUT };
    const { told, isSolid } = wordsOf(findings);
    const parts = [...(told.length > 0 ? told : [sayNoWords(findings)]), sayCommonSector(findings)];
    return { parts, against: sayAgainst(findings, limits, parts), turn: isSolid ? BUT : ALSO };
  },
  unfit: (findings, limits) => {
    const sector = sayCommonSector(findings) ?? sayOtherSectors(findings);
    const parts = [sector, saySubject(findings) ?? sayNoWords(findings)];
    return { parts, against: sayAgainst(findings, limits, parts), turn: ALSO };
  },
};

interface Words {
  /** Empty where nothing but their sectors and kinds of service brings the two together. */
  readonly told: readonly Bilingual[];
  /** Whether they are about the same thing, or what is asked is answered or was done before. */
  readonly isSolid: boolean;
}

/** What both texts say, the strongest first. */
function wordsOf(findings: Findings): Words {
  const answer = sayAnswer(findings);
  const same = isSameSubject(findings);
  const subject = saySubject(findings, answer);
  const project = sayProject(findings);
  const told: Bilingual[] = [];
  if (answer) told.push(answer);
  if (same && subject) told.push(subject);
  // that both sides name something of a kind is no answer yet: what little they share in words is told beside it
  const near = answer || same || project ? null : subject;
  if (near) told.push(near);
  const likely = answer ? null : sayLikelyAnswer(findings, subject);
  if (likely) told.push(likely);
  if (project) told.push(project);
  const kindred = told.length > 0 ? null : sayKindred(findings);
  if (kindred) told.push(kindred);
  return { told, isSolid: same || answer !== null || project !== null };
}

function sayNoWords(findings: Findings): Bilingual {
  const thin = sayThinSubject(findings);
  if (thin) return thin;
  return areForeign(findings)
    ? {
        zh: '双方语言不同，文字难以逐词比对',
        en: 'the texts are in different languages and can hardly be compared word by word',
      }
    : { zh: '双方文字没有共同的技术用词', en: 'the two texts share no technical terms' };
}

function sayToCheck({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh}，须人工核实`, en: `${en}: to be checked by a person` };
}

function together(parts: readonly Part[]): Part {
  const told = toldOf(parts);
  return told.length === 0 ? null : joined(told, '；', '; ');
}

function toldOf(parts: readonly Part[]): Bilingual[] {
  const told: Bilingual[] = [];
  for (const part of parts) if (part) told.push(part);
  return told;
}

function assemble({ parts, against, turn }: Shape): Bilingual {
  const told = toldOf(parts);
  let length = against ? against.zh.length + 2 : 0;
  for (const { zh } of told) length += zh.length + 1;
  while (told.length > 1 && length > LONGEST) length -= told.pop()!.zh.length + 1;
  const first = told[0];
  if (!first) return against ? { zh: `${against.zh}。`, en: `${capitalised(against.en)}.` } : NOTHING;
  told[0] = { zh: first.zh, en: capitalised(first.en) };
  const { zh, en } = joined(told, '，', '; ');
  if (!against) return { zh: `${zh}。`, en: `${en}.` };
  const then = turn === BUT ? against.en : capitalised(against.en);
  return { zh: `${zh}${turn.zh}${against.zh}。`, en: `${en}${turn.en}${then}.` };
}

const NOTHING: Bilingual = { zh: '。', en: '.' };

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
