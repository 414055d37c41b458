/** What is asked in a phrase that says so as a whole: of 毒理尚未做 the 毒理, of ☑小批试制 ☑取证 one of the two. */
import { foldText } from '../../text/fold.ts';
import { matchesOf } from '../../text/patterns/matches.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Phrase, phraseOf } from './phrases.ts';

/** A single character says nothing. */
const LEAST = 2;

/** The parts of the phrase that are asked, as its frames say; none where no frame asks. */
export function askedIn({ frames }: Knowledge, { field, start: offset, quote, shown }: Phrase): Phrase[] {
  const folded = foldText(quote);
  const { text } = folded;
  if (text.length !== quote.length) return [];
  const parts: Phrase[] = [];
  for (const { says, pattern } of frames.framesIn.result(folded)) {
    if (says !== 'asked') continue;
    for (const match of matchesOf(pattern, text)) {
      const [start, end] = match.indices!.groups!['what']!;
      if (end - start < LEAST) continue;
      const before = start === 0 && shown.startsWith('…');
      const behind = end === text.length && shown.endsWith('…');
      parts.push(phraseOf(field, offset, quote, { start, end, before, behind }));
    }
  }
  return parts;
}
