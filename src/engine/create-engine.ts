import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Profile } from '../domain/profile.ts';
import { createAnalyser } from './analyse/analyse-record.ts';
import { createAskClassifier } from './analyse/ask-classifier.ts';
import { keptAsks } from './analyse/kept-asks.ts';
import { keptSectors } from './analyse/kept-sectors.ts';
import { createSectorClassifier } from './analyse/sector-classifier.ts';
import type { Engine } from './engine.ts';
import { createKnowledge, prepareKnowledge } from './knowledge.ts';
import { trainingSteps, trainModel, withOwnLexicon } from './model/corpus-model.ts';
import { decodeModel, describeModel, encodeModel } from './model/model-file.ts';
import { readText } from './model/read-text.ts';
import { thesaurusOf } from './model/thesaurus-corpus.ts';
import { once } from './once.ts';
import { createPool, openParts, openPool } from './pool.ts';
import { WEIGHTS } from './score/weight-tables.ts';
import * as settings from './settings.ts';
import type { KeptBytes } from './stored/kept-bytes.ts';

/**
 * An engine for a profile. Reading and comparing take some seconds to be ready (dictionary, vocabulary, classifier);
 * each is made ready when it is first used: a process that leaves matching to others needs neither. What is learnt from
 * the profile is read where it was kept before.
 */
export function createEngine(profile: Profile, kept: KeptBytes | null = null): Engine {
  const version = `${settings.ENGINE_VERSION}+${profile.id}/${profile.version}-${fingerprint(profile)}`;
  const toRead = () => {
    const knowledge = createKnowledge(profile, kept);
    const analyser = once(() =>
      createAnalyser(
        knowledge,
        createSectorClassifier(knowledge, keptSectors(knowledge, version, kept)),
        createAskClassifier(keptAsks(profile, version, kept)),
        version,
      ),
    );
    return { knowledge, analyser };
  };
  let reading = toRead();
  const thesaurus = thesaurusOf(() => reading.knowledge);
  const train: Engine['train'] = (records, background) => trainModel(records, background, thesaurus);
  return {
    version,
    analyser: version,
    analyseResult: (result) => reading.analyser().result(result),
    analyseCarrier: (carrier) => reading.analyser().carrier(carrier),
    prepare: () => prepareKnowledge(reading.knowledge),
    release: () => {
      reading = toRead();
    },
    readText: (fields) => readText(reading.knowledge, fields),
    *prepareLearning() {
      yield* thesaurus();
    },
    train,
    trainingSteps: (records, background, lost) => trainingSteps(records, background, lost, thesaurus),
    describeModel: (model) => describeModel(model, version),
    writeModel: (model) => encodeModel(model, version),
    readModel: (bytes) => decodeModel(bytes, version),
    pool: (input) =>
      createPool(
        reading.knowledge,
        version,
        { ...input, model: input.model && withOwnLexicon(input.model) },
        train,
      ),
    readPool: (source) => openPool(reading.knowledge, version, source),
    joinPools: (parts) => openParts(reading.knowledge, version, parts),
  };
}

/** Eight digits over profile, settings and weights: other values give another version, whatever it calls itself. */
function fingerprint(profile: Profile): string {
  return createHash('sha256').update(canonicalJson({ profile, settings, WEIGHTS })).digest('hex').slice(0, 8);
}
