/**
 * A process of its own, started with little memory: takes in the readings of very many results, each as large as one
 * of some 190 words, and composes parks out of them. Argument: how many. Prints what came out.
 */

import type { Analysis } from '../../src/domain/analysis.ts';
import { TERM_BREAK } from '../../src/domain/analysis.ts';
import { mulberry32 } from '../../src/engine/measures.ts';
import { finish } from '../../src/engine/model/steps.ts';
import { loadProfile } from '../../src/exchange/index.ts';
import { composeParks } from '../../src/planning/parks/compose-parks.ts';
import { PackedAffinities } from '../../src/planning/parks/packed-affinities.ts';
import { ParkMaterial } from '../../src/planning/parks/park-material.ts';

const COUNT = Number(process.argv[2]);
const TERMS = 450;
const WORDS = 60;

const profile = await loadProfile();
const [university] = profile.universities;
const [sector] = profile.sectors;
const vocabulary = (profile.terms[sector!.code] ?? []).filter(({ sub }) => sub !== '');
const random = mulberry32(1);
const material = new ParkMaterial(profile);
for (let number = 0; number < COUNT; number++) {
  const id = `R${String(number).padStart(6, '0')}`;
  material.addResult({
    record: { id, title: `成果${number}`, university: university!.name, abstract: `第${number}项成果。` },
    analysis: reading(),
  });
}
const { proposals, considered, duplicates } = finish(composeParks(material, new PackedAffinities()));
process.stdout.write(
  JSON.stringify({
    proposals: proposals.length,
    considered: considered.length,
    duplicates: duplicates.length,
  }),
);

/** As it comes from the store: every text an object of its own. */
function reading(): Analysis {
  const low = 3 + Math.floor(random() * 5);
  return JSON.parse(
    JSON.stringify({
      kind: 'result',
      language: 'han',
      analyser: 'test',
      sectors: {
        weights: [{ code: sector!.code, weight: 1 }],
        confidence: 1,
        strength: 1,
        source: 'inferred',
        evidence: Array.from({ length: WORDS }, (_, i) => {
          const quote = vocabulary[Math.floor(random() * vocabulary.length)]!.zh;
          return { code: sector!.code, field: 'abstract', start: 10 * i, end: 10 * i + quote.length, quote };
        }),
      },
      capabilities: [],
      conditions: [],
      quantities: [],
      trl: { low, high: low, source: 'declared', confidence: 1 },
      nature: null,
      terms: [
        {
          path: 'abstract',
          terms: Array.from({ length: TERMS }, () => `词${Math.floor(random() ** 3 * 50_000)}`).join(
            TERM_BREAK,
          ),
          counts: Array.from({ length: TERMS }, () => 1),
        },
      ],
    }),
  );
}
