/**
 * From a heading to the field that it means.
 *
 * 1. Exact: a form of the heading equals an alias. 2. Contained: a heading of at most 16 characters (30 in Latin) contains
 * an alias of at least 2 Han or 4 Latin characters; the longest contained alias wins; where aliases of
 * different fields are equally long, the one that ends the heading wins (Chinese puts the noun last), and
 * otherwise nothing is recognised rather than guessed.
 */
import type { RecordKind } from '../../domain/import-report.ts';
import { CARRIER_HEADINGS } from './carriers.ts';
import { headingForms, lettersOnly } from './normalise.ts';
import { RESULT_HEADINGS } from './results.ts';
import { type HeadingRule, NOT_KEPT } from './rule.ts';

export interface Recognised {
  readonly field: string;
  readonly exact: boolean;
  /** Place of the alias in its rule: the lower one has the better claim on the field. */
  readonly preference: number;
  /** Whether the heading is kept in the text. */
  readonly labelled: boolean;
}

interface Alias extends Omit<Recognised, 'exact'> {
  readonly text: string;
}

/** Longest heading in which an alias is looked for; longer texts are cells, not headings. */
const MAX_HAN = 16;
const MAX_LATIN = 30;

const ALIASES: Record<RecordKind, ReadonlyMap<string, Alias>> = {
  results: aliasesOf(RESULT_HEADINGS),
  carriers: aliasesOf(CARRIER_HEADINGS),
};

export function recogniseExactly(kind: RecordKind, heading: string): Recognised | null {
  for (const form of headingForms(heading)) {
    const alias = ALIASES[kind].get(form);
    if (alias) return { ...alias, exact: true };
  }
  return null;
}

export function recogniseContained(kind: RecordKind, heading: string): Recognised | null {
  const [form] = headingForms(heading);
  if (form === undefined || form.length > longestHeading(form)) return null;
  const found = [...ALIASES[kind].values()].filter((alias) => isTelling(alias) && form.includes(alias.text));
  const longest = Math.max(0, ...found.map((alias) => alias.text.length));
  const best = found.filter((alias) => alias.text.length === longest);
  const decisive = oneField(best) ?? oneField(best.filter((alias) => form.endsWith(alias.text)));
  return decisive ? { ...decisive, exact: false } : null;
}

export function recognise(kind: RecordKind, heading: string): Recognised | null {
  return recogniseExactly(kind, heading) ?? recogniseContained(kind, heading);
}

function oneField(aliases: readonly Alias[]): Alias | undefined {
  const [first] = aliases;
  return first && aliases.every((alias) => alias.field === first.field) ? first : undefined;
}

function longestHeading(form: string): number {
  return /\p{Script=Han}/u.test(form) ? MAX_HAN : MAX_LATIN;
}

/** Words that occur in headings of every kind. */
const EVERYWHERE = new Set(['成果', '载体', '内容', '名称', '类型', '类别', 'name', 'type']);

/** Short or common aliases (`no`, `ip`, 成果) say nothing inside another word; a row number is never guessed. */
function isTelling({ text, field }: Alias): boolean {
  if (field === NOT_KEPT || EVERYWHERE.has(text)) return false;
  return /^\p{Script=Han}{2,}/u.test(text) || text.length >= 4;
}

function aliasesOf(rules: readonly HeadingRule[]): Map<string, Alias> {
  const aliases = new Map<string, Alias>();
  for (const rule of rules) {
    rule.aliases.forEach((text, preference) => {
      const form = lettersOnly(text);
      const taken = aliases.get(form);
      if (taken && taken.field !== rule.field)
        throw new Error(`heading ${text} means ${taken.field} and ${rule.field}`);
      if (taken) return;
      const labelled = rule.labelled.includes(text);
      aliases.set(form, { text: form, field: rule.field, preference, labelled });
    });
  }
  return aliases;
}
