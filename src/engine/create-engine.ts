import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Profile } from '../domain/profile.ts';
import { createAnalyser } from './analyse/analyse-record.ts';
import { createSectorClassifier } from './analyse/sector-classifier.ts';
import type { Engine } from './engine.ts';
import { createKnowledge } from './knowledge.ts';
import { trainingSteps, trainModel, withOwnLexicon } from './model/corpus-model.ts';
import { decodeModel, describeModel, encodeModel } from './model/model-file.ts';
import { readText } from './model/read-text.ts';
import { createPool, openPool } from './pool.ts';
import { WEIGHTS } from './score/affinity.ts';
import * as settings from './settings.ts';

/** Makes the engine ready for a profile; takes about a second (dictionary, vocabulary, classifier). */
export function createEngine(profile: Profile): Engine {
  const knowledge = createKnowledge(profile);
  const version = `${settings.ENGINE_VERSION}+${profile.id}/${profile.version}-${fingerprint(profile)}`;
  const analyser = createAnalyser(knowledge, createSectorClassifier(knowledge), version);
  return {
    version,
    analyser: version,
    analyseResult: analyser.result,
    analyseCarrier: analyser.carrier,
    readText: (fields) => readText(knowledge, fields),
    train: trainModel,
    trainingSteps,
    describeModel: (model) => describeModel(model, version),
    writeModel: (model) => encodeModel(model, version),
    readModel: (bytes) => decodeModel(bytes, version),
    pool: (input) =>
      createPool(knowledge, version, { ...input, model: input.model && withOwnLexicon(input.model) }),
    readPool: (bytes) => openPool(knowledge, version, bytes),
  };
}

/** Eight digits over profile, settings and weights: other values give another version, whatever it calls itself. */
function fingerprint(profile: Profile): string {
  return createHash('sha256').update(canonicalJson({ profile, settings, WEIGHTS })).digest('hex').slice(0, 8);
}
