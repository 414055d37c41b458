/** The known name that a misspelt one most likely means. */

/** So many slips for so many characters: more of them make another word. */
const CHARACTERS_PER_SLIP = 3;

/** Null where none is near; of several equally near ones the first. Case, `_`, `-` and blanks do not count. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const meant = flat(name);
  let best: string | null = null;
  let least = Math.floor(meant.length / CHARACTERS_PER_SLIP) + 1;
  for (const each of known) {
    const slips = slipsBetween(meant, flat(each));
    if (slips < least) [best, least] = [each, slips];
  }
  return best;
}

function flat(name: string): string {
  return name.toLowerCase().replace(/[_\-\s]/gu, '');
}

/** Letters left out, put in, changed or swapped with their neighbour (optimal string alignment, Damerau 1964). */
function slipsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
