/**
 * A linear support vector machine for each of several classes, over the same sparse vectors of length 1: dual
 * coordinate descent with squared hinge loss (Hsieh et al. 2008), a fixed number of rounds, each in another
 * seeded order: the same examples give the same weights.
 */
import { mulberry32 } from '../measures.ts';

export interface SparseVector {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

export interface Example {
  readonly vector: SparseVector;
  readonly classes: ReadonlySet<number>;
  /** What it weighs beside the others; 1 where it is not said. */
  readonly weight?: number;
}

/** Cost of an example on the wrong side; chosen by cross-validation over the sets of `asks.csv` (0.5–4 differ little). */
const COST = 1;
/** After eight rounds the scores agree to 0.001 with those of two hundred. */
const ROUNDS = 10;
const SEED = 20_080_705;

/** Learns weights, feature after feature, in each the classes; the last row is the bias. `rounds`: how often it looks at every example. */
export function trainClasses(
  examples: readonly Example[],
  features: number,
  classes: number,
  rounds: number = ROUNDS,
): Float64Array {
  const weights = new Float64Array((features + 1) * classes);
  const flat = flattened(examples);
  const orders = shuffledOrders(examples.length, rounds);
  for (let c = 0; c < classes; c++) {
    const labels = Int8Array.from(examples, (example) => (example.classes.has(c) ? 1 : -1));
    const one = train(flat, labels, orders, features);
    for (let f = 0; f <= features; f++) weights[f * classes + c] = one[f]!;
  }
  return weights;
}

export class LinearClasses {
  readonly classes: number;
  private readonly weights: Float64Array;
  private readonly bias: number;

  /** With weights as `trainClasses` learns them. */
  constructor(weights: Float64Array, classes: number) {
    this.classes = classes;
    this.weights = weights;
    this.bias = weights.length / classes - 1;
  }

  /** Above 0: more like the examples of the class than like the others; by class. */
  scores({ at, values }: SparseVector): Float64Array {
    const { weights, classes, bias } = this;
    const scores = weights.slice(bias * classes);
    // four sums at a time, each in the order of the features: none is written back in between
    let c = 0;
    for (; c + 4 <= classes; c += 4) {
      let [first, second, third, fourth] = [scores[c]!, scores[c + 1]!, scores[c + 2]!, scores[c + 3]!];
      for (let i = 0; i < at.length; i++) {
        const place = at[i]! * classes + c;
        const value = values[i]!;
        first += value * weights[place]!;
        second += value * weights[place + 1]!;
        third += value * weights[place + 2]!;
        fourth += value * weights[place + 3]!;
      }
      scores[c] = first;
      scores[c + 1] = second;
      scores[c + 2] = third;
      scores[c + 3] = fourth;
    }
    for (; c < classes; c++)
      for (let i = 0; i < at.length; i++) scores[c]! += values[i]! * weights[at[i]! * classes + c]!;
    return scores;
  }

  /** What a feature of weight 1 says for a class. */
  weight(feature: number, of: number): number {
    return this.weights[feature * this.classes + of]!;
  }
}

/** All examples, one after the other: each is looked at again and again. */
interface FlatExamples {
  /** Example i is at starts[i] .. starts[i + 1]. */
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
  /** By example: the square of its length, with the bias. */
  readonly squares: Float64Array;
  readonly diagonals: Float64Array;
}

function flattened(examples: readonly Example[]): FlatExamples {
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ vector }, i) => {
    starts[i + 1] = starts[i]! + vector.at.length;
  });
  const at = new Int32Array(starts[examples.length]!);
  const values = new Float64Array(at.length);
  examples.forEach(({ vector }, i) => {
    at.set(vector.at, starts[i]!);
    values.set(vector.values, starts[i]!);
  });
  return {
    starts,
    at,
    values,
    squares: Float64Array.from(examples, ({ vector }) =>
      vector.values.reduce((square, value) => square + value ** 2, 1),
    ),
    diagonals: Float64Array.from(examples, ({ weight = 1 }) => 1 / (2 * COST * weight)),
  };
}

/** For each round another order, for each class the same ones. */
function shuffledOrders(size: number, rounds: number): Int32Array[] {
  const random = mulberry32(SEED);
  const order = Int32Array.from({ length: size }, (_, i) => i);
  return Array.from({ length: rounds }, () => {
    shuffle(order, random);
    return order.slice();
  });
}

function train(
  { starts, at, values, squares, diagonals }: FlatExamples,
  labels: Int8Array,
  orders: readonly Int32Array[],
  features: number,
): Float64Array {
  const weights = new Float64Array(features + 1);
  const duals = new Float64Array(labels.length);
  for (const order of orders) {
    for (let o = 0; o < order.length; o++) {
      const i = order[o]!;
      const end = starts[i + 1]!;
      let score = weights[features]!;
      for (let k = starts[i]!; k < end; k++) score += values[k]! * weights[at[k]!]!;
      const label = labels[i]!;
      const diagonal = diagonals[i]!;
      const dual = duals[i]!;
      const gradient = label * score - 1 + diagonal * dual;
      const moved = Math.max(0, dual - gradient / (squares[i]! + diagonal));
      if (moved === dual) continue;
      duals[i] = moved;
      const step = (moved - dual) * label;
      for (let k = starts[i]!; k < end; k++) weights[at[k]!]! += step * values[k]!;
      weights[features]! += step;
    }
  }
  return weights;
}

/** Fisher & Yates. */
function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
