/**
 * What a result has done, declines or still wants, what a carrier does and does not offer, by the frames of whole
 * sentences: 资金、场地均不需要, 除场地外都已落实, 是否需要中试：否. A frame governs all that is listed in it, and there a
 * single word names a capability (资金), which elsewhere would say nothing. What a frame says goes before what the
 * nearest marker says.
 */
import type { CapabilityMention, Modality } from '../../domain/analysis.ts';
import { unsearched } from '../../text/concordance.ts';
import { matchesOf } from '../../text/patterns/matches.ts';
import { clauseAt } from '../../text/reader.ts';
import type { CapabilityCue, Knowledge } from '../knowledge.ts';
import { capabilityPhrases, providerAt } from './capabilities.ts';
import { clauseSpan, type ReadField } from './read-field.ts';
import type { SentenceFrames, Side } from './sentence-frames.ts';

/** Where authors speak of what they have and want; `problem` speaks of others. */
const SPOKEN: Readonly<Record<Side, ReadonlySet<string>>> = {
  result: new Set(['needs', 'abstract', 'advance', 'application', 'regulatory']),
  carrier: new Set(['description', 'limits', 'capabilities']),
};

interface Finding {
  readonly code: string;
  readonly says: Modality;
  /** Of the clause in the folded text. */
  readonly clause: number;
  readonly at: number;
}

/** `partnerFields` as `partnerDetails`. */
export function settle(
  knowledge: Knowledge,
  side: Side,
  fields: readonly ReadField[],
  mentions: readonly CapabilityMention[],
  partnerFields: ReadonlySet<string> = new Set(),
): CapabilityMention[] {
  let all = [...mentions];
  for (const field of fields) {
    if (!SPOKEN[side].has(field.base)) continue;
    if (side === 'result')
      all = all.map((mention) =>
        mention.span.field === field.path ? corrected(knowledge, field, mention) : mention,
      );
    const findings = framedIn(knowledge, side, field);
    if (side === 'result') addTold(knowledge, field, all, findings);
    all = withFindings(field, all, findings, (at) => providerAt(side, field, at, partnerFields));
  }
  return all;
}

function withFindings(
  field: ReadField,
  mentions: readonly CapabilityMention[],
  findings: readonly Finding[],
  provider: (at: number) => Pick<CapabilityMention, 'provider'>,
): CapabilityMention[] {
  const spans = new Map(findings.map((finding) => [finding, clauseSpan(field, finding.at)]));
  const kept = mentions.filter(
    ({ code, modality, span }) =>
      span.field !== field.path ||
      !findings.some(
        (f) => f.code === code && isAgainst(f.says, modality) && spans.get(f)!.start === span.start,
      ),
  );
  for (const finding of findings) {
    const { code, says, at } = finding;
    const span = spans.get(finding)!;
    const known = kept.some(
      (m) =>
        m.code === code && m.modality === says && m.span.field === span.field && m.span.start === span.start,
    );
    if (!known) kept.push({ code, modality: says, ...provider(at), span });
  }
  return kept;
}

/** What is done may be declined as well; what is asked is neither. */
function isAgainst(says: Modality, other: Modality): boolean {
  return says === 'asked' || says === 'offered' ? other !== says : other !== 'done' && other !== 'denied';
}

/** What the nearest marker took for done or denied, and is a plan or speaks of the thing itself. */
function corrected({ frames }: Knowledge, field: ReadField, mention: CapabilityMention): CapabilityMention {
  const clause = mention.span.quote.toLowerCase();
  if (mention.modality === 'done') {
    if (frames.merely.test(clause)) return { ...mention, modality: 'mentioned' };
    if (!frames.happened.test(clause) && (frames.unreal.test(clause) || frames.afterwards.test(clause)))
      return { ...mention, modality: field.base === 'needs' ? 'asked' : 'mentioned' };
  }
  if (mention.modality === 'denied' && isOfTheThing(frames, clause, clause))
    return { ...mention, modality: 'mentioned' };
  return mention;
}

