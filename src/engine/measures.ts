/** Measures of ranking quality, per query and over queries. */

/** Grades in the order of a ranking; `all` are the grades of every judged document of the query. */
export interface JudgedRanking {
  readonly grades: readonly number[];
  readonly all: readonly number[];
}

/**
 * Normalised discounted cumulative gain at `k` with gains 2^grade − 1 (Järvelin & Kekäläinen 2002, in the
 * exponential form of Burges et al. 2005). 0 where nothing relevant is judged.
 */
export function ndcg({ grades, all }: JudgedRanking, k: number): number {
  const ideal = dcg(
    [...all].sort((a, b) => b - a),
    k,
  );
  return ideal === 0 ? 0 : dcg(grades, k) / ideal;
}

function dcg(grades: readonly number[], k: number): number {
  return grades.slice(0, k).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/** 1 / rank of the first document with at least `relevant`; 0 where there is none. */
export function reciprocalRank({ grades }: JudgedRanking, relevant: number): number {
  const first = grades.findIndex((grade) => grade >= relevant);
  return first < 0 ? 0 : 1 / (first + 1);
}

/** 1 where one of the first `k` documents has at least `relevant`, else 0. */
export function hit({ grades }: JudgedRanking, k: number, relevant: number): number {
  return grades.slice(0, k).some((grade) => grade >= relevant) ? 1 : 0;
}

export interface Estimate {
  readonly mean: number;
  /** 95 % percentile interval by bootstrap over queries (Efron 1979; Sakai 2006 for retrieval). */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2_000;

/** Mean over queries with its interval; the resampling is seeded: the same values give the same interval. */
export function estimate(values: readonly number[], seed = 20_260_101): Estimate {
  const mean = average(values);
  if (values.length === 0) return { mean: 0, low: 0, high: 0 };
  const random = mulberry32(seed);
  const means = Array.from({ length: RESAMPLES }, () =>
    average(Array.from(values, () => values[Math.floor(random() * values.length)]!)),
  ).sort((a, b) => a - b);
  return { mean, low: means[Math.floor(0.025 * RESAMPLES)]!, high: means[Math.ceil(0.975 * RESAMPLES) - 1]! };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}

/** A small seeded generator (Tommy Ettinger's mulberry32): numbers in [0, 1). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
