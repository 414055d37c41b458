/** A process of its own: writes parts of the corpus. Arguments: folder, the parts as JSON. */
import { renameSync, writeFileSync } from 'node:fs';
import { carrierTexts, resultTexts, type TextField } from '../../src/domain/record-text.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createKnowledge } from '../../src/engine/knowledge.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { foldText } from '../../src/text/fold.ts';
import { writeCarrier } from './carrier.ts';
import { PART_SIZE, type Part, partFile } from './parts.ts';
import { writeResult } from './result.ts';
import { createWords } from './words.ts';
import { createWriter } from './write-text.ts';

const [folder = '', parts = '[]'] = process.argv.slice(2);
const profile = await loadProfile();
const engine = createEngine(profile);
const { segmenter } = createKnowledge(profile);
const words = createWords(profile);
const writer = createWriter(words);

for (const part of JSON.parse(parts) as Part[]) writePart(part);

function writePart(part: Part): void {
  const numbers = Array.from({ length: PART_SIZE }, (_, i) => part.number * PART_SIZE + i);
  const entries = numbers.map(part.kind === 'carriers' ? analysedCarrier : analysedResult);
  // words last: a part counts as written when they are there
  write(partFile(folder, part, 'jsonl'), entries.map(({ json }) => json).join('\n'));
  write(partFile(folder, part, 'words'), entries.map(({ line }) => line).join('\n'));
}

function analysedCarrier(number: number) {
  const record = writeCarrier(profile, words, writer, number);
  const analysis = engine.analyseCarrier(record);
  return { json: JSON.stringify({ record, analysis }), line: wordsOf(carrierTexts(record)) };
}

function analysedResult(number: number) {
  const record = writeResult(profile, words, writer, number);
  const analysis = engine.analyseResult(record);
  return { json: JSON.stringify({ record, analysis }), line: wordsOf(resultTexts(record)) };
}

function wordsOf(texts: readonly TextField[]): string {
  return texts
    .flatMap(({ text }) => segmenter.segment(foldText(text)))
    .map((token) => token.text)
    .join(' ');
}

/** Complete or not at all, also where two benches write at the same time. */
function write(file: string, content: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
