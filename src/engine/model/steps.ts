/**
 * Long computing in steps of a fraction of a second: whoever runs it can do something else between two of them,
 * show how far it is, or stop. What comes out does not depend on that.
 */

/** Yields the share that is done, 0–1; returns what was computed. */
export type Steps<T> = Generator<number, T, void>;

/** Computes without a break. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps that are a part of something larger: from one share of it to another. */
export function* part<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
