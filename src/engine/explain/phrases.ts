/**
 * Phrases cut from texts for quoting in a sentence: what stands between two marks, without the words of asking
 * and offering around it, cut at word boundaries where it is still too long.
 */
import type { Span } from '../../domain/analysis.ts';
import type { TextField } from '../../domain/record-text.ts';
import type { Segmenter, Token } from '../../text/segmenter.ts';
import type { Knowledge } from '../knowledge.ts';

/** A quote to be read in a sentence; `shown` says with … where it was cut. */
export interface Phrase extends Span {
  readonly shown: string;
}

export interface PhraseCutter {
  /** All phrases of a quote, in its order. */
  phrases(span: Span): Phrase[];
  /** The phrase of a text that holds the stretch `start..end` (offsets of the text). */
  around(text: TextField, start: number, end: number): Phrase;
}

/** Columns of a terminal; a Han character takes two. About eighteen Han characters. */
const WIDEST = 36;
/** What is left behind the last 的 of a long phrase must still say something. */
const NARROWEST = 8;

/** Between two words: marks that end a phrase. */
const MARKS = /[,;:!?、。\n|“”"]|\.(?:\s|$)/u;
const JOINERS = new Set('和 与 及 以及 并 并且 或 且 and or'.split(' '));
const LEADING = new Set(
  `的 有 可 能 可以 能够 需 要 找 求 请 把 将 对 为 在 从 由 以 按 并 和 与 及 或 且 以及 一个 一台 一条 最好 再 还 另 另外 想 做 到 后 是 给 其 该
   一是 二是 三是 首先 其次 两方面 急需 正在 进一步 主要 重点 包括 具有 面向 开展 进行 建立 形成 相关 具备 拥有 提供 we a an the our for with of to in who that which is are can by on at
   from and or it its their this as`.split(/\s+/u),
);
const TRAILING = new Set('的 等 了 and or of the a'.split(' '));

export function createPhraseCutter({ segmenter, profile }: Knowledge): PhraseCutter {
  const { ask, offer } = profile.markers;
  const leading = new Set([...LEADING, ...ask.zh, ...ask.en, ...offer.zh, ...offer.en]);
  return {
    phrases({ field, start, quote }) {
      const found: Phrase[] = [];
      for (const group of groupsOf(segmenter, quote)) {
        const words = stripped(group, leading);
        const phrase =
          words.length > 0 ? phraseOf({ path: field, text: quote }, start, words, words[0]!) : null;
        if (phrase && phrase.quote !== '') found.push(phrase);
      }
      return found;
    },
    around({ path, text }, start, end) {
      const [from, to] = clauseAround(text, start, end);
      const clause = text.slice(from, to);
      const quote = text.slice(start, end);
      const bare = { field: path, start, end, quote, shown: quote };
      for (const group of groupsOf(segmenter, clause)) {
        const anchor = group.find((word) => word.end > start - from);
        if (!anchor) continue;
        const words = stripped(group, leading);
        const found = phraseOf({ path, text: clause }, from, words.includes(anchor) ? words : group, anchor);
        return found.quote.includes(quote) ? found : bare;
      }
      return bare;
    },
  };
}

/** Lower case and half width, character by character: offsets stay. */
function plainly(text: string): string {
  const half = text.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const lower = half.toLowerCase();
  return lower.length === text.length ? lower : half;
}

/** Words between the marks, each group a phrase. */
function groupsOf(segmenter: Segmenter, original: string): Token[][] {
  const text = plainly(original);
  const groups: Token[][] = [[]];
  let previous: Token | undefined;
  for (const token of segmenter.segment({ text })) {
    if (previous && MARKS.test(text.slice(previous.end, token.start))) groups.push([]);
    groups.at(-1)!.push(token);
    previous = token;
  }
  return groups.flatMap((group) => (spanWidth(text, group) > WIDEST ? apart(group) : [group]));
}

/** What is too long to be one phrase is taken for several where an `and` stands. */
function apart(words: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const word of words) {
    if (JOINERS.has(word.text)) groups.push([]);
    else groups.at(-1)!.push(word);
  }
  return groups.filter((group) => group.length > 0);
}

function spanWidth(text: string, words: readonly Token[]): number {
  return words.length === 0 ? 0 : width(text.slice(words[0]!.start, words.at(-1)!.end));
}

