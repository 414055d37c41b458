/** Puts a report's head together from its plan and what was counted. Pure. */
import type { PlanDifference, RoundAssignment } from '../domain/assignment.ts';
import type { GapReport } from '../domain/gap.ts';
import type { Gauge } from '../domain/gauge.ts';
import type { ParkComposition } from '../domain/park.ts';
import type { Profile } from '../domain/profile.ts';
import { REPORT_FORMAT, type ReportCarrier, type ReportHead, type Round } from '../domain/round.ts';
import { reportHash } from './report-hash.ts';
import type { ReportTally } from './report-tally.ts';

export interface ReportMaterial {
  readonly round: Round;
  readonly profile: Profile;
  /** Fingerprint of the corpus model that all chunks used. */
  readonly model: string;
  readonly assignment: RoundAssignment;
  readonly gaps: GapReport;
  readonly parks: ParkComposition;
  readonly targets: readonly Gauge[];
  readonly tally: ReportTally;
  /** In the order of the plan. */
  readonly carriers: readonly Omit<ReportCarrier, 'recommended'>[];
  readonly entriesHash: string;
  readonly difference: PlanDifference | null;
}

export function composeHead({
  round,
  profile,
  model,
  assignment,
  gaps,
  parks,
  targets,
  tally,
  carriers,
  entriesHash,
  difference,
}: ReportMaterial): ReportHead {
  const head: Omit<ReportHead, 'hash'> = {
    format: REPORT_FORMAT,
    roundId: round.id,
    createdAt: round.createdAt,
    profile: { ...round.profile, name: profile.name },
    engine: round.engine,
    embedding: round.embedding,
    model,
    purposes: round.purposes,
    totals: tally.totals(),
    carriers: carriers.map((carrier) => ({ ...carrier, recommended: tally.recommendedTo(carrier.id) })),
    terms: round.assignment,
    assignment,
    gaps,
    parks,
    targets,
    entriesHash,
    difference,
  };
  return { ...head, hash: reportHash(head) };
}
