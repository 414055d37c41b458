/** Sentences and clauses of a folded text, as offsets. A comma ends a clause, a full stop a sentence. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Number of the sentence it belongs to, from 0. */
  readonly sentence: number;
}

const SENTENCE_END = 1;
const CLAUSE_END = 2;
const POINT = 3;
/** By code, what a character may end: every character of every text is looked up. */
const ENDS = new Uint8Array(0x10000);
for (const sign of '。!?;\n！？；…') ENDS[sign.charCodeAt(0)] = SENTENCE_END;
for (const sign of ',，:：') ENDS[sign.charCodeAt(0)] = CLAUSE_END;
ENDS['.'.charCodeAt(0)] = POINT;

/** Conjunctions that open a new clause without a comma. */
const TURNS = /(?:但是|但|然而|不过|因此|并且|而且|\bbut\b|\bhowever\b|\band then\b)/gu;

export function splitClauses(text: string): Clause[] {
  const cuts = new Set<number>();
  for (const turn of text.matchAll(TURNS)) cuts.add(turn.index);
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  for (let i = 0; i < text.length; i++) {
    if (cuts.size > 0 && cuts.has(i)) {
      add(clauses, text, start, i, sentence);
      start = Math.max(start, i);
    }
    const ends = ENDS[text.charCodeAt(i)]!;
    if (ends === 0) continue;
    if (ends === SENTENCE_END || (ends === POINT && isStop(text, i))) {
      add(clauses, text, start, i + 1, sentence);
      start = i + 1;
      sentence++;
    } else if (ends === CLAUSE_END && !isInsideNumber(text, i)) {
      add(clauses, text, start, i + 1, sentence);
      start = i + 1;
    }
  }
  add(clauses, text, start, text.length, sentence);
  return clauses;
}

function add(clauses: Clause[], text: string, start: number, end: number, sentence: number): void {
  if (end > start && text.slice(start, end).trim() !== '') clauses.push({ start, end, sentence });
}

/** A full stop ends a sentence; a point between digits, after a single letter or a title (Dr.) does not. */
function isStop(text: string, i: number): boolean {
  const next = text[i + 1];
  return (
    (next === undefined || next === ' ' || next === '\n' || /\p{Script=Han}/u.test(next)) &&
    !/\b(?:[a-z]|dr|prof|mrs?|ms)$/u.test(text.slice(0, i))
  );
}

function isInsideNumber(text: string, i: number): boolean {
  return /\d/u.test(text[i - 1] ?? '') && /\d/u.test(text[i + 1] ?? '');
}
