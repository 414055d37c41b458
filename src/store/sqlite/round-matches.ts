/** What the chunks of a round bring: matches, and why some results fit nobody. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Match } from '../../domain/match.ts';
import type { Candidates, RoundChunk } from '../../domain/round.ts';
import type { MatchQuery } from '../store.ts';
import type { Database } from './connection.ts';
import { roundChunks, roundMatches } from './schema/rounds.ts';

/** Replaces what the chunk brought before. Call within a transaction. */
export function saveChunk(
  db: Database,
  { roundId, chunk, matches, noFits, candidates, model }: RoundChunk,
): void {
  db.insert(roundChunks)
    .values({ roundId, chunk, noFits, candidates, model })
    .onConflictDoUpdate({
      target: [roundChunks.roundId, roundChunks.chunk],
      set: {
        noFits: sql`excluded.no_fits`,
        candidates: sql`excluded.candidates`,
        model: sql`excluded.model`,
      },
    })
    .run();
  db.delete(roundMatches)
    .where(and(eq(roundMatches.roundId, roundId), eq(roundMatches.chunk, chunk)))
    .run();
  for (const [position, match] of matches.entries()) {
    const { resultId, carrierId, purpose, affinity } = match;
    db.insert(roundMatches)
      .values({ roundId, chunk, position, resultId, carrierId, purpose, affinity, match })
      .run();
  }
}

export function chunksOf(db: Database, roundId: string): number[] {
  return db
    .select({ chunk: roundChunks.chunk })
    .from(roundChunks)
    .where(eq(roundChunks.roundId, roundId))
    .orderBy(asc(roundChunks.chunk))
    .all()
    .map((row) => row.chunk);
}

/** Call within a transaction, so that all lists are of the same moment. */
export function chunkOf(db: Database, roundId: string, chunk: number): RoundChunk | null {
  const kept = db
    .select()
    .from(roundChunks)
    .where(and(eq(roundChunks.roundId, roundId), eq(roundChunks.chunk, chunk)))
    .get();
  if (!kept) return null;
  const matches = db
    .select({ match: roundMatches.match })
    .from(roundMatches)
    .where(and(eq(roundMatches.roundId, roundId), eq(roundMatches.chunk, chunk)))
    .orderBy(asc(roundMatches.position))
    .all();
  const { noFits, candidates, model } = kept;
  return { roundId, chunk, matches: matches.map((row) => row.match), noFits, candidates, model: model ?? '' };
}

export function candidatesOf(db: Database, roundId: string, chunk: number): readonly Candidates[] {
  const kept = db
    .select({ candidates: roundChunks.candidates })
    .from(roundChunks)
    .where(and(eq(roundChunks.roundId, roundId), eq(roundChunks.chunk, chunk)))
    .get();
  return kept?.candidates ?? [];
}

export function modelsOf(db: Database, roundId: string): string[] {
  return db
    .selectDistinct({ model: roundChunks.model })
    .from(roundChunks)
    .where(eq(roundChunks.roundId, roundId))
    .orderBy(asc(roundChunks.model))
    .all()
    .flatMap(({ model }) => model ?? []);
}

export function matchesOf(db: Database, roundId: string, query: MatchQuery): Match[] {
  const { resultId, carrierId, purpose, limit } = query;
  return db
    .select({ match: roundMatches.match })
    .from(roundMatches)
    .where(
      and(
        eq(roundMatches.roundId, roundId),
        resultId === undefined ? undefined : eq(roundMatches.resultId, resultId),
        carrierId === undefined ? undefined : eq(roundMatches.carrierId, carrierId),
        purpose === undefined ? undefined : eq(roundMatches.purpose, purpose),
      ),
    )
    .orderBy(desc(roundMatches.affinity), asc(roundMatches.carrierId), asc(roundMatches.resultId))
    .limit(limit)
    .all()
    .map((row) => row.match);
}
