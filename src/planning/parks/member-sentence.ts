/** Why a result belongs to a park, in one sentence made of what its record says. */
import { levelRange, type TrlReading } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { ParkStage } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';
import { capabilityName, joined } from '../../engine/explain/names.ts';
import type { PairAffinity } from './affinities.ts';
import type { Candidate } from './candidates.ts';
import { capitalised, fieldName } from './name-theme.ts';
import { STAGE_NAMES } from './readiness.ts';

export interface MemberGround {
  readonly profile: Profile;
  readonly member: Candidate;
  /** Sub-fields of the theme. */
  readonly themeFields: readonly string[];
  /** Those that joined before. */
  readonly before: readonly Candidate[];
  readonly all: readonly Candidate[];
  /** Where it sits; null where the park has no host. */
  readonly host: (Pick<PairAffinity, 'affinity' | 'verdict'> & { readonly name: string }) | null;
}

const SOURCES: Readonly<Record<TrlReading['source'], Bilingual>> = {
  declared: { zh: '填报', en: 'declared' },
  stage: { zh: '据所处阶段', en: 'by its stage' },
  inferred: { zh: '据文字推断', en: 'inferred' },
};

export function memberSentence(ground: MemberGround): Bilingual {
  const parts = [fieldPart(ground), stagePart(ground), needsPart(ground), hostPart(ground)].filter(
    (part) => part !== null,
  );
  const { zh, en } = joined(parts, '；', '; ');
  return { zh: `${zh}。`, en: `${capitalised(en)}.` };
}

function fieldPart({ member, themeFields }: MemberGround): Bilingual {
  const word =
    member.fields.words.find(({ field, span }) => themeFields.includes(field) && span.field === 'title') ??
    member.fields.words.find(({ field }) => themeFields.includes(field));
  if (!word) return { zh: '与其他成员用词相近', en: 'shares the words of other members' };
  return {
    zh: `涉及“${word.span.quote}”，属${fieldName(word.field)}方向`,
    en: `names “${word.span.quote}” (${word.term.en})`,
  };
}

function stagePart({ member, before }: MemberGround): Bilingual {
  const { trl } = member;
  if (!trl) return { zh: '成熟度未说明', en: 'readiness not stated' };
  const at = `TRL ${levelRange(trl)}（${SOURCES[trl.source].zh}）`;
  const atEn = `TRL ${levelRange(trl)} (${SOURCES[trl.source].en})`;
  const [stage] = member.stages;
  const fills: ParkStage | undefined =
    member.stages.length === 1 && before.length > 0 && !before.some(({ stages }) => stages.includes(stage!))
      ? stage
      : undefined;
  if (!fills) return { zh: `成熟度 ${at}`, en: `at ${atEn}` };
  return {
    zh: `成熟度 ${at}，补上${STAGE_NAMES[fills].zh}环节`,
    en: `at ${atEn}, fills the stage of ${STAGE_NAMES[fills].en}`,
  };
}

function needsPart({ profile, member, all }: MemberGround): Bilingual | null {
  const common = member.asks.filter((code) =>
    all.some((other) => other.id !== member.id && other.asks.includes(code)),
  );
  if (common.length === 0) return null;
  const names = joined(common.map((code) => capabilityName(profile, code)));
  return { zh: `与其他成员共同需要${names.zh}`, en: `needs ${names.en} as others do` };
}

function hostPart({ host }: MemberGround): Bilingual | null {
  if (!host) return null;
  const { name, affinity, verdict } = host;
  const short =
    verdict === 'recommended'
      ? { zh: '', en: '' }
      : { zh: '，可考虑，未达到推荐标准', en: ' (possible, not recommended)' };
  return {
    zh: `与“${name}”的承接契合度为 ${affinity.toFixed(2)}${short.zh}`,
    en: `affinity with “${name}” ${affinity.toFixed(2)}${short.en}`,
  };
}
