/**
 * How what is asked, done, denied and offered is read out of the sentences of `judged/reading.csv` and
 * `judged/telling.csv`: each half by itself, said as a need and as an abstract, those of carriers as a description.
 * Besides, how often a text is heard to ask for what it says is done or denied. `--errors` lists those of the first
 * halves; the second ones are for measuring only.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { Modality } from '../src/domain/analysis.ts';
import { CarrierSchema } from '../src/domain/carrier.ts';
import { ResearchResultSchema } from '../src/domain/research-result.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { loadProfile } from '../src/exchange/index.ts';

type Row = Record<'half' | 'side' | 'text' | 'asked' | 'done' | 'denied' | 'offered', string>;

const SAID_OF = { result: ['asked', 'done', 'denied'], carrier: ['offered', 'denied'] } as const;

const { values } = parseArgs({ options: { errors: { type: 'boolean', default: false } } });
const engine = createEngine(await loadProfile());

for (const name of ['reading', 'telling']) {
  const file = new URL(`./judged/${name}.csv`, import.meta.url);
  const rows: Row[] = parse(await readFile(file, 'utf8'), { columns: true });
  for (const half of ['1', '2']) {
    for (const field of ['needs', 'abstract', 'description'] as const) {
      const side = field === 'description' ? 'carrier' : 'result';
      const of = rows.filter((row) => row.half === half && row.side === side);
      process.stdout.write(`${name}, half ${half}, as ${field}:\n`);
      for (const modality of SAID_OF[side]) measure(half, of, field, modality);
      if (side === 'result') countUntimely(of, field);
    }
  }
}

type Field = 'needs' | 'abstract' | 'description';

/** Asks for what is done or denied and not asked: the user would be sent to a pilot line that he has behind him. */
function countUntimely(of: readonly Row[], field: Field): void {
  let untimely = 0;
  let settled = 0;
  for (const row of of) {
    const wanted = new Set(row.asked.split(';'));
    const codes = [...new Set([...row.done.split(';'), ...row.denied.split(';')])];
    const over = codes.filter((code) => code !== '' && !wanted.has(code));
    const asked = new Set(askedIn(field, row.text));
    settled += over.length;
    untimely += over.filter((code) => asked.has(code)).length;
  }
  process.stdout.write(`  heard as asked though done or denied: ${untimely} of ${settled}\n`);
}

function askedIn(field: Field, text: string): string[] {
  return mentionsIn(field, text)
    .filter(({ modality }) => modality === 'asked')
    .map(({ code }) => code);
}

function measure(half: string, of: readonly Row[], field: Field, modality: Modality & keyof Row): void {
  const counts = { right: 0, said: 0, wanted: 0 };
  for (const row of of) {
    const said = new Set(
      mentionsIn(field, row.text)
        .filter((m) => m.modality === modality)
        .map((m) => m.code),
    );
    const wanted = row[modality].split(';').filter((code) => code !== '');
    const right = wanted.filter((code) => said.has(code));
    counts.said += said.size;
    counts.wanted += wanted.length;
    counts.right += right.length;
    if (values.errors && half === '1' && right.length !== Math.max(said.size, wanted.length))
      process.stdout.write(
        `${field} ${modality}: ${wanted.join(' ')} read ${[...said].sort().join(' ')}: ${row.text}\n`,
      );
  }
  const { right, said, wanted } = counts;
  const shares = [right / said, right / wanted, (2 * right) / (said + wanted)].map((value) =>
    value.toFixed(3),
  );
  process.stdout.write(
    `  ${modality} (${wanted}): precision ${shares[0]}, recall ${shares[1]}, F1 ${shares[2]}\n`,
  );
}

function mentionsIn(field: Field, text: string) {
  return field === 'description'
    ? engine.analyseCarrier(CarrierSchema.parse({ name: '某载体', description: text })).capabilities
    : engine.analyseResult(ResearchResultSchema.parse({ title: '一种技术', [field]: text })).capabilities;
}
