/** Every use case with its ports filled in: what HTTP, the command line and the workers call. */
import { analyseRecords } from './analyse-records.ts';
import { assessGaps } from './assess-gaps.ts';
import { assignRound } from './assign-round.ts';
import { cancelRound } from './cancel-round.ts';
import { composeParks } from './compose-parks.ts';
import { decidePair, listDecisions, withdrawDecision } from './decide-pair.ts';
import { embedRecords } from './embed-records.ts';
import { explainPair } from './explain-pair.ts';
import { findImport, listImports } from './find-import.ts';
import { findJob, listJobs } from './find-job.ts';
import { findModel } from './find-model.ts';
import { findRecords } from './find-records.ts';
import { findRound, listRounds } from './find-round.ts';
import { finishRound } from './finish-round.ts';
import { freezeRound } from './freeze-round.ts';
import { getCarrier, getResult } from './get-record.ts';
import { getReport, openReport, reportAsJson } from './get-report.ts';
import { importRecords } from './import-records.ts';
import { listMatches } from './list-matches.ts';
import { overviewCarriers, overviewResults } from './list-overview.ts';
import { listCarriers, listResults } from './list-records.ts';
import { matchChunk } from './match-chunk.ts';
import type { Ports } from './ports.ts';
import { recommendCarriers } from './recommend-carriers.ts';
import { recommendResults } from './recommend-results.ts';
import { registerCarrier } from './register-carrier.ts';
import { releasePools } from './release-pools.ts';
import { replayRound } from './replay-round.ts';
import { requestEmbeddings } from './request-embeddings.ts';
import { runImport } from './run-import.ts';
import { startRound } from './start-round.ts';
import { submitImport } from './submit-import.ts';
import { submitResult } from './submit-result.ts';
import { trainModel } from './train-model.ts';
import { trainWhenDue } from './train-when-due.ts';
import { verifyReport } from './verify-report.ts';
import { writeReport } from './write-report.ts';
import { writeTemplate } from './write-template.ts';

export function bindUseCases(ports: Ports) {
  return {
    submitResult: bind(ports, submitResult),
    registerCarrier: bind(ports, registerCarrier),
    getResult: bind(ports, getResult),
    getCarrier: bind(ports, getCarrier),
    findRecords: bind(ports, findRecords),
    listResults: bind(ports, listResults),
    overviewResults: bind(ports, overviewResults),
    overviewCarriers: bind(ports, overviewCarriers),
    listCarriers: bind(ports, listCarriers),
    importRecords: bind(ports, importRecords),
    submitImport: bind(ports, submitImport),
    runImport: bind(ports, runImport),
    findImport: bind(ports, findImport),
    listImports: bind(ports, listImports),
    writeTemplate: bind(ports, writeTemplate),
    analyseRecords: bind(ports, analyseRecords),
    embedRecords: bind(ports, embedRecords),
    releasePools: bind(ports, releasePools),
    requestEmbeddings: bind(ports, requestEmbeddings),
    findModel: bind(ports, findModel),
    trainModel: bind(ports, trainModel),
    trainWhenDue: bind(ports, trainWhenDue),
    recommendCarriers: bind(ports, recommendCarriers),
    recommendResults: bind(ports, recommendResults),
    explainPair: bind(ports, explainPair),
    startRound: bind(ports, startRound),
    matchChunk: bind(ports, matchChunk),
    assessGaps: bind(ports, assessGaps),
    composeParks: bind(ports, composeParks),
    assignRound: bind(ports, assignRound),
    finishRound: bind(ports, finishRound),
    cancelRound: bind(ports, cancelRound),
    findRound: bind(ports, findRound),
    listRounds: bind(ports, listRounds),
    decidePair: bind(ports, decidePair),
    listDecisions: bind(ports, listDecisions),
    withdrawDecision: bind(ports, withdrawDecision),
    listMatches: bind(ports, listMatches),
    getReport: bind(ports, getReport),
    openReport: bind(ports, openReport),
    reportAsJson: bind(ports, reportAsJson),
    freezeRound: bind(ports, freezeRound),
    replayRound: bind(ports, replayRound),
    verifyReport: bind(ports, verifyReport),
    writeReport: bind(ports, writeReport),
    findJob: bind(ports, findJob),
    listJobs: bind(ports, listJobs),
  };
}

export type UseCases = ReturnType<typeof bindUseCases>;

function bind<Arguments extends unknown[], Answer>(
  ports: Ports,
  useCase: (ports: Ports, ...rest: Arguments) => Answer,
): (...rest: Arguments) => Answer {
  return (...rest) => useCase(ports, ...rest);
}
