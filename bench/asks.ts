/**
 * How well asks are read out of sentences that the classifier has not seen: each set of the profile's `asks.csv`
 * by an engine that learnt from the other sets, and those of `judged/asking.csv`, from which nothing is learnt.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { type AskExample, AskExampleSchema } from '../src/domain/profile.ts';
import { ResearchResultSchema } from '../src/domain/research-result.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import type { Engine } from '../src/engine/engine.ts';
import { loadProfile } from '../src/exchange/index.ts';

const profile = await loadProfile();
for (const [set, sentences] of bySet(profile.asks))
  measure(
    set,
    sentences,
    createEngine({ ...profile, asks: profile.asks.filter((each) => each.set !== set) }),
  );
const engine = createEngine(profile);
for (const [set, sentences] of bySet(await readJudged())) measure(set, sentences, engine);

function bySet(examples: readonly AskExample[]): [string, AskExample[]][] {
  const sets = new Map<string, AskExample[]>();
  for (const example of examples) sets.set(example.set, [...(sets.get(example.set) ?? []), example]);
  return [...sets].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
}

async function readJudged(): Promise<AskExample[]> {
  const rows: Record<'text' | 'codes' | 'set', string>[] = parse(
    await readFile(new URL('./judged/asking.csv', import.meta.url), 'utf8'),
    { columns: true },
  );
  return rows.map(({ codes, ...row }) =>
    AskExampleSchema.parse({ ...row, codes: codes.split(';').filter(Boolean) }),
  );
}

function measure(set: string, sentences: readonly AskExample[], reader: Engine): void {
  const counts = { right: 0, said: 0, wanted: 0 };
  for (const { text, codes } of sentences) {
    const result = ResearchResultSchema.parse({ title: '一种技术', needs: text });
    const mentions = reader.analyseResult(result).capabilities;
    const asked = new Set(mentions.filter((m) => m.modality === 'asked').map((m) => m.code));
    counts.said += asked.size;
    counts.wanted += codes.length;
    counts.right += codes.filter((code) => asked.has(code)).length;
  }
  const { right, said, wanted } = counts;
  const row = [right / said, right / wanted, (2 * right) / (said + wanted)].map((value) => value.toFixed(3));
  process.stdout.write(`set ${set}: precision ${row[0]}, recall ${row[1]}, F1 ${row[2]}\n`);
}
