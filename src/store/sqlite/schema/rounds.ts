/** Tables of matching rounds: the plan, what each chunk brought, the matches, the report. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Match, NoFit } from '../../../domain/match.ts';
import type { Purpose } from '../../../domain/purpose.ts';
import type { ReturnReason, ReviewVerdict } from '../../../domain/review.ts';
import type {
  Candidates,
  ReportHead,
  RoundPartName,
  RoundParts,
  RoundPlan,
  RoundState,
} from '../../../domain/round.ts';
import { models } from './models.ts';

/** Plans from before there was an embedder, models were kept or placements planned do not speak of them. */
type LaterFields = 'embedding' | 'model' | 'assignment' | 'previous';
export type KeptPlan = Omit<RoundPlan, LaterFields> & Partial<Pick<RoundPlan, LaterFields>>;

export const rounds = sqliteTable('rounds', {
  id: text('id').primaryKey(),
  state: text('state').$type<RoundState>().notNull(),
  plan: text('plan', { mode: 'json' }).$type<KeptPlan>().notNull(),
  report: text('report', { mode: 'json' }).$type<ReportHead>(),
  /** The plan's; here too, so that it stays in the store. */
  model: text('model').references(() => models.fingerprint),
  createdAt: integer('created_at').notNull(),
  finishedAt: integer('finished_at'),
});

const roundId = () =>
  text('round_id')
    .notNull()
    .references(() => rounds.id, { onDelete: 'cascade' });

export const roundChunks = sqliteTable(
  'round_chunks',
  {
    roundId: roundId(),
    chunk: integer('chunk').notNull(),
    noFits: text('no_fits', { mode: 'json' }).$type<readonly NoFit[]>().notNull(),
    candidates: text('candidates', { mode: 'json' }).$type<readonly Candidates[]>().notNull().default([]),
    /** Fingerprint of the corpus model that it was matched with; null in chunks from before they had one. */
    model: text('model'),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.chunk] })],
);

export const roundParts = sqliteTable(
  'round_parts',
  {
    roundId: roundId(),
    name: text('name').$type<RoundPartName>().notNull(),
    part: text('part', { mode: 'json' }).$type<RoundParts[RoundPartName]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.name] })],
);

export const decisions = sqliteTable(
  'decisions',
  {
    resultId: text('result_id').notNull(),
    carrierId: text('carrier_id').notNull(),
    purpose: text('purpose').$type<Purpose>().notNull(),
    verdict: text('verdict').$type<ReviewVerdict>().notNull(),
    reason: text('reason').$type<ReturnReason>(),
    comment: text('comment'),
    reviewer: text('reviewer').notNull(),
    decidedAt: integer('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.resultId, table.carrierId, table.purpose] })],
);

export const roundMatches = sqliteTable(
  'round_matches',
  {
    roundId: roundId(),
    chunk: integer('chunk').notNull(),
    /** Place within the chunk, from 0. */
    position: integer('position').notNull(),
    resultId: text('result_id').notNull(),
    carrierId: text('carrier_id').notNull(),
    purpose: text('purpose').$type<Purpose>().notNull(),
    affinity: real('affinity').notNull(),
    match: text('match', { mode: 'json' }).$type<Match>().notNull(),
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
