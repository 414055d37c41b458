/**
 * `Math.round` without a branch, below 2^31: V8 asks of each number on which side of the half it is, which no processor
 * foresees, and an index rounds millions.
 */
export function rounded(number: number): number {
  const whole = Math.floor(number);
  // a little below 0, what is left is 1 once it is rounded itself
  return whole + Math.min(1, (2 * (number - whole)) | 0);
}
