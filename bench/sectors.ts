/**
 * How sectors are read, and how far the confidence can be believed: the profile's own examples, each read by a
 * classifier that has not seen it, and the results of the judged districts. With `--labels FILE` the same of a profile
 * learnt from the file, each fifth of its records kept apart in turn (`--folds 3`: each third).
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readResultFile } from '../src/cli/measuring.ts';
import type { LabelledText } from '../src/domain/labelled-text.ts';
import type { Profile } from '../src/domain/profile.ts';
import { checkExamples } from '../src/engine/analyse/check-examples.ts';
import { type CheckedReading, corrected, fitCorrection } from '../src/engine/analyse/sector-confidence.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { loadProfile, readLabelledTexts, readResultLabels } from '../src/exchange/index.ts';
import { calibrationError, calibrationOf } from '../src/usecases/calibration-of.ts';
import { learnSectorConfidence } from '../src/usecases/learn-sector-confidence.ts';
import { profileFromLabels } from '../src/usecases/profile-from-labels.ts';
import { printTable } from './measuring/table.ts';

const DISTRICTS = ['riverside', 'coast', 'city'];

const { values } = parseArgs({
  options: { labels: { type: 'string' }, folds: { type: 'string', default: '5' } },
});
const base = await loadProfile();
if (values.labels === undefined) {
  print('examples of the profile', checkExamples(base));
  const districts = (await Promise.all(DISTRICTS.map((name) => readDistrict(base, name)))).flat();
  print('results of the judged districts', districts);
  const correction = fitCorrection(checkExamples(base));
  print(`the same, corrected by what the examples teach: ${JSON.stringify(correction)}`, [
    ...districts.map(({ confidence, right }) => ({ confidence: corrected(confidence, correction), right })),
  ]);
} else {
  const file = { filename: basename(values.labels), bytes: await readFile(values.labels) };
  const { texts } = readLabelledTexts(file);
  const folds = Number(values.folds);
  const readings = Array.from({ length: folds }, (_, fold) => readFold(texts, fold, folds));
  readings.forEach((fold, i) => {
    process.stdout.write(`fold ${i}: ${accuracy(fold.corrected).toFixed(4)} of ${fold.corrected.length}\n`);
  });
  print(
    'as the evidence says',
    readings.flatMap((fold) => fold.plain),
  );
  print(
    'corrected by what the profile has learnt',
    readings.flatMap((fold) => fold.corrected),
  );
}

function readFold(
  texts: readonly LabelledText[],
  fold: number,
  folds: number,
): Record<'plain' | 'corrected', CheckedReading[]> {
  const kept = texts.filter((_, i) => i % folds !== fold);
  const made = profileFromLabels(base, kept, { id: 'bench', name: 'bench', district: 'bench' });
  const learnt = learnSectorConfidence(made);
  const engine = createEngine(made);
  const codes = new Map(made.sectors.map(({ code, zh }) => [zh, code]));
  const plain = texts
    .filter((_, i) => i % folds === fold)
    .map(({ title, abstract, labels }) => {
      const { weights, confidence } = engine.analyseResult({ title, abstract }).sectors;
      return { confidence, right: weights[0] !== undefined && weights[0].code === codes.get(labels[0]!) };
    });
  return {
    plain,
    corrected: plain.map(({ confidence, right }) => ({
      confidence: confidence === 0 ? 0 : corrected(confidence, learnt.confidence!),
      right,
    })),
  };
}

/** Results that lie in a sector of the profile. */
async function readDistrict(profile: Profile, name: string): Promise<CheckedReading[]> {
  const path = (file: string) => fileURLToPath(new URL(`./judged/${name}/${file}`, import.meta.url));
  const engine = createEngine(profile);
  const results = new Map((await readResultFile(path('results.jsonl'))).map((result) => [result.id, result]));
  const labels = readResultLabels('labels.csv', await readFile(path('labels.csv'), 'utf8'));
  return labels.flatMap(({ resultId, sector }) => {
    if (sector === undefined) return [];
    const { weights, confidence } = engine.analyseResult(results.get(resultId)!).sectors;
    return [{ confidence, right: weights[0]?.code === sector }];
  });
}

function accuracy(readings: readonly CheckedReading[]): number {
  return readings.filter(({ right }) => right).length / readings.length;
}

function print(title: string, readings: readonly CheckedReading[]): void {
  const bins = calibrationOf(readings);
  printTable(
    `${title}: ${readings.length}, right ${accuracy(readings).toFixed(4)}`,
    [
      { head: 'confidence', of: ({ from, to }) => `${from.toFixed(1)}–${to.toFixed(1)}` },
      { head: 'texts', of: ({ texts }) => String(texts) },
      { head: 'mean', of: ({ confidence }) => confidence.toFixed(2) },
      { head: 'right', of: ({ right }) => right.toFixed(2) },
    ],
    bins,
    [`calibration error ${calibrationError(bins).toFixed(4)}`],
  );
}
