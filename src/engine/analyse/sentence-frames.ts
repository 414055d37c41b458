/** The sentence frames of a profile (`frames.json`), made ready: what stands in a gap is asked, done, denied or offered. */
import type { Profile } from '../../domain/profile.ts';
import { Concordance, type Searched } from '../../text/concordance.ts';
import { createCandidates } from '../../text/patterns/candidates.ts';

/** A comma, a colon or the end of a sentence closes the gap; what is listed with 、 or 及 stays in it. */
const GAP = '[^,.。;:!?\\n]';
const MACROS: readonly (readonly [string, string])[] = [
  ['{what}', `(?<what>${GAP}{1,40}?)`],
  ['{rest}', `(?<what>${GAP}{1,40})`],
  ['{start}', '(?<![^,.。;:!?\\n] ?)'],
  ['{end}', '(?=[,.。;:!?\\n)]|$)'],
];

export interface SentenceFrame {
  readonly says: 'asked' | 'done' | 'denied' | 'offered';
  readonly pattern: RegExp;
}

/** What names a capability. */
export interface Named {
  readonly code: string;
  readonly pattern: RegExp;
}

export interface SentenceFrames {
  /** Frames of a side that may match a text, in their order. */
  readonly framesIn: Readonly<Record<Side, Among<SentenceFrame>>>;
  /** Of words that name a capability in the gap of a frame, where a single word is enough: those that may be in one. */
  readonly topicsIn: Among<Named>;
  /** Of what tells by itself that something is done: what may match a text, in the order of capabilities. */
  readonly toldIn: Among<Named>;
  /** In what is told: it has happened, and is no plan. */
  readonly happened: RegExp;
  /** Before what is done: it is a plan, a wish or a condition. */
  readonly unreal: RegExp;
  /** Behind it: the same. */
  readonly afterwards: RegExp;
  /** In it: no deed, however done. */
  readonly merely: RegExp;
  /** Before it: the text speaks of others. */
  readonly others: RegExp;
  /** In what a carrier says: who comes brings it. */
  readonly brought: RegExp;
  /** In what it offers: only some of it. */
  readonly partly: RegExp;
  /** Before or in what is denied: the thing itself does without it; nobody declines it. */
  readonly subject: RegExp;
  readonly object: RegExp;
}

/** Those that may match a text. */
type Among<Tried> = (folded: Searched) => Tried[];

export type Side = 'result' | 'carrier';

type Words = Profile['frames']['unreal'];

export function compileFrames({ frames }: Profile, concordance: Concordance): SentenceFrames {
  const byCode = (entries: Profile['frames']['topics']) =>
    entries.map(({ code, ...words }) => ({ code, pattern: anyOf(words, 'gu') }));
  return {
    framesIn: {
      result: framesOf(frames, 'result', concordance),
      carrier: framesOf(frames, 'carrier', concordance),
    },
    // a gap is a text of its own
    topicsIn: among(byCode(frames.topics), new Concordance()),
    toldIn: among(byCode(frames.told), concordance),
    happened: anyOf(frames.happened),
    unreal: anyOf(frames.unreal),
    afterwards: anyOf(frames.afterwards),
    merely: anyOf(frames.merely),
    others: anyOf(frames.others),
    brought: anyOf(frames.brought),
    partly: anyOf(frames.partly),
    subject: anyOf(frames.ofTheThing.subject),
    object: anyOf(frames.ofTheThing.object),
  };
}

function framesOf({ frames }: Profile['frames'], of: Side, concordance: Concordance): Among<SentenceFrame> {
  return among(
    frames
      .filter(({ side }) => side === of)
      .flatMap(({ says, zh, en }) =>
        [...zh, ...english(en)].map((source) => ({ says, pattern: new RegExp(expand(source), 'dgu') })),
      ),
    concordance,
  );
}

/** A gap may begin anywhere: to try each frame at each character of a text takes longer than all else that is read. */
function among<Tried extends { readonly pattern: RegExp }>(
  all: readonly Tried[],
  concordance: Concordance,
): Among<Tried> {
  const candidates = createCandidates(
    all.map(({ pattern }) => pattern),
    concordance,
  );
  return (folded) => candidates(folded).map((number) => all[number]!);
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
