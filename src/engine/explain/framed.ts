/** What is asked in a phrase that says so as a whole: of 毒理尚未做 the 毒理, of ☑小批试制 ☑取证 one of the two. */
import { foldText } from '../../text/fold.ts';
import { matchesOf } from '../../text/patterns/matches.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Phrase, phraseOf } from './phrases.ts';

/** A single character says nothing. */
const LEAST = 2;

/** The part of the phrase that `isWanted` likes, else its first; the phrase itself where no frame asks. */
export function askedIn({ frames }: Knowledge, phrase: Phrase, isWanted: (part: Phrase) => boolean): Phrase {
  const { field, start: offset, quote, shown } = phrase;
  const { text } = foldText(quote);
  if (text.length !== quote.length) return phrase;
  const parts: Phrase[] = [];
  for (const { says, pattern } of frames.framesIn.result(text)) {
    if (says !== 'asked') continue;
    for (const match of matchesOf(pattern, text)) {
      const [start, end] = match.indices!.groups!['what']!;
      if (end - start < LEAST) continue;
      const before = start === 0 && shown.startsWith('…');
      parts.push(phraseOf(field, offset, quote, { start, end, before, behind: false }));
    }
  }
  return parts.find(isWanted) ?? parts[0] ?? phrase;
}
