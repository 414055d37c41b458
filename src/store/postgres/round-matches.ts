/** What the chunks of a round bring: matches, and why some results fit nobody. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Match } from '../../domain/match.ts';
import type { Candidates, RoundChunk } from '../../domain/round.ts';
import type { MatchQuery } from '../store.ts';
import { inBatches } from './batches.ts';
import { roundChunks, roundMatches } from './schema/rounds.ts';
import type { Session } from './session.ts';

const chunkIs = (roundId: string, chunk: number) =>
  and(eq(roundChunks.roundId, roundId), eq(roundChunks.chunk, chunk));
const matchesIn = (roundId: string, chunk: number) =>
  and(eq(roundMatches.roundId, roundId), eq(roundMatches.chunk, chunk));

/** Replaces what the chunk brought before. Call within a transaction. */
export async function saveChunk(
  tx: Session,
  { roundId, chunk, matches, noFits, candidates, model }: RoundChunk,
): Promise<void> {
  await tx
    .insert(roundChunks)
    .values({ roundId, chunk, noFits, candidates, model })
    .onConflictDoUpdate({
      target: [roundChunks.roundId, roundChunks.chunk],
      set: {
        noFits: sql`excluded.no_fits`,
        candidates: sql`excluded.candidates`,
        model: sql`excluded.model`,
      },
    });
  await tx.delete(roundMatches).where(matchesIn(roundId, chunk));
  const rows = matches.map((match, position) => {
    const { resultId, carrierId, purpose, affinity } = match;
    return { roundId, chunk, position, resultId, carrierId, purpose, affinity, match };
  });
  await inBatches(rows, async (batch) => {
    await tx.insert(roundMatches).values(batch);
  });
}

export async function chunksOf(session: Session, roundId: string): Promise<number[]> {
  const rows = await session
    .select({ chunk: roundChunks.chunk })
    .from(roundChunks)
    .where(eq(roundChunks.roundId, roundId))
    .orderBy(asc(roundChunks.chunk));
  return rows.map((row) => row.chunk);
}

/** Call within a transaction of one moment, so that all lists belong together. */
export async function chunkOf(tx: Session, roundId: string, chunk: number): Promise<RoundChunk | null> {
  const [kept] = await tx.select().from(roundChunks).where(chunkIs(roundId, chunk));
  if (!kept) return null;
  const matches = await tx
    .select({ match: roundMatches.match })
    .from(roundMatches)
    .where(matchesIn(roundId, chunk))
    .orderBy(asc(roundMatches.position));
  const { noFits, candidates, model } = kept;
  return { roundId, chunk, matches: matches.map((row) => row.match), noFits, candidates, model: model ?? '' };
}

export async function candidatesOf(
  session: Session,
  roundId: string,
  chunk: number,
): Promise<readonly Candidates[]> {
  const [kept] = await session
    .select({ candidates: roundChunks.candidates })
    .from(roundChunks)
    .where(chunkIs(roundId, chunk));
  return kept?.candidates ?? [];
}

export async function modelsOf(session: Session, roundId: string): Promise<string[]> {
  const rows = await session
    .selectDistinct({ model: roundChunks.model })
    .from(roundChunks)
    .where(eq(roundChunks.roundId, roundId))
    .orderBy(asc(roundChunks.model));
  return rows.flatMap(({ model }) => model ?? []);
}

export async function matchesOf(session: Session, roundId: string, query: MatchQuery): Promise<Match[]> {
  const { resultId, carrierId, purpose, limit } = query;
  const rows = await session
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
    .limit(limit);
  return rows.map((row) => row.match);
}
