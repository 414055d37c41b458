/** Changes of a result's readiness and of the window in which a carrier takes results. */
import type { Analysis } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { ResultFacts } from '../score/facts.ts';
import { pilotNeed } from '../score/pilot-need.ts';
import type { Findings } from './findings.ts';
import { EFFORT, type Supposition } from './supposition.ts';

export function stageChanges(findings: Findings): Supposition[] {
  const { result, carrier, stage } = findings;
  const { trl } = result;
  const { trlMin = 1, trlMax = 9 } = carrier.record;
  const stated = carrier.record.trlMin !== undefined || carrier.record.trlMax !== undefined;
  if (!trl) return stated ? [declared(result, { low: trlMin, high: trlMax }, states(trlMin, trlMax))] : [];
  if (!stage) return [windowAt(findings, trl.low, trl.high, EFFORT.fillIn)];
  const changes: Supposition[] = [];
  if (stage.place === 'below')
    changes.push({
      ...declared(result, { low: trl.low + 1, high: trl.high + 1 }, advances(trl.high + 1)),
      effort: EFFORT.advance,
    });
  if (stage.place !== 'inside') changes.push(...widerWindows(findings, trl));
  if (trl.source !== 'declared') changes.push(declared(result, trl, declares(stage.level)));
  return changes;
}

/** By one level on the side that the result stands on. */
function widerWindows(findings: Findings, { low, high }: { low: number; high: number }): Supposition[] {
  const { trlMin = 1, trlMax = 9 } = findings.carrier.record;
  return [
    ...(low < trlMin ? [windowAt(findings, trlMin - 1, trlMax, EFFORT.advance)] : []),
    ...(high > trlMax ? [windowAt(findings, trlMin, trlMax + 1, EFFORT.advance)] : []),
  ];
}

function declared(result: ResultFacts, range: { low: number; high: number }, what: Bilingual): Supposition {
  const { low, high } = range;
  const { record, asked } = result;
  const analysis: Analysis = { ...result.analysis, trl: { low, high, source: 'declared', confidence: 1 } };
  const need = result.transferable ? pilotNeed(record, analysis, asked) : result.pilotNeed;
  return {
    code: 'trl',
    side: 'result',
    what,
    effort: EFFORT.fillIn,
    result: { ...result, analysis, trl: { low, high, source: 'declared' }, pilotNeed: need },
  };
}

function windowAt({ carrier, stage }: Findings, from: number, to: number, effort: number): Supposition {
  const window = from === to ? `TRL ${from}` : `TRL ${from}–${to}`;
  return {
    code: 'trlWindow',
    side: 'carrier',
    what: stage
      ? {
          zh: `载体接收范围放宽一级，到${window}`,
          en: `the carrier widens its window by one level, to ${window}`,
        }
      : {
          zh: `载体填报接收成熟度，且含${window}`,
          en: `the carrier states its window, and it holds ${window}`,
        },
    effort,
    carrier: { ...carrier, record: { ...carrier.record, trlMin: from, trlMax: to } },
  };
}

const states = (from: number, to: number): Bilingual => ({
  zh: `成果填报成熟度，且在载体接收范围TRL ${from}–${to}内`,
  en: `the result states its readiness, and it lies within the carrier’s window TRL ${from}–${to}`,
});

const advances = (level: number): Bilingual => ({
  zh: `成果成熟度提高一级，到TRL ${level}`,
  en: `the result advances by one level, to TRL ${level}`,
});

const declares = (level: string): Bilingual => ({
  zh: `成果申报TRL ${level}（现为推定）`,
  en: `the result declares TRL ${level} (only inferred now)`,
});
