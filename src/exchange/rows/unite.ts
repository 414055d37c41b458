/** Records that occur more than once in a file: the same content is counted, differing content is united. */
import { canonicalJson } from '../../domain/canonical-json.ts';

export interface Located<Draft> {
  readonly row: number;
  readonly sheet?: string | undefined;
  readonly draft: Draft;
}

export type Placement =
  | { readonly outcome: 'new' | 'duplicate' }
  | {
      readonly outcome: 'united';
      readonly firstRow: number;
      readonly firstSheet?: string | undefined;
      /** Fields whose first text was kept against a later one. */
      readonly kept: readonly string[];
    };

interface Entry<Draft> {
  located: Located<Draft>;
  /** Contents already seen for this identity, so that a repeated row of any of them is a duplicate. */
  readonly contents: Set<string>;
}

/** The records of a file by identity, in the order of their first rows. */
export class RecordsOfFile<Draft extends object> {
  private readonly entries = new Map<string, Entry<Draft>>();
  private readonly identityOf: (draft: Draft) => string;

  constructor(identityOf: (draft: Draft) => string) {
    this.identityOf = identityOf;
  }

  add(located: Located<Draft>): Placement {
    const identity = this.identityOf(located.draft);
    const content = canonicalJson(located.draft);
    const entry = this.entries.get(identity);
    if (!entry) {
      this.entries.set(identity, { located, contents: new Set([content]) });
      return { outcome: 'new' };
    }
    if (entry.contents.has(content)) return { outcome: 'duplicate' };
    entry.contents.add(content);
    const { draft, kept } = uniteDrafts(entry.located.draft, located.draft);
    entry.located = { ...entry.located, draft };
    return { outcome: 'united', firstRow: entry.located.row, firstSheet: entry.located.sheet, kept };
  }

  all(): Located<Draft>[] {
    return [...this.entries.values()].map((entry) => entry.located);
  }
}

/** Lists united, missing fields filled, texts of the first kept. Also says which texts differed. */
function uniteDrafts<Draft extends object>(first: Draft, second: Draft): { draft: Draft; kept: string[] } {
  const draft: Draft = { ...first };
  const kept: string[] = [];
  for (const key of Object.keys(second) as (keyof Draft & string)[]) {
    const [mine, theirs] = [draft[key], second[key]];
    if (theirs === undefined) continue;
    if (mine === undefined) draft[key] = theirs;
    else if (Array.isArray(mine) && Array.isArray(theirs))
      draft[key] = uniteLists(mine, theirs) as Draft[typeof key];
    else if (canonicalJson(mine) !== canonicalJson(theirs)) kept.push(key);
  }
  return { draft, kept };
}

function uniteLists(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const seen = new Set(first.map((entry) => canonicalJson(entry)));
  return [...first, ...second.filter((entry) => !seen.has(canonicalJson(entry)))];
}
