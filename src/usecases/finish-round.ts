import { createHash } from 'node:crypto';
import type { GapReport, RefusedSubject } from '../domain/gap.ts';
import type { Round } from '../domain/round.ts';
import { RefusedSubjects } from '../planning/gaps/refused-subjects.ts';
import { comparePlans } from '../planning/placements/compare-plans.ts';
import { measureTargets } from '../planning/targets/measure-targets.ts';
import { composeHead } from './compose-report.ts';
import { requireRound } from './find-round.ts';
import type { Ports } from './ports.ts';
import { reportEntries } from './report-entries.ts';
import { entryHash } from './report-hash.ts';
import { ReportTally } from './report-tally.ts';
import { requireAllChunks, requireOneModel } from './round-chunks.ts';
import { requireSameEngine } from './same-engine.ts';

/** Puts the chunks and parts of a round together and writes its report. Doing it again changes nothing. */
export async function finishRound(
  ports: Pick<Ports, 'store' | 'engine' | 'profile' | 'pools'>,
  { roundId }: { roundId: string },
): Promise<void> {
  const { store, engine, profile } = ports;
  const round = await requireRound(store, roundId);
  if (round.state !== 'running') return;
  requireSameEngine(round, engine);
  // nothing is scored any more
  ports.pools.release();
  requireAllChunks(round, await store.rounds.chunks(roundId));
  const model = requireOneModel(round, await store.rounds.models(roundId));
  const part = await store.rounds.part(roundId, 'assignment');
  const gaps = await store.rounds.part(roundId, 'gaps');
  const parks = await store.rounds.part(roundId, 'parks');
  if (!part || !gaps || !parks)
    throw new Error(`round ${roundId} has not all parts yet: ${await store.rounds.parts(roundId)}`);

  const tally = new ReportTally(round);
  const refused = new RefusedSubjects();
  const hashes = createHash('sha256');
  for await (const entries of reportEntries(ports, round, part)) {
    for (const entry of entries) {
      tally.add(entry);
      refused.add(entry);
      hashes.update(entryHash(entry));
    }
  }
  const { explained: _, ...assignment } = part;
  const carriers = await frozenCarriers(ports, round);
  const head = composeHead({
    round,
    profile,
    model,
    assignment,
    tally,
    carriers: carriers.map(({ hash, record }) => ({
      id: record.id,
      hash,
      name: record.name,
      slots: record.slots ?? null,
    })),
    gaps: withRefused(gaps, refused.all()),
    parks,
    targets: measureTargets(
      profile,
      carriers.map(({ record }) => record),
    ),
    entriesHash: hashes.digest('hex'),
    difference: assignment.obstacle ? null : await differenceOf(ports, round, assignment.placements),
  });
  await store.rounds.finish(roundId, head);
  await ports.pools.discard(round);
}

/** A report in which nobody is turned away so says nothing of it, like those from before. */
function withRefused(gaps: GapReport, refused: readonly RefusedSubject[]): GapReport {
  return refused.length === 0 ? gaps : { ...gaps, refused };
}

async function frozenCarriers({ store }: Pick<Ports, 'store'>, { carriers }: Round) {
  const contents = await store.carriers.versions(carriers.map(({ hash }) => hash));
  return carriers.map(({ id, hash }) => {
    const record = contents.get(hash);
    if (!record) throw new Error(`the content ${hash} of carrier ${id} is not in the store`);
    return { hash, record };
  });
}

async function differenceOf(
  { store }: Pick<Ports, 'store'>,
  { previous }: Round,
  placements: Parameters<typeof comparePlans>[2],
) {
  const before = previous === null ? null : await store.rounds.report(previous);
  return before && previous !== null
    ? comparePlans(previous, before.assignment.placements, placements)
    : null;
}
