/** How sure a reading of sectors is: what the evidence says by itself, corrected by what a profile has learnt of itself. */
import type { SectorCorrection } from '../../domain/profile.ts';

/** What was read out of a text, and whether it was right. */
export interface CheckedReading {
  readonly confidence: number;
  readonly right: boolean;
}

/** As it is. */
const NONE: SectorCorrection = { shift: 0, slope: 1 };
/** Each parameter is believed to lie within so much of none, until the texts say otherwise: few say little. */
const SPREAD = 1;
const NEWTON_STEPS = 50;
const SHORTEST_STEP = 1e-6;
/** Where what is surest is wrong most: nearly the same for all, and still in its order. */
const LEAST_SLOPE = 0.05;

/** Of the evidence: fitted to 656 labelled texts of the first profile, each read by a classifier that had not seen it. */
const CURVE = { constant: -1.03, strength: 3.54, odds: 0.63 } as const;
/** A share of all is so far from certain: what the learners say is too sure there. */
const LEAST_DOUBT = 0.01;

/**
 * How often the first sector is the right one, by the strength of the evidence and the odds of the first share: a
 * logistic curve (Platt 1999; the share by itself cannot tell 0.8 from 0.95 at the top). 0–1.
 */
export function confidenceOf(strength: number, share: number, correction = NONE): number {
  const odds = Math.log((share + LEAST_DOUBT) / (1 - share + LEAST_DOUBT));
  return corrected(logistic(CURVE.constant + CURVE.strength * strength + CURVE.odds * odds), correction);
}

/** In the logits, so that it stays between 0 and 1 and keeps the order. */
export function corrected(confidence: number, { shift, slope }: SectorCorrection): number {
  return logistic(shift + slope * logit(confidence));
}

/**
 * The likeliest correction (Platt 1999; of two parameters, as temperature and bias in Guo et al. 2017), drawn towards
 * none by a normal prior, so that there is always one: by Newton's method, with steps halved until they lead to a
 * likelier one (Lin, Lin & Weng 2007, who found whole steps to run away).
 */
export function fitCorrection(readings: readonly CheckedReading[]): SectorCorrection {
  let best = NONE;
  let cost = costOf(best, readings);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const direction = newtonStep(best, readings);
    for (let length = 1; length > SHORTEST_STEP; length /= 2) {
      const next = {
        shift: best.shift + length * direction.shift,
        slope: Math.max(LEAST_SLOPE, best.slope + length * direction.slope),
      };
      const reached = costOf(next, readings);
      if (reached >= cost) continue;
      [best, cost] = [next, reached];
      break;
    }
  }
  return { shift: round(best.shift), slope: round(best.slope) };
}

/** How unlikely the readings make a correction: the negative logarithm, but for a constant. */
function costOf({ shift, slope }: SectorCorrection, readings: readonly CheckedReading[]): number {
  const prior = (shift - NONE.shift) ** 2 + (slope - NONE.slope) ** 2;
  let cost = prior / (2 * SPREAD ** 2);
  for (const { confidence, right } of readings) {
    const x = shift + slope * logit(confidence);
    cost += Math.log1p(Math.exp(right ? -x : x));
  }
  return cost;
}

/** Of the shift alone where the slope is at its least and would be less. */
function newtonStep({ shift, slope }: SectorCorrection, readings: readonly CheckedReading[]) {
  const precision = 1 / SPREAD ** 2;
  let ofShift = -precision * (shift - NONE.shift);
  let ofSlope = -precision * (slope - NONE.slope);
  let [shifts, both, slopes] = [precision, 0, precision];
  for (const { confidence, right } of readings) {
    const x = logit(confidence);
    const chance = logistic(shift + slope * x);
    const error = Number(right) - chance;
    const weight = chance * (1 - chance);
    ofShift += error;
    ofSlope += error * x;
    shifts += weight;
    both += weight * x;
    slopes += weight * x * x;
  }
  if (slope === LEAST_SLOPE && ofSlope < 0) return { shift: ofShift / shifts, slope: 0 };
  const determinant = shifts * slopes - both * both;
  return {
    shift: (slopes * ofShift - both * ofSlope) / determinant,
    slope: (shifts * ofSlope - both * ofShift) / determinant,
  };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** Four decimals: more than the texts tell, and the same bytes on every machine. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
