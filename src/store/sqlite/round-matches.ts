/** What the chunks of a round bring: matches, and why some results fit nobody. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Match, NoFit } from '../../domain/match.ts';
import type { RoundChunk } from '../../domain/round.ts';
import type { MatchQuery } from '../store.ts';
import type { Database } from './connection.ts';
import { roundChunks, roundMatches } from './schema/rounds.ts';

/** Replaces what the chunk brought before. Call within a transaction. */
export function saveChunk(db: Database, { roundId, chunk, matches, noFits, model }: RoundChunk): void {
  db.insert(roundChunks)
    .values({ roundId, chunk, noFits, model })
    .onConflictDoUpdate({
      target: [roundChunks.roundId, roundChunks.chunk],
      set: { noFits: sql`excluded.no_fits`, model: sql`excluded.model` },
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
export function outcomeOf(
  db: Database,
  roundId: string,
): { matches: Match[]; noFits: NoFit[]; models: string[] } {
  const matches = db
    .select({ match: roundMatches.match })
    .from(roundMatches)
    .where(eq(roundMatches.roundId, roundId))
    .orderBy(asc(roundMatches.chunk), asc(roundMatches.position))
    .all();
  const chunks = db
    .select({ noFits: roundChunks.noFits, model: roundChunks.model })
    .from(roundChunks)
    .where(eq(roundChunks.roundId, roundId))
    .orderBy(asc(roundChunks.chunk))
    .all();
  return {
    matches: matches.map((row) => row.match),
    noFits: chunks.flatMap((row) => row.noFits),
    models: [...new Set(chunks.flatMap((row) => row.model ?? []))],
  };
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
