/** Takes loose words off the ends of a phrase, and shortens a long one to whole words. */
import type { Markers } from '../../domain/profile.ts';
import type { Token } from '../../text/segmenter.ts';
import { isHan } from '../model/han.ts';

/** A stretch of a text, as offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of a phrase, and whether something was cut off at its sides. */
export interface Part extends Stretch {
  readonly before: boolean;
  readonly behind: boolean;
}

/** Columns of a terminal; a Han character takes two. About eighteen Han characters. */
export const WIDEST = 36;

/** What is left behind the last 的 of a long phrase must still say something. */
const NARROWEST = 8;

/** What stands between things of which each can stand by itself. */
export const JOINERS: ReadonlySet<string> = new Set('和 与 及 以及 并 并且 或 且 and or'.split(' '));
const LEADING =
  `的 需 要 愿 找 求 请 把 将 对 为 在 从 由 以 按 并 和 与 及 或 且 以及 一个 一台 一条 最好 再 还 另 另外 想 做 到 后 是 给 其 该
   一是 二是 三是 首先 其次 两方面 急需 正在 进一步 主要 重点 包括 具有 面向 开展 进行 建立 形成 相关 具备 拥有 提供 we a an the our for with of to in who that which is are can by on at
   from and or it its their this as preferably also ideally`.split(/\s+/u);
const TRAILING = new Set('的 等 了 and or of the a'.split(' '));

/** Words that may stand before what is asked or offered and say nothing of it. */
export interface LooseWords {
  readonly words: ReadonlySet<string>;
  /** Those that say that something is offered; what follows one is a phrase of its own. */
  readonly verbs: ReadonlySet<string>;
  /** The same words by the character that they begin with. */
  readonly byInitial: ReadonlyMap<string, readonly string[]>;
}

export function looseWords({ ask, offer }: Markers): LooseWords {
  const words = new Set([...LEADING, ...ask.zh, ...ask.en, ...offer.zh, ...offer.en]);
  const verbs = new Set([...offer.zh, ...offer.en].filter((word) => word.length > 1));
  const byInitial = new Map<string, string[]>();
  for (const word of words) byInitial.set(word[0]!, [...(byInitial.get(word[0]!) ?? []), word]);
  return { words, verbs, byInitial };
}

/** Whether the first word may be a loose one, or the last: that takes a segmentation to know. */
export function isLoose({ words, byInitial }: LooseWords, text: string): boolean {
  const latin = /^[a-z]+/u.exec(text);
  if (latin) return words.has(latin[0]);
  if (TRAILING.has(text.at(-1)!)) return true;
  const likely = byInitial.get(text[0]!);
  if (!likely) return false;
  // an end that is no word is cut off with the loose ones
  return !isHan(text.charCodeAt(text.length - 1)) || likely.some((word) => text.startsWith(word));
}

/** The phrases that a stretch is made of; of an anchor, only the one that holds it. */
export function cutWords(
  tokens: readonly Token[],
  text: string,
  { words: loose, verbs }: LooseWords,
  anchor: number | null,
): Part[] {
  const groups = widthOf(text, tokens) > WIDEST ? apart(tokens, verbs) : [tokens];
  const parts: Part[] = [];
  for (const group of groups) {
    const held = anchor === null ? group[0] : group.find(({ end }) => end > anchor);
    if (!held) continue;
    const words = stripped(group, loose);
    const kept = words.includes(held) ? words : anchor === null ? words : group;
    if (kept.length > 0) parts.push(shortened(text, kept, kept.includes(held) ? held : kept[0]!));
    if (anchor !== null) break;
  }
  return parts;
}

/** What is too long to be one phrase is taken for several where an `and` or an `offers` stands. */
function apart(words: readonly Token[], verbs: ReadonlySet<string>): Token[][] {
  const groups: Token[][] = [[]];
  for (const word of words) {
    if (JOINERS.has(word.text) || verbs.has(word.text)) groups.push([]);
    else groups.at(-1)!.push(word);
  }
  return groups.filter((group) => group.length > 0);
}

function stripped(words: readonly Token[], loose: ReadonlySet<string>): readonly Token[] {
  let first = 0;
  let end = words.length;
  while (first < end && loose.has(words[first]!.text)) first++;
  while (end > first && TRAILING.has(words[end - 1]!.text)) end--;
  return words.slice(first, end);
}

/** The head behind the last 的 that holds the anchor, else as many words from the anchor on as there is room for. */
function shortened(text: string, words: readonly Token[], anchor: Token): Part {
  if (widthOf(text, words) <= WIDEST) return partOf(words, words);
  const head = words.slice(words.findLastIndex((word) => word.text === '的') + 1);
  const headWidth = widthOf(text, head);
  if (head.includes(anchor) && headWidth >= NARROWEST && headWidth <= WIDEST) return partOf(head, head);
  const at = words.indexOf(anchor);
  let from = 0;
  while (from < at && widthOf(text, words.slice(from, at + 1)) > WIDEST) from++;
  let to = at + 1;
  while (to < words.length && widthOf(text, words.slice(from, to + 1)) <= WIDEST) to++;
  return partOf(words.slice(from, to), words);
}

function partOf(kept: readonly Token[], words: readonly Token[]): Part {
  return {
    start: kept[0]!.start,
    end: kept.at(-1)!.end,
    before: kept[0] !== words[0],
    behind: kept.at(-1) !== words.at(-1),
  };
}

function widthOf(text: string, words: readonly Token[]): number {
  return words.length === 0 ? 0 : width(text.slice(words[0]!.start, words.at(-1)!.end));
}

export function width(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i) < 0x2e80 ? 1 : 2;
  return sum;
}
