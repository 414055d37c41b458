/** What a JSON body may be. Uploads have a limit of their own, from the configuration. */

export const MAX_JSON_MB = 2;

/** Records are three levels deep; far deeper ones would exhaust the stack of whatever walks through them. */
const MAX_DEPTH = 20;

/** Level by level, not by recursion: the point is that it may be very deep. */
export function isNestedTooDeeply(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((inner) =>
      typeof inner === 'object' && inner !== null ? Object.values(inner) : [],
    );
  }
  return false;
}
