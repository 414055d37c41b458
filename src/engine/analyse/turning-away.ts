/** The clauses in which a carrier turns somebody or something away, or says that it has not got it. */
import type { Profile } from '../../domain/profile.ts';
import type { Clause } from '../../text/clauses.ts';
import { isDenial, modalityAt } from '../../text/modality.ts';
import { matchesOf } from '../../text/patterns/matches.ts';
import type { ReadText } from '../../text/reader.ts';
import { TRADE_WORDS } from '../../text/stop-words.ts';

/** A stretch of the folded text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface TurningAway {
  /** The words in a clause of a carrier that turn away what stands beside them; none where it takes or tells. */
  wordsIn(read: ReadText, clause: Clause): readonly Stretch[];
  /** Whether a text holds such words, beyond what denies anywhere. */
  isIn(text: string): boolean;
  /** Whether a clause turns away what the clause before it names. */
  isOfAll(clause: string): boolean;
  /** Whether a clause of limits says what is taken. */
  isTaking(clause: string): boolean;
  /** Whether what a clause turns away was so once, or never: 以前不收, 不是不做, 不产生废水. */
  isTakenBack(clause: string): boolean;
  /** Whether what is turned away from `from` on is so for those only who lack something: 未经审批不得. */
  isConditional(text: string, from: number): boolean;
  /** What all but is taken: 除(…)外均可. */
  exceptionsIn(text: string): readonly Stretch[];
  /** Whether what turns away has its subject before it and a verb behind: 不得. */
  isAuxiliary(words: string): boolean;
  /** Whether what is turned away is qualified (3.5 t 以下), so that no result says it in these words. */
  isQualified(item: string): boolean;
  /** Whether it is none of a result: 租金. */
  isNoSubject(item: string): boolean;
  /** What stands between the items of a list. */
  separatorsIn(text: string): readonly Stretch[];
  /** How long the end of a word is that says that it is a kind of what stands before it (化工|类); 0 where it does not. */
  kindLength(word: string): number;
  /** Whether what follows the words that turn away makes them tell of somebody: 没有许可|的企业. */
  isAttributive(rest: string): boolean;
  /** Whether an item of a list has its head at the end of the last one: 食品用、医用菌种. */
  isAttribute(item: string): boolean;
  /** Whether a word can name a subject, or a part of one. */
  isNaming(word: string): boolean;
  /** Where words begin that a result disclaims: 无|瓦斯段. */
  disclaimedAt(text: string): ReadonlySet<number>;
  /** Whether a text speaks of waste from this place on: 电镀|园区废水. */
  isWasteAt(text: string, from: number): boolean;
  /** Whether a word says that a thing is made, and is none of its parts. */
  isMaking(word: string): boolean;
  /** Whether what is turned away is waste, or the whole of a thing. */
  refusedOf(item: string): 'waste' | 'whole' | undefined;
}

export function createTurningAway({ refusals }: Profile): TurningAway {
  const words = anyOf(refusals.turningAway);
  const exceptions = anyOf(refusals.exceptions, 'd');
  const conditional = anyOf(refusals.conditional);
  const disclaiming = anyOf(refusals.disclaiming);
  const separator = anyOf(refusals.separator);
  const wasteAt = anyOf(refusals.wastes, 'y');
  const isWaste = holder(anyOf(refusals.wastes));
  const isWhole = holder(anyOf(refusals.wholes));
  const kinds = [...refusals.kind.zh, ...refusals.kind.en];
  const filler = new Set([...refusals.filler.zh, ...refusals.filler.en]);
  return {
    wordsIn(read, { start, end }) {
      const clause = read.folded.text.slice(start, end);
      const found: Stretch[] = matchesOf(words, clause).map(({ 0: { length }, index }) => ({
        start: start + index,
        end: start + index + length,
      }));
      const said = modalityAt(read, end - 1, end);
      if (said === 'denied' || said === 'lacking')
        for (const marker of read.markers)
          if (marker.start >= start && marker.end <= end && isDenial(marker)) found.push(marker);
      return found;
    },
    isIn: holder(words),
    isOfAll: holder(anyOf(refusals.allOfThem)),
    isTaking: holder(anyOf(refusals.taking)),
    isTakenBack: holder(anyOf(refusals.takenBack)),
    isConditional: (text, from) =>
      matchesOf(conditional, text).some(({ 0: { length }, index }) => index + length > from),
    exceptionsIn: (text) =>
      matchesOf(exceptions, text).map(({ indices }) => {
        const [start, end] = indices!.slice(1).find((group) => group !== undefined)!;
        return { start, end };
      }),
    isAuxiliary: holder(anyOf(refusals.auxiliary)),
    isQualified: holder(anyOf(refusals.qualified)),
    isNoSubject: holder(anyOf(refusals.noSubject)),
    separatorsIn: (text) =>
      matchesOf(separator, text).map(({ 0: { length }, index }) => ({ start: index, end: index + length })),
    kindLength: (word) => kinds.find((kind) => word.endsWith(kind))?.length ?? 0,
    isAttributive: holder(anyOf(refusals.attributive)),
    isAttribute: holder(anyOf(refusals.attribute)),
    isNaming: (word) =>
      word.length > 1 ? !TRADE_WORDS.has(word) && !filler.has(word) : refusals.substances.includes(word),
    disclaimedAt: (text) =>
      new Set(matchesOf(disclaiming, text).map(({ 0: { length }, index }) => index + length)),
    isWasteAt(text, from) {
      wasteAt.lastIndex = from;
      return wasteAt.test(text);
    },
    isMaking: holder(anyOf(refusals.making)),
    refusedOf: (item) => (isWaste(item) ? 'waste' : isWhole(item) ? 'whole' : undefined),
  };
}

/** Whether a text holds a match of a pattern with the flag g. */
function holder(pattern: RegExp): (text: string) => boolean {
  return (text) => {
    pattern.lastIndex = 0;
    return pattern.test(text);
  };
}

/** Nothing is found where there are no words. */
function anyOf({ zh, en }: Profile['refusals']['turningAway'], flags = ''): RegExp {
  const all = [...zh, ...en].map((source) => `(?:${source})`);
  return new RegExp(all.length === 0 ? '(?!)' : all.join('|'), `gu${flags}`);
}
