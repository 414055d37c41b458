/** The best `top` of `size` numbered candidates, best first; equal scores in the order of their numbers. Exact. */
export function topRanked(size: number, top: number, score: (candidate: number) => number): number[] {
  const scores = Float64Array.from({ length: size }, (_value, candidate) => score(candidate));
  const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  return order.slice(0, Math.max(0, top));
}
