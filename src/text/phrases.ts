/**
 * Finds the phrases of a vocabulary in a text: longest match first, left to right. A short Han phrase must
 * begin and end where words do (无人机空|中试|飞 is no 中试); a Latin one must not sit inside a word. In Latin
 * phrases a hyphen is as good as a blank.
 */
import { foldWord } from './fold.ts';
import { patternOf } from './phrase-patterns.ts';
import { LATIN, type Token } from './segmenter.ts';
import { stem } from './stem.ts';

export interface PhraseHit<Meaning> {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
}

export interface PhraseBook<Meaning> {
  /** Non-overlapping hits in the order of the text, offsets in the folded text. */
  find(text: string, tokens: readonly Token[]): PhraseHit<Meaning>[];
}

/** From this length on, a Han phrase is trusted without regard to the segmentation around it. */
const TRUSTED_LENGTH = 4;

export interface PhraseBookOptions<Meaning> {
  /** Han phrases of at least so many characters need not stand at word boundaries; 4 unless told. */
  readonly trustedLength?: number;
  /** Whether English words match in their other forms; true unless told (nitration and nitrate share a stem). */
  readonly stemming?: boolean;
  /** Meanings of different keys may overlap (a phrase of one masks only its own); one key for all unless told. */
  readonly key?: (meaning: Meaning) => string;
  /** Regular expressions (g and u flags) whose matches count as phrases. */
  readonly patterns?: readonly (readonly [RegExp, Meaning])[];
}

interface Node<Meaning> {
  readonly next: Map<string, Node<Meaning>>;
  meanings?: Meaning[];
}

/**
 * Several meanings of one phrase are kept together. English phrases also match in their other word forms; an
 * entry between slashes is a pattern (see phrase-patterns.ts).
 */
export function createPhraseBook<Meaning>(
  entries: Iterable<readonly [string, Meaning]>,
  { trustedLength = TRUSTED_LENGTH, stemming = true, key, patterns = [] }: PhraseBookOptions<Meaning> = {},
): PhraseBook<Meaning> {
  const root: Node<Meaning> = { next: new Map() };
  const latinRoot: Node<Meaning> = { next: new Map() };
  const form = stemming ? stem : (word: string) => word;
  const allPatterns = [...patterns];
  for (const [phrase, meaning] of entries) {
    const pattern = patternOf(phrase);
    if (pattern) {
      allPatterns.push([pattern, meaning]);
      continue;
    }
    const folded = foldWord(phrase);
    if (folded === '') continue;
    if (/\p{Script=Han}/u.test(folded)) add(root, [...folded], meaning);
    else add(latinRoot, latinUnits(folded).map(form), meaning);
  }
  return {
    find(text, tokens) {
      const hits = [
        ...findHan(root, text, tokens, trustedLength),
        ...findLatin(latinRoot, text, tokens, form),
        ...findPatterns(allPatterns, text),
      ];
      return key ? separately(hits, key) : withoutOverlap(hits);
    },
  };
}

function add<Meaning>(root: Node<Meaning>, units: readonly string[], meaning: Meaning): void {
  let node = root;
  for (const unit of units) {
    let child = node.next.get(unit);
    if (!child) {
      child = { next: new Map() };
      node.next.set(unit, child);
    }
    node = child;
  }
  node.meanings ??= [];
  if (!node.meanings.includes(meaning)) node.meanings.push(meaning);
}

const LATIN_RUNS = new RegExp(LATIN, 'gu');

/** Words of an English phrase: as the segmenter cuts them, and at hyphens. */
function latinUnits(phrase: string): string[] {
  return (phrase.match(LATIN_RUNS) ?? [phrase]).flatMap((run) => run.split('-'));
}

function findPatterns<Meaning>(
  patterns: readonly (readonly [RegExp, Meaning])[],
  text: string,
): PhraseHit<Meaning>[] {
  return patterns.flatMap(([pattern, meaning]) =>
    [...text.matchAll(pattern)]
      .filter((match) => match[0] !== '')
      .map((match) => ({ start: match.index, end: match.index + match[0].length, meanings: [meaning] })),
  );
}

