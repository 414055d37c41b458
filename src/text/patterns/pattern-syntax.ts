/**
 * What a regular expression may consume, as a tree. Only as exact as the search for literals needs: assertions consume
 * nothing, and where a single character is not one of a few it is `any`.
 */
export type Syntax =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'any' }
  | { readonly kind: 'one-of'; readonly chars: readonly string[] }
  | { readonly kind: 'sequence'; readonly items: readonly Syntax[] }
  | { readonly kind: 'either'; readonly options: readonly Syntax[] }
  | { readonly kind: 'repeat'; readonly item: Syntax; readonly least: number; readonly most: number };

const NOTHING: Syntax = { kind: 'nothing' };
/** One character. */
const ANY: Syntax = { kind: 'any' };
/** What a group held before: anything. */
const REPEATED: Syntax = { kind: 'repeat', item: ANY, least: 0, most: Number.POSITIVE_INFINITY };
/** A class of more characters than this says too little. */
const MOST_CHARS = 60;
const DIGITS = [...'0123456789'];
/** Escapes of one character that is not written as itself. */
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', 0: '\0' };

/** The tree of a source that `new RegExp(source, 'u')` takes. */
export function parsePattern(source: string): Syntax {
  return new PatternParser([...source]).either();
}

class PatternParser {
  readonly #chars: readonly string[];
  #at = 0;

  constructor(chars: readonly string[]) {
    this.#chars = chars;
  }

  either(): Syntax {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return options.length === 1 ? options[0]! : { kind: 'either', options };
  }

  #sequence(): Syntax {
    const items: Syntax[] = [];
    while (this.#at < this.#chars.length && !'|)'.includes(this.#chars[this.#at]!))
      items.push(this.#quantified(this.#atom()));
    return { kind: 'sequence', items };
  }

  #quantified(item: Syntax): Syntax {
    const bounds = this.#bounds();
    if (!bounds) return item;
    this.#take('?');
    return { kind: 'repeat', item, least: bounds[0], most: bounds[1] };
  }

  #bounds(): readonly [number, number] | undefined {
    if (this.#take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.#take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.#take('?')) return [0, 1];
    if (!this.#take('{')) return undefined;
    const [least, most] = this.#until('}').split(',');
    return [Number(least), most === undefined ? Number(least) : Number(most || Number.POSITIVE_INFINITY)];
  }

  #atom(): Syntax {
    const char = this.#chars[this.#at++]!;
    if (char === '(') return this.#group();
    if (char === '[') return this.#class();
    if (char === '\\') return this.#escape();
    if (char === '.') return ANY;
    return char === '^' || char === '$' ? NOTHING : literal(char);
  }

  #group(): Syntax {
    const asserts = ['?=', '?!', '?<=', '?<!'].some((sign) => this.#take(sign));
    if (!asserts && !this.#take('?:') && this.#take('?<')) this.#until('>');
    const inner = this.either();
    this.#take(')');
    return asserts ? NOTHING : inner;
  }

  #class(): Syntax {
    const negated = this.#take('^');
    const chars: string[] = [];
    let known = !negated;
    while (!this.#take(']')) {
      const from = this.#member();
      const ranges = this.#chars[this.#at] === '-' && this.#chars[this.#at + 1] !== ']';
      if (!ranges) {
        if (from) chars.push(...from);
        else known = false;
        continue;
      }
      this.#at++;
      const range = charsBetween(from, this.#member());
      if (range) chars.push(...range);
      else known = false;
    }
    return known && chars.length <= MOST_CHARS ? { kind: 'one-of', chars } : ANY;
  }

  /** The characters that one member of a class stands for; undefined where they are too many to name. */
  #member(): readonly string[] | undefined {
    if (!this.#take('\\')) return [this.#chars[this.#at++]!];
    if (this.#take('b')) return ['\b'];
    const named = this.#escape();
    return named.kind === 'one-of' ? named.chars : undefined;
  }

  #escape(): Syntax {
    const char = this.#chars[this.#at++]!;
    if (char === 'd') return { kind: 'one-of', chars: DIGITS };
    if (char === 'b' || char === 'B') return NOTHING;
    if (char === 'p' || char === 'P') return this.#skip('{', '}', ANY);
    if (char === 'k') return this.#skip('<', '>', REPEATED);
    if (char === 'u') return this.#codePoint(this.#take('{') ? this.#until('}') : this.#next(4));
    if (char === 'x') return this.#codePoint(this.#next(2));
    if (CONTROLS[char] !== undefined) return literal(CONTROLS[char]);
    if (!/[a-zA-Z1-9]/u.test(char)) return literal(char);
    if (char === 'c') this.#at++;
    if (!/[1-9]/u.test(char)) return ANY;
    while (/\d/u.test(this.#chars[this.#at] ?? '')) this.#at++;
    return REPEATED;
  }

  #codePoint(hex: string): Syntax {
    return literal(String.fromCodePoint(Number.parseInt(hex, 16)));
  }

  #skip(open: string, close: string, syntax: Syntax): Syntax {
    this.#take(open);
    this.#until(close);
    return syntax;
  }

  /** Takes a sign where it comes next. */
  #take(sign: string): boolean {
    for (let i = 0; i < sign.length; i++) if (this.#chars[this.#at + i] !== sign[i]) return false;
    this.#at += sign.length;
    return true;
  }

  #until(close: string): string {
    const end = this.#chars.indexOf(close, this.#at);
    const inner = this.#chars.slice(this.#at, end).join('');
    this.#at = end + 1;
    return inner;
  }

  #next(count: number): string {
    this.#at += count;
    return this.#chars.slice(this.#at - count, this.#at).join('');
  }
}

function literal(char: string): Syntax {
  return { kind: 'one-of', chars: [char] };
}

function charsBetween(
  from: readonly string[] | undefined,
  to: readonly string[] | undefined,
): string[] | undefined {
  if (from?.length !== 1 || to?.length !== 1) return undefined;
  const first = from[0]!.codePointAt(0)!;
  const last = to[0]!.codePointAt(0)!;
  if (last - first >= MOST_CHARS) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}
