/** The sentence frames of a profile (`frames.json`), made ready: what stands in the gap of a frame is asked, done or denied. */
import type { Profile } from '../../domain/profile.ts';

/** A comma, a colon or the end of a sentence closes the gap; what is listed with 、 or 及 stays in it. */
const GAP = '[^,.。;:!?\\n]';
const MACROS: readonly (readonly [string, string])[] = [
  ['{what}', `(?<what>${GAP}{1,40}?)`],
  ['{rest}', `(?<what>${GAP}{1,40})`],
  ['{start}', '(?<![^,.。;:!?\\n] ?)'],
  ['{end}', '(?=[,.。;:!?\\n)]|$)'],
];

export interface SentenceFrame {
  readonly says: 'asked' | 'done' | 'denied';
  readonly patterns: readonly RegExp[];
}

export interface SentenceFrames {
  readonly frames: readonly SentenceFrame[];
  /** By capability: words that name it in the gap of a frame, where a single word is enough. */
  readonly topics: readonly { readonly code: string; readonly pattern: RegExp }[];
  /** By capability: what tells by itself that it is done. */
  readonly told: readonly { readonly code: string; readonly pattern: RegExp }[];
  /** Before what is done: it is a plan, a wish or a condition. */
  readonly unreal: RegExp;
  /** Behind it: the same. */
  readonly afterwards: RegExp;
  /** In it: no deed, however done. */
  readonly merely: RegExp;
  /** Before it: the text speaks of others. */
  readonly others: RegExp;
  /** Before or in what is denied: the thing itself does without it; nobody declines it. */
  readonly subject: RegExp;
  readonly object: RegExp;
}

type Words = Profile['frames']['unreal'];

export function compileFrames({ frames }: Profile): SentenceFrames {
  const byCode = (entries: Profile['frames']['topics']) =>
    entries.map(({ code, ...words }) => ({ code, pattern: anyOf(words, 'gu') }));
  return {
    frames: frames.frames.map(({ says, zh, en }) => ({
      says,
      patterns: [...zh, ...english(en)].map((source) => new RegExp(expand(source), 'dgu')),
    })),
    topics: byCode(frames.topics),
    told: byCode(frames.told),
    unreal: anyOf(frames.unreal),
    afterwards: anyOf(frames.afterwards),
    merely: anyOf(frames.merely),
    others: anyOf(frames.others),
    subject: anyOf(frames.ofTheThing.subject),
    object: anyOf(frames.ofTheThing.object),
  };
}

/** The first gap alone has the name; of a frame with none nothing can be read. */
function expand(source: string): string {
  return MACROS.reduce((text, [macro, pattern]) => text.replaceAll(macro, pattern), source);
}

function english(sources: readonly string[]): string[] {
  return sources.map((source) => (source.startsWith('{start}') ? source : `\\b(?:${source})`));
}

/** Nothing is found where there are no words. */
function anyOf({ zh, en }: Words, flags = 'u'): RegExp {
  const all = [...zh, ...en.map((word) => `\\b(?:${word})\\b`)];
  return new RegExp(all.length === 0 ? '(?!)' : all.join('|'), flags);
}