function findHan<Meaning>(
  root: Node<Meaning>,
  text: string,
  tokens: readonly Token[],
  trustedLength: number,
): PhraseHit<Meaning>[] {
  const begins = new Set(tokens.map((token) => token.start));
  const ends = new Set(tokens.map((token) => token.end));
  const hits: PhraseHit<Meaning>[] = [];
  for (let start = 0; start < text.length; start++) {
    let node = root.next.get(text[start]!);
    for (let end = start + 1; node; end++) {
      if (node.meanings && isWhole(text, start, end, begins, ends, trustedLength))
        hits.push({ start, end, meanings: node.meanings });
      node = end < text.length ? node.next.get(text[end]!) : undefined;
    }
  }
  return hits;
}

function isWhole(
  text: string,
  start: number,
  end: number,
  begins: ReadonlySet<number>,
  ends: ReadonlySet<number>,
  trustedLength: number,
): boolean {
  if (isLatin(text[start]!) && isLatin(text[start - 1])) return false;
  if (isLatin(text[end - 1]!) && isLatin(text[end])) return false;
  if (end - start >= trustedLength) return true;
  return begins.has(start) && ends.has(end);
}

function isLatin(char: string | undefined): boolean {
  return char !== undefined && /[a-z0-9]/u.test(char);
}

/** A Latin word, and how a hyphen ties it to the words around it. */
interface LatinWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Tied to a word before it: die in slot-die. */
  readonly tiedBefore: boolean;
  /** Tied to a word behind it: car in car-t. */
  readonly tiedBehind: boolean;
}

function latinWords(tokens: readonly Token[]): LatinWord[] {
  return tokens.flatMap((token) => {
    if (token.kind === 'han') return [];
    let at = token.start;
    return token.text.split('-').map((text, i, words) => {
      const start = at;
      at += text.length + 1;
      const end = start + text.length;
      return { text, start, end, tiedBefore: i > 0, tiedBehind: i < words.length - 1 };
    });
  });
}

/** What may stand between two words of one phrase; a comma or a line break may not. */
const JOINT = /^[ \-‐]?$/u;

function findLatin<Meaning>(
  root: Node<Meaning>,
  text: string,
  tokens: readonly Token[],
  form: (word: string) => string,
): PhraseHit<Meaning>[] {
  if (root.next.size === 0) return [];
  const hits: PhraseHit<Meaning>[] = [];
  const words = latinWords(tokens);
  words.forEach((first, i) => {
    if (first.tiedBefore) return;
    let last = first;
    let node = root.next.get(form(first.text));
    for (let j = i + 1; node; j++) {
      // car-t is no car, while deep-learning-based is deep learning
      if (node.meanings && !(last === first && first.tiedBehind))
        hits.push({ start: first.start, end: last.end, meanings: node.meanings });
      const following = words[j];
      if (!following || !JOINT.test(text.slice(last.end, following.start))) break;
      last = following;
      node = node.next.get(form(following.text));
    }
  });
  return hits;
}

/** Resolves overlaps among the meanings of each key alone. */
function separately<Meaning>(
  hits: readonly PhraseHit<Meaning>[],
  key: (meaning: Meaning) => string,
): PhraseHit<Meaning>[] {
  const groups = new Map<string, PhraseHit<Meaning>[]>();
  for (const { start, end, meanings } of hits) {
    for (const meaning of meanings) {
      const group = groups.get(key(meaning)) ?? [];
      group.push({ start, end, meanings: [meaning] });
      groups.set(key(meaning), group);
    }
  }
  return [...groups.values()].flatMap(withoutOverlap).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The longest hits win; equal lengths in the order of the text. */
function withoutOverlap<Meaning>(hits: PhraseHit<Meaning>[]): PhraseHit<Meaning>[] {
  const byLength = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: PhraseHit<Meaning>[] = [];
  const covered = new Set<number>();
  for (const hit of byLength) {
    let free = true;
    for (let i = hit.start; i < hit.end && free; i++) free = !covered.has(i);
    if (!free) continue;
    for (let i = hit.start; i < hit.end; i++) covered.add(i);
    taken.push(hit);
  }
  return taken.sort((a, b) => a.start - b.start);
}
