/** How well sectors are read, against labels: accuracy, calibration of the confidence, what is taken for what. Pure. */
import type { SectorReading } from '../domain/analysis.ts';
import { DomainError } from '../domain/errors.ts';
import type { LabelledText } from '../domain/labelled-text.ts';
import type { Profile } from '../domain/profile.ts';
import { type Estimate, estimate } from '../engine/measures.ts';
import { type CalibrationBin, calibrationError, calibrationOf } from './calibration-of.ts';

export interface SectorEvaluation {
  readonly texts: number;
  /** Labels that are no sectors of the profile, with their texts, which are not counted. */
  readonly unknown: readonly { readonly label: string; readonly texts: number }[];
  /** The first sector of the reading is the first label. */
  readonly accuracy1: Estimate;
  /** The first label is among the first three sectors. */
  readonly accuracy3: Estimate;
  readonly calibration: readonly CalibrationBin[];
  /** How far confidence and truth are apart in the mean of all texts. */
  readonly calibrationError: number;
  /** Most frequent first. */
  readonly confused: readonly Confusion[];
}

export interface Confusion {
  readonly label: string;
  /** The sector that was read; undefined where none was. */
  readonly read: string | undefined;
  readonly texts: number;
}

/** Throws `labels.unknown` where no label is a sector of the profile. */
export function evaluateSectors(
  profile: Profile,
  texts: readonly LabelledText[],
  read: (text: LabelledText) => Pick<SectorReading, 'weights' | 'confidence'>,
): SectorEvaluation {
  const codes = codesByName(profile);
  const unknown = new Map<string, number>();
  const rows: { label: string; first: string | undefined; top: readonly string[]; confidence: number }[] = [];
  for (const text of texts) {
    const [label] = text.labels;
    const code = codes.get(label!);
    if (code === undefined) {
      unknown.set(label!, (unknown.get(label!) ?? 0) + 1);
      continue;
    }
    const { weights, confidence } = read(text);
    const top = weights.slice(0, 3).map((weight) => weight.code);
    rows.push({ label: code, first: top[0], top, confidence });
  }
  if (rows.length === 0) {
    throw new DomainError(
      'labels.unknown',
      '标签都不是该区域档案的领域 none of the labels is a sector of the profile',
      [...unknown.keys()].slice(0, 10).map((label) => ({
        field: 'label',
        found: label,
        expected: profile.sectors
          .map(({ zh }) => zh)
          .join('、')
          .slice(0, 80),
      })),
    );
  }
  const calibration = calibrationOf(
    rows.map(({ label, first, confidence }) => ({ confidence, right: label === first })),
  );
  return {
    texts: rows.length,
    unknown: [...unknown].map(([label, count]) => ({ label, texts: count })),
    accuracy1: estimate(rows.map(({ label, first }) => Number(label === first))),
    accuracy3: estimate(rows.map(({ label, top }) => Number(top.includes(label)))),
    calibration,
    calibrationError: calibrationError(calibration),
    confused: confusions(rows),
  };
}

/** A label may be a sector's code or any of its names. */
function codesByName({ sectors }: Profile): Map<string, string> {
  return new Map(
    sectors.flatMap(({ code, zh, en, aliases }) =>
      [...aliases, en, zh, code].map((name) => [name, code] as const),
    ),
  );
}

function confusions(rows: readonly { label: string; first: string | undefined }[]): Confusion[] {
  const found = new Map<string, { label: string; read: string | undefined; texts: number }>();
  for (const { label, first } of rows) {
    if (label === first) continue;
    const key = `${label} ${first ?? ''}`;
    const entry = found.get(key) ?? { label, read: first, texts: 0 };
    entry.texts++;
    found.set(key, entry);
  }
  return [...found].sort(([a, x], [b, y]) => y.texts - x.texts || (a < b ? -1 : 1)).map(([, entry]) => entry);
}
