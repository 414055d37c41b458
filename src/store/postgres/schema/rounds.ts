/** Tables of matching rounds: the plan, what each chunk brought, the matches, the report. */
import { sql } from 'drizzle-orm';
import { doublePrecision, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import type { Match, NoFit } from '../../../domain/match.ts';
import type { Purpose } from '../../../domain/purpose.ts';
import type { ReturnReason, ReviewVerdict } from '../../../domain/review.ts';
import type { Candidates, ReportHead, RoundPartName, RoundParts, RoundState } from '../../../domain/round.ts';
import type { KeptPlan } from '../../rules/round-rules.ts';
import { json, plainText, time } from './columns.ts';
import { models } from './models.ts';

export const rounds = pgTable('rounds', {
  id: plainText('id').primaryKey(),
  state: plainText('state').$type<RoundState>().notNull(),
  plan: json<KeptPlan>('plan').notNull(),
  report: json<ReportHead>('report'),
  /** The plan's; here too, so that it stays in the store. */
  model: plainText('model').references(() => models.fingerprint),
  createdAt: time('created_at').notNull(),
  finishedAt: time('finished_at'),
});

const roundId = () =>
  plainText('round_id')
    .notNull()
    .references(() => rounds.id, { onDelete: 'cascade' });

export const roundChunks = pgTable(
  'round_chunks',
  {
    roundId: roundId(),
    chunk: integer('chunk').notNull(),
    noFits: json<readonly NoFit[]>('no_fits').notNull(),
    candidates: json<readonly Candidates[]>('candidates').notNull(),
    /** Fingerprint of the corpus model that it was matched with; null in chunks from before they had one. */
    model: plainText('model'),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.chunk] })],
);

export const roundParts = pgTable(
  'round_parts',
  {
    roundId: roundId(),
    name: plainText('name').$type<RoundPartName>().notNull(),
    part: json<RoundParts[RoundPartName]>('part').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.name] })],
);

export const decisions = pgTable(
  'decisions',
  {
    resultId: plainText('result_id').notNull(),
    carrierId: plainText('carrier_id').notNull(),
    purpose: plainText('purpose').$type<Purpose>().notNull(),
    verdict: plainText('verdict').$type<ReviewVerdict>().notNull(),
    reason: plainText('reason').$type<ReturnReason>(),
    comment: plainText('comment'),
    reviewer: plainText('reviewer').notNull(),
    decidedAt: time('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.resultId, table.carrierId, table.purpose] })],
);

export const roundMatches = pgTable(
  'round_matches',
  {
    roundId: roundId(),
    chunk: integer('chunk').notNull(),
    /** Place within the chunk, from 0. */
    position: integer('position').notNull(),
    resultId: plainText('result_id').notNull(),
    carrierId: plainText('carrier_id').notNull(),
    purpose: plainText('purpose').$type<Purpose>().notNull(),
    affinity: doublePrecision('affinity').notNull(),
    match: json<Match>('match').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.chunk, table.position] }),
    index('round_matches_by_result').on(table.roundId, table.resultId, table.purpose, table.affinity),
    index('round_matches_by_carrier').on(table.roundId, table.carrierId, table.purpose, table.affinity),
    index('round_matches_best').on(table.roundId, sql`affinity desc`, table.carrierId, table.resultId),
    index('round_matches_best_by_purpose').on(
      table.roundId,
      table.purpose,
      sql`affinity desc`,
      table.carrierId,
      table.resultId,
    ),
  ],
);
