/**
 * The profile of another district: its sectors are the labels of its records, its examples the records themselves;
 * wording, capabilities, conditions and names of universities are those of the profile that it starts from. Pure.
 */
import { DomainError } from '../domain/errors.ts';
import type { LabelledText } from '../domain/labelled-text.ts';
import { type Profile, SectorCodeSchema } from '../domain/profile.ts';

export interface NewProfile {
  readonly id: string;
  readonly name: string;
  readonly district: string;
}

/** Fewer examples teach nothing of a sector. */
const LEAST_EXAMPLES = 5;
const LEAST_SECTORS = 2;

type Sector = Profile['sectors'][number];

/** Throws `labels.too_few` where a label has too few examples, with each of them and how many it has. */
export function profileFromLabels(
  base: Profile,
  texts: readonly LabelledText[],
  { id, name, district }: NewProfile,
): Profile {
  const labels = [...new Set(texts.flatMap((text) => text.labels))].sort();
  requireEnough(labels, texts);
  const sectors = sectorsOf(base, labels);
  const codes = new Set(sectors.map(({ code }) => code));
  const codeOf = new Map(labels.map((label, i) => [label, sectors[i]!.code]));
  const { confidence: _, ...kept } = base;
  return {
    ...kept,
    id,
    version: '1',
    name: { zh: name, en: name },
    district: { zh: district, en: district },
    sectors,
    outside: [],
    // what decides between sectors of the base says nothing of others, and its targets are another district's
    ambiguities: base.ambiguities.filter(({ wins, over }) =>
      [wins, ...over].every((code) => codes.has(code)),
    ),
    targets: [],
    contributions: [],
    examples: texts.map((text) => ({
      text: [text.title, text.keywords.join('，'), text.abstract]
        .filter((part) => part !== '')
        .join('。')
        .replace(/\s+/gu, ' '),
      sectors: [...new Set(text.labels.map((label) => codeOf.get(label)!))],
    })),
    terms: Object.fromEntries(Object.entries(base.terms).filter(([code]) => codes.has(code))),
    general: generalOf(base, codes),
  };
}

/** Only as the first label counts: a second label is an aside. */
function requireEnough(labels: readonly string[], texts: readonly LabelledText[]): void {
  const counts = new Map(labels.map((label) => [label, 0]));
  for (const { labels: own } of texts) counts.set(own[0]!, counts.get(own[0]!)! + 1);
  if (labels.length < LEAST_SECTORS) {
    throw new DomainError(
      'labels.too_few',
      `至少需要 ${LEAST_SECTORS} 个领域，只有 ${labels.length} 个 at least ${LEAST_SECTORS} labels are needed, found ${labels.length}`,
    );
  }
  const few = [...counts].filter(([, count]) => count < LEAST_EXAMPLES);
  if (few.length === 0) return;
  throw new DomainError(
    'labels.too_few',
    `每个领域至少需要 ${LEAST_EXAMPLES} 条文本，不足的有 ${few.length} 个 each label needs ${LEAST_EXAMPLES} texts, ${few.length} have fewer`,
    few.map(([label, count]) => ({
      field: label.slice(0, 80),
      found: `${count} 条 texts`,
      expected: `至少 ${LEAST_EXAMPLES} 条 at least ${LEAST_EXAMPLES}`,
    })),
  );
}

/** A label that names a sector of the base keeps its code, English and other names; others are numbered. */
function sectorsOf(base: Profile, labels: readonly string[]): Sector[] {
  const known = labels.map((label) =>
    base.sectors.find((sector) => [sector.code, sector.zh, sector.en, ...sector.aliases].includes(label)),
  );
  const taken = new Set([
    ...base.sectors.map(({ code }) => code),
    ...labels.filter((label) => SectorCodeSchema.safeParse(label).success),
  ]);
  let number = 0;
  const nextCode = () => {
    let code: string;
    do code = `S${String(++number).padStart(String(labels.length).length, '0')}`;
    while (taken.has(code));
    return code;
  };
  const sectors = labels.map((label, i): Sector => {
    const sector = known[i];
    if (sector && known.indexOf(sector) === i) return sector;
    const code = SectorCodeSchema.safeParse(label).success && !sector ? label : nextCode();
    return {
      code,
      zh: label,
      en: label,
      aliases: [],
      subs: [],
      priority: false,
      disciplines: [],
      neighbours: [],
    };
  });
  const codes = new Set(sectors.map(({ code }) => code));
  return sectors.map((sector) => ({
    ...sector,
    neighbours: sector.neighbours.filter(({ code }) => codes.has(code)),
  }));
}

/** The vocabulary of sectors that are not there any more is still good Chinese and English. */
function generalOf(base: Profile, codes: ReadonlySet<string>): Profile['general'] {
  const lost = Object.entries(base.terms).flatMap(([code, terms]) => (codes.has(code) ? [] : terms));
  const seen = new Set<string>();
  return [...base.general, ...lost].flatMap(({ zh, en }) => {
    if (seen.has(`${zh}\n${en}`)) return [];
    seen.add(`${zh}\n${en}`);
    return [{ zh, en }];
  });
}
