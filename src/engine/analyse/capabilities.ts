/** Capabilities: what a result asks for, has done or denies; what a carrier offers or refuses. */
import type { CapabilityMention, Modality } from '../../domain/analysis.ts';
import type { CapabilityClaim } from '../../domain/carrier.ts';
import { foldWord } from '../../text/fold.ts';
import {
  asksAt,
  holdsAsk,
  isStatement,
  modalityAt,
  type Said,
  type SaidExactly,
  saidExactlyAt,
} from '../../text/modality.ts';
import type { PhraseHit } from '../../text/phrases.ts';
import { sentenceAt } from '../../text/reader.ts';
import type { CapabilityCue, Knowledge } from '../knowledge.ts';
import { clauseSpan, type ReadField } from './read-field.ts';
import type { Side } from './sentence-frames.ts';

/** Words that say that somebody else provides it. */
const PARTNER =
  /由合作|合作单位|合作方|合作机构|合作伙伴|外协|委外|第三方提供|依托外部|by partners?|partner-provided|through partners?/u;

export function readCapabilities(
  knowledge: Knowledge,
  side: Side,
  fields: readonly ReadField[],
  partnerFields: ReadonlySet<string> = new Set(),
): CapabilityMention[] {
  return fields.flatMap((field) =>
    capabilityPhrases(knowledge, field).flatMap((hit) => {
      // a word may ask and offer: what stands first in the vocabulary counts
      const [cue] = hit.meanings;
      if (cue === undefined) return [];
      const modality = modalityOf(side, cue, field, hit.start, hit.end);
      if (modality === undefined) return [];
      return [
        {
          code: cue.code,
          modality,
          ...providerAt(side, field, hit.start, partnerFields),
          span: clauseSpan(field, hit.start),
        },
      ];
    }),
  );
}

/** Where a field names, asks for or offers capabilities, or seems to. */
export function capabilityPhrases(
  knowledge: Knowledge,
  field: ReadField,
): readonly PhraseHit<CapabilityCue>[] {
  field.capabilities ??= knowledge.capabilities.find(field.read.folded, field.read.tokens);
  return field.capabilities;
}

/** What a mention means by side, kind of phrase, markers and field; undefined where it means nothing. */
function modalityOf(
  side: Side,
  cue: CapabilityCue,
  field: ReadField,
  start: number,
  end: number,
): Modality | undefined {
  if (cue.part === 'lookalike') return undefined;
  return side === 'carrier'
    ? carrierModality(cue, field, modalityAt(field.read, start, end))
    : resultModality(cue, field, start, end);
}

const ADJACENT = 4;

/** In its field of needs a result asks for what it names; elsewhere it must say so. */
function resultModality(
  cue: CapabilityCue,
  field: ReadField,
  start: number,
  end: number,
): Modality | undefined {
  const said = saidExactlyAt(field.read, start, end);
  if (said === 'lacking') return 'asked';
  if (said === 'denied' || said === 'done') return said;
  // what is wrong with the known ways (传统方法缺乏…) is not what this result asks for
  if (field.base === 'problem') return 'mentioned';
  // words of carriers (通风橱) may be a detail of something else that is asked for (带通风橱的房子)
  if (cue.part === 'offer')
    return said === 'asked' && holdsAsk(field.read, start - ADJACENT, start) ? 'asked' : undefined;
  if (said === 'asked') return 'asked';
  if (field.base === 'needs') return asksInNeeds(said, field, start) ? 'asked' : 'mentioned';
  if (cue.part === 'ask' && holdsAsk(field.read, start, end)) return 'asked';
  return said === 'without' ? 'denied' : 'mentioned';
}

/** What is needed may be named without a word that asks; a sentence that tells what is so must have one. */
function asksInNeeds(said: SaidExactly | undefined, field: ReadField, start: number): boolean {
  if (said === 'offered') return asksAt(field.read, start);
  return !isStatement(field.read, start);
}

/** A carrier offers what it describes, unless it denies it; its own wishes are no offers. */
function carrierModality(cue: CapabilityCue, field: ReadField, said: Said | undefined): Modality | undefined {
  if (said === 'denied' || said === 'lacking') return 'denied';
  if (field.base === 'limits') return said === 'offered' ? 'mentioned' : 'denied';
  if (field.base === 'portfolio' || said === 'asked') return 'mentioned';
  return cue.part === 'ask' && said !== 'offered' ? 'mentioned' : 'offered';
}

/** Who has a capability that is named at an offset, where it is not whoever speaks; `partnerFields` as `partnerDetails`. */
export function providerAt(
  side: Side,
  field: ReadField,
  offset: number,
  partnerFields: ReadonlySet<string>,
): Pick<CapabilityMention, 'provider'> {
  const partner = partnerFields.has(field.path) || (side === 'carrier' && speaksOfPartner(field, offset));
  return partner ? { provider: 'partner' } : {};
}

/** `如有试制、检测需求，由合作单位解决`: the whole sentence is about somebody else's capability. */
function speaksOfPartner(field: ReadField, offset: number): boolean {
  const { start, end } = sentenceAt(field.read, offset);
  return PARTNER.test(field.read.folded.text.slice(start, end));
}

/** Paths of the details of claims that a partner provides. */
export function partnerDetails(claims: readonly CapabilityClaim[]): Set<string> {
  return new Set(
    claims.flatMap((claim, i) => (claim.provider === 'partner' ? [`capabilities[${i}].detail`] : [])),
  );
}

/** Declared capabilities; one without words behind it is bare: worth less than one with evidence. */
export function readClaims(knowledge: Knowledge, claims: readonly CapabilityClaim[]): CapabilityMention[] {
  return claims.flatMap((claim, i) => {
    const code =
      knowledge.capabilityNames.get(foldWord(claim.code)) ??
      knowledge.capabilityNames.get(claim.code.slice(0, 3).toLowerCase());
    if (!code) return [];
    const detail = claim.detail ?? '';
    const partner = claim.provider === 'partner' || PARTNER.test(detail);
    const denied = claim.provider === undefined && isDenial(knowledge, detail);
    const source =
      partner || detail === ''
        ? { field: `capabilities[${i}].code`, text: claim.code }
        : { field: `capabilities[${i}].detail`, text: detail };
    return [
      {
        code,
        modality: denied ? ('denied' as const) : ('offered' as const),
        provider: partner ? ('partner' as const) : ('own' as const),
        bare: detail === '',
        span: { field: source.field, start: 0, end: source.text.length, quote: source.text },
      },
    ];
  });
}

/** A detail that opens with a denial takes the claim back: `不提供`, `暂无`. */
function isDenial(knowledge: Knowledge, detail: string): boolean {
  const read = knowledge.reader.read(detail);
  const first = read.markers[0];
  return first !== undefined && first.start === 0 && first.meanings.includes('deny');
}
