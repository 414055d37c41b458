/**
 * How well asks are read out of sentences that the classifier has not seen: each set of the profile's `asks.csv`
 * by an engine that learnt from the other sets.
 */
import { ResearchResultSchema } from '../src/domain/research-result.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { loadProfile } from '../src/exchange/index.ts';

const profile = await loadProfile();
const sets = [...new Set(profile.asks.map(({ set }) => set))].sort();
for (const set of sets) {
  const engine = createEngine({ ...profile, asks: profile.asks.filter((example) => example.set !== set) });
  const counts = { right: 0, said: 0, wanted: 0 };
  for (const { text, codes } of profile.asks.filter((example) => example.set === set)) {
    const result = ResearchResultSchema.parse({ title: '一种技术', needs: text });
    const mentions = engine.analyseResult(result).capabilities;
    const asked = new Set(mentions.filter((m) => m.modality === 'asked').map((m) => m.code));
    counts.said += asked.size;
    counts.wanted += codes.length;
    counts.right += codes.filter((code) => asked.has(code)).length;
  }
  const { right, said, wanted } = counts;
  const row = [right / said, right / wanted, (2 * right) / (said + wanted)].map((value) => value.toFixed(3));
  process.stdout.write(`set ${set}: precision ${row[0]}, recall ${row[1]}, F1 ${row[2]}\n`);
}
