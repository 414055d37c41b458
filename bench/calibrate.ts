/**
 * Fits the curves of `src/domain/affinity-curve.ts` to judged districts and shows, on districts that they were not
 * fitted to, whether an affinity of 0.8 means that eight in ten such matches are good. A folder holds what those in
 * `bench/judged` hold; `--apart FOLDER` names one to look at only, and may be given again.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createFileEngine, readCarrierFile, readResultFile } from '../src/cli/measuring.ts';
import { pairsBy, readPairRows } from '../src/cli/pair-file.ts';
import { CURVES, type Curve, calibrated } from '../src/domain/affinity-curve.ts';
import { PURPOSES, type Purpose } from '../src/domain/purpose.ts';
import { calibrationOf } from '../src/usecases/calibration-of.ts';
import { createRecordPool } from '../src/usecases/rank-records.ts';
import { printTable } from './measuring/table.ts';

interface JudgedPair {
  readonly score: number;
  readonly good: boolean;
}

/** From this grade on (of 0 to 3) a match is good. */
const GOOD = 2;
const NEWTON_STEPS = 100;

const { values } = parseArgs({ options: { apart: { type: 'string', multiple: true, default: [] } } });
const own = ['riverside', 'coast', 'city'].map((name) =>
  fileURLToPath(new URL(`./judged/${name}`, import.meta.url)),
);
const engine = await createFileEngine(undefined);
for (const purpose of PURPOSES) {
  const pairs = (await Promise.all(own.map((folder) => judgedPairs(folder, purpose)))).flat();
  const fitted = fitCurve(pairs);
  printTable(
    `Curve ${purpose}, fitted to ${pairs.length} pairs`,
    [
      { head: '', of: ([name]) => name },
      { head: 'midpoint', of: ([, curve]) => curve.midpoint.toFixed(4) },
      { head: 'slope', of: ([, curve]) => curve.slope.toFixed(1) },
      { head: 'log loss', of: ([, curve]) => logLoss(pairs, curve).toFixed(5) },
    ],
    [['fitted', fitted] as const, ['in use', CURVES[purpose]] as const],
  );
  for (const folder of values.apart) printReliability(folder, purpose, await judgedPairs(folder, purpose));
}

/** Pairs that no limit excludes; one that nobody judged is not good. */
async function judgedPairs(folder: string, purpose: Purpose): Promise<JudgedPair[]> {
  const carriers = await readCarrierFile(join(folder, 'carriers.jsonl'));
  const results = await readResultFile(join(folder, 'results.jsonl'));
  const grades = pairsBy('results', await readPairRows(join(folder, `qrels-${purpose}.csv`)));
  const pool = createRecordPool(engine, { carriers, results });
  return results.flatMap(({ id }) =>
    carriers
      .map((carrier) => ({
        score: pool.explain(id, carrier.id, purpose).score,
        good: (grades.get(id)?.get(carrier.id) ?? 0) >= GOOD,
      }))
      .filter(({ score }) => score > 0),
  );
}

/** The likeliest logistic curve (Platt 1999), by Newton's method. */
function fitCurve(pairs: readonly JudgedPair[]): Curve {
  let slope = 20;
  let bias = -7;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    let [ofSlope, ofBias, slopes, both, biases] = [0, 0, 0, 0, 0];
    for (const { score, good } of pairs) {
      const chance = 1 / (1 + Math.exp(-(slope * score + bias)));
      const error = Number(good) - chance;
      const weight = chance * (1 - chance);
      ofSlope += error * score;
      ofBias += error;
      slopes += weight * score * score;
      both += weight * score;
      biases += weight;
    }
    const determinant = slopes * biases - both * both;
    slope += (biases * ofSlope - both * ofBias) / determinant;
    bias += (slopes * ofBias - both * ofSlope) / determinant;
  }
  return { midpoint: -bias / slope, slope };
}

function logLoss(pairs: readonly JudgedPair[], { midpoint, slope }: Curve): number {
  const loss = pairs.reduce((sum, { score, good }) => {
    const chance = 1 / (1 + Math.exp(-slope * (score - midpoint)));
    return sum - Math.log(good ? chance : 1 - chance);
  }, 0);
  return loss / pairs.length;
}

function printReliability(folder: string, purpose: Purpose, pairs: readonly JudgedPair[]): void {
  const bins = calibrationOf(
    pairs.map(({ score, good }) => ({ confidence: calibrated(score, purpose), right: good })),
  );
  printTable(
    `Reliability ${purpose}: ${folder}`,
    [
      { head: 'affinity', of: ({ from, to }) => `${from}–${to}` },
      { head: 'pairs', of: ({ texts }) => String(texts) },
      { head: 'mean', of: ({ confidence }) => confidence.toFixed(2) },
      { head: 'good', of: ({ right }) => right.toFixed(2) },
    ],
    bins,
    [`Log loss ${logLoss(pairs, CURVES[purpose]).toFixed(4)}`],
  );
}