function stripped(words: readonly Token[], leading: ReadonlySet<string>): Token[] {
  let first = 0;
  let end = words.length;
  while (first < end && leading.has(words[first]!.text)) first++;
  while (end > first && TRAILING.has(words[end - 1]!.text)) end--;
  return words.slice(first, end);
}

/** The words as a quote of the text, which stands at `offset` of its field. */
function phraseOf({ path, text }: TextField, offset: number, words: readonly Token[], anchor: Token): Phrase {
  const kept = shortened(text, words, anchor);
  const quote = quoteOf(text, kept);
  const start = offset + kept[0]!.start;
  const before = kept[0] === words[0] || words[words.indexOf(kept[0]!) - 1]?.text === '的' ? '' : '…';
  const behind = kept.at(-1) === words.at(-1) ? '' : '…';
  return { field: path, start, end: start + quote.length, quote, shown: `${before}${quote}${behind}` };
}

/** The head behind the last 的 that holds the anchor, else as many words from the anchor on as there is room for. */
function shortened(text: string, words: readonly Token[], anchor: Token): readonly Token[] {
  if (widthOf(text, words) <= WIDEST) return words;
  const head = words.slice(words.findLastIndex((word) => word.text === '的') + 1);
  const headWidth = widthOf(text, head);
  if (head.includes(anchor) && headWidth >= NARROWEST && headWidth <= WIDEST) return head;
  const at = words.indexOf(anchor);
  let from = 0;
  while (from < at && widthOf(text, words.slice(from, at + 1)) > WIDEST) from++;
  let to = at + 1;
  while (to < words.length && widthOf(text, words.slice(from, to + 1)) <= WIDEST) to++;
  return words.slice(from, to);
}

function widthOf(text: string, words: readonly Token[]): number {
  return width(quoteOf(text, words));
}

function quoteOf(text: string, words: readonly Token[]): string {
  return words.length === 0 ? '' : withoutOpenBracket(text.slice(words[0]!.start, words.at(-1)!.end));
}

/** `湿法制粒（自有`: the bracket was opened and its end cut off. */
function withoutOpenBracket(quote: string): string {
  return quote.replace(/\s*[（(][^）)]*$/u, '');
}

/** The stretch between the clause marks around: enough for a phrase, cheap to read. */
function clauseAround(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && !endsClause(text, from - 1)) from--;
  let to = end;
  while (to < text.length && !endsClause(text, to)) to++;
  return [from, to];
}

function endsClause(text: string, at: number): boolean {
  const char = text[at]!;
  return char === '.' || char === ',' ? text[at + 1] === ' ' : '，。、！？!?；;：:\n'.includes(char);
}

function width(text: string): number {
  let sum = 0;
  for (const char of text) sum += char.charCodeAt(0) < 0x2e80 ? 1 : 2;
  return sum;
}

/** Units in common from which on two wordings speak of the same thing. */
const LEAST_ALIKE = 2;

/** A phrase, the clause that it is cut from, and what it can be compared by. */
export interface Wording {
  readonly phrase: Phrase;
  readonly span: Span;
  readonly units: ReadonlySet<string>;
}

export function wordingOf(phrase: Phrase, span: Span): Wording {
  return { phrase, span, units: unitsOf(phrase.quote) };
}

/** How much two wordings say alike: pairs of Han characters and English words that both have. */
export function likeness(a: Wording, b: Wording): number {
  let count = 0;
  for (const unit of b.units) if (a.units.has(unit)) count++;
  return count;
}

/** Two characters in common can be chance (器械, 验证); more of them, or half of a short ask, are not. */
export function agree(asked: Wording, offered: Wording): boolean {
  const alike = likeness(asked, offered);
  return alike >= LEAST_ALIKE || (alike > 0 && alike >= asked.units.size / 2);
}

function unitsOf(quote: string): Set<string> {
  const text = quote.toLowerCase();
  const units = new Set(text.match(/[a-z][a-z0-9]{2,}/gu));
  for (let i = 1; i < text.length; i++) {
    if (isHan(text.charCodeAt(i)) && isHan(text.charCodeAt(i - 1))) units.add(text.slice(i - 1, i + 1));
  }
  return units;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code < 0xa000;
}
