/**
 * One spelling for matching, with the way back: compatibility forms folded (NFKC: Ａ→a, ㎡→m2, ５→5), lower
 * case, and blanks between two Han characters dropped (texts copied from PDFs are full of them). Every
 * character of the folded text knows where it stood in the original, so that a quote can be cut from it.
 */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Start in the original of each folded UTF-16 unit; one more entry for the end. */
  readonly starts: Int32Array;
  /** End in the original of each folded UTF-16 unit. */
  readonly ends: Int32Array;
}

/** What is folded as one: a line break in any spelling, or a character with its combining marks (e + ´ = é). */
const CLUSTERS = /\r\n?|.\p{Grapheme_Extend}*/gsu;
const LINE_BREAK = /^[\r\u2028\u2029]/u;
const BLANK = /^[^\S\n]+$/u;
const STARTS_HAN = /^\p{Script=Han}/u;
const ENDS_HAN = /\p{Script=Han}\p{Grapheme_Extend}*$/u;

interface Cluster {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Folding what is folded changes nothing. */
export function foldText(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { folded, start, end } of withoutInnerBlanks(clustersOf(original))) {
    for (let i = 0; i < folded.length; i++) {
      starts.push(start);
      ends.push(end);
    }
    text += folded;
  }
  starts.push(original.length);
  return { original, text, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

function clustersOf(original: string): Cluster[] {
  let at = 0;
  return (original.match(CLUSTERS) ?? []).map((cluster) => {
    const start = at;
    at += cluster.length;
    return { folded: foldCluster(cluster), start, end: at };
  });
}

/** Taken apart, lowered, composed again: in any other order a second folding could still change something. */
function foldCluster(cluster: string): string {
  if (LINE_BREAK.test(cluster)) return '\n';
  return cluster.normalize('NFKD').toLowerCase().normalize('NFKC');
}

/** Drops the runs of blanks between two Han characters; line breaks stay: they end clauses. */
function withoutInnerBlanks(clusters: readonly Cluster[]): Cluster[] {
  const kept: Cluster[] = [];
  /** Blanks behind a Han character, of which it is not yet known what follows them. */
  let blanks: Cluster[] = [];
  let behindHan = false;
  for (const cluster of clusters) {
    if (behindHan && BLANK.test(cluster.folded)) {
      blanks.push(cluster);
      continue;
    }
    if (!STARTS_HAN.test(cluster.folded)) kept.push(...blanks);
    blanks = [];
    kept.push(cluster);
    behindHan = ENDS_HAN.test(cluster.folded);
  }
  return [...kept, ...blanks];
}

/** Folds a word of the vocabulary in the same way. */
export function foldWord(word: string): string {
  return foldText(word.trim()).text;
}

/** The stretch of the original that a stretch of the folded text stands for. */
export function originalRange(
  folded: FoldedText,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: folded.starts[start]!, end: end > start ? folded.ends[end - 1]! : folded.starts[start]! };
}
