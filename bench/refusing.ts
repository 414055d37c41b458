/**
 * Which subjects carriers are read to turn away, in the sentences and fields of limits of `judged/refusing.csv`. A
 * subject is found where one refusal holds all of its content words; each refusal stands for one subject. `--errors`
 * lists what was read otherwise in the first half; the second is for measuring only.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { termsOf } from '../src/domain/analysis.ts';
import { CarrierSchema } from '../src/domain/carrier.ts';
import { ResearchResultSchema } from '../src/domain/research-result.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { loadProfile } from '../src/exchange/index.ts';
import { TRADE_WORDS } from '../src/text/stop-words.ts';

type Row = Record<'half' | 'field' | 'text' | 'refused', string>;

const { values } = parseArgs({ options: { errors: { type: 'boolean', default: false } } });
const engine = createEngine(await loadProfile());
const file = new URL('./judged/refusing.csv', import.meta.url);
const rows: Row[] = parse(await readFile(file, 'utf8'), { columns: true });
for (const half of ['1', '2']) measure(half);

function measure(half: string): void {
  const counts = { right: 0, read: 0, wanted: 0, rows: 0, rowsRight: 0 };
  for (const row of rows) {
    if (row.half !== half) continue;
    const wanted = row.refused.split(';').filter(Boolean);
    const read = readRefusals(row);
    const right = countFound(wanted, read);
    counts.right += right;
    counts.read += read.length;
    counts.wanted += wanted.length;
    counts.rows++;
    if (right === Math.max(read.length, wanted.length)) counts.rowsRight++;
    else if (values.errors && half === '1')
      process.stdout.write(
        `${row.field} ${wanted.join('; ') || '–'} read ${read.map((terms) => terms.join('+')).join('; ') || '–'}: ${row.text}\n`,
      );
  }
  const { right, read, wanted } = counts;
  const [precision, recall, f1] = [right / read, right / wanted, (2 * right) / (read + wanted)].map((share) =>
    share.toFixed(3),
  );
  process.stdout.write(
    `half ${half}: ${wanted} subjects, ${read} read, precision ${precision}, recall ${recall}, F1 ${f1}; ` +
      `${counts.rowsRight} of ${counts.rows} texts read without an error\n`,
  );
}

function readRefusals({ field, text }: Row): readonly (readonly string[])[] {
  const said = field === 'limits' ? { limits: text } : { description: text };
  return (
    engine
      .analyseCarrier(CarrierSchema.parse({ name: '某载体', ...said }))
      .refusals?.map(({ terms }) => terms.flatMap((term) => term.replace('#', '').split(' '))) ?? []
  );
}

function countFound(wanted: readonly string[], read: readonly (readonly string[])[]): number {
  const left = [...read];
  let found = 0;
  for (const subject of wanted) {
    const words = contentWords(subject);
    const at = left.findIndex((terms) => words.every((word) => terms.includes(word)));
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return found;
}

/** The whole words of a phrase as an index has them, a word of the trade or a single character (苯) only where there is nothing else. */
function contentWords(phrase: string): string[] {
  const { terms } = engine.analyseResult(ResearchResultSchema.parse({ title: phrase }));
  const counted = terms.flatMap((of) => termsOf(of).map((term, i) => ({ term, count: of.counts[i]! })));
  const named = counted.filter(({ term }) => !term.startsWith('#'));
  const whole = named.filter(({ term, count }) => count >= 1 && !TRADE_WORDS.has(term));
  const words = whole.length > 0 ? whole : named;
  if (words.length === 0) throw new Error(`no content words in "${phrase}"`);
  return words.map(({ term }) => term);
}