/** Of one capability in one clause, what is found first stays. */
function add(findings: Finding[], finding: Finding): void {
  if (!findings.some(({ code, clause }) => code === finding.code && clause === finding.clause))
    findings.push(finding);
}

function framedIn(knowledge: Knowledge, side: Side, field: ReadField): Finding[] {
  const { frames } = knowledge;
  const { text } = field.read.folded;
  const findings: Finding[] = [];
  for (const { says, pattern } of frames.framesIn[side](field.read.folded))
    for (const match of matchesOf(pattern, text)) {
      const [start, end] = match.indices!.groups!['what']!;
      const clause = clauseAt(field.read, start).start;
      if (says === 'done' && isUnreal(frames, text, clause, match.index, match.index + match[0].length))
        continue;
      if (
        side === 'result' &&
        says === 'denied' &&
        isOfTheThing(frames, text.slice(clause, match.index), text.slice(start, end))
      )
        continue;
      for (const { code, at } of topicsIn(knowledge, side, field, start, end))
        add(findings, { code, says, clause, at });
    }
  return findings;
}

/** What is told by itself to be done. */
function addTold(
  { frames }: Knowledge,
  field: ReadField,
  mentions: readonly CapabilityMention[],
  findings: Finding[],
): void {
  const { text } = field.read.folded;
  for (const { code, pattern } of frames.toldIn(field.read.folded))
    for (const match of matchesOf(pattern, text)) {
      const clause = clauseAt(field.read, match.index).start;
      const end = match.index + match[0].length;
      if (isUnreal(frames, text, clause, match.index, end) || asksAlready(field, mentions, code, match.index))
        continue;
      add(findings, { code, says: 'done', clause, at: match.index });
    }
}

/** 拟完成, 完成后将, 在…之前: what has not happened. 已 says that it has, unless a condition follows. */
function isUnreal(
  { happened, unreal, afterwards, merely, others }: SentenceFrames,
  text: string,
  clause: number,
  start: number,
  end: number,
): boolean {
  const head = text.slice(clause, start);
  const told = text.slice(start, end);
  if (merely.test(told)) return true;
  if (afterwards.test(text.slice(start, end + 6)) && !told.startsWith('已')) return true;
  return others.test(head) || unreal.test(head) || (!happened.test(told) && unreal.test(told));
}

function isOfTheThing({ others, subject, object }: SentenceFrames, head: string, what: string): boolean {
  return others.test(head) || subject.test(head) || object.test(what);
}

function asksAlready(
  field: ReadField,
  mentions: readonly CapabilityMention[],
  of: string,
  offset: number,
): boolean {
  const { start } = clauseSpan(field, offset);
  return mentions.some(
    ({ code, modality, span }) =>
      code === of && span.field === field.path && span.start === start && modality === 'asked',
  );
}

/**
 * Capabilities named in the gap of a frame: by their phrases, of results not by those of carriers (通风橱), or by a word
 * of the topic.
 */
function topicsIn(
  knowledge: Knowledge,
  side: Side,
  field: ReadField,
  start: number,
  end: number,
): { code: string; at: number }[] {
  const found = new Map<string, number>();
  const hits = capabilityPhrases(knowledge, field).filter((hit) => hit.start < end && hit.end > start);
  const masked = (code: string, at: number) =>
    hits.some((hit) => hit.start <= at && hit.end > at && is(hit.meanings, code, 'lookalike'));
  for (const { start: at, meanings } of hits) {
    const cue = meanings[0];
    if (!cue || cue.part === 'lookalike' || at < start) continue;
    if (cue.part !== 'offer' || side === 'carrier') found.set(cue.code, at);
  }
  const gap = field.read.folded.text.slice(start, end);
  for (const { code, pattern } of knowledge.frames.topicsIn(unsearched(gap)))
    for (const { index } of matchesOf(pattern, gap))
      if (!found.has(code) && !masked(code, start + index)) found.set(code, start + index);
  return [...found].map(([code, at]) => ({ code, at }));
}

function is(meanings: readonly CapabilityCue[], code: string, part: CapabilityCue['part']): boolean {
  return meanings.some((cue) => cue.code === code && cue.part === part);
}
