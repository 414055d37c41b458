/** Vectors of texts, by model and the text's hash. */
import { and, count, eq, sql } from 'drizzle-orm';
import { bytesOf, vectorOf } from '../rules/vector-bytes.ts';
import { DimensionsDiffer, type EmbeddingStore } from '../store.ts';
import { inBatches } from './batches.ts';
import { oneOf } from './one-of.ts';
import { embeddings } from './schema/embeddings.ts';
import { type Database, inOneWrite, type Session } from './session.ts';

/** The first half of a lock's name; the second is a number made of the model's name. */
const EMBEDDING = 7_214_003;

export function postgresEmbeddingStore(db: Database): EmbeddingStore {
  const ofTexts = (model: string, textHashes: readonly string[]) =>
    and(eq(embeddings.model, model), oneOf(embeddings.textHash, textHashes));

  return {
    save: async (model, found) => {
      await inOneWrite(db, async (tx) => {
        await holdModel(tx, model);
        const dimensions = (await dimensionsOf(tx, model)) ?? found[0]?.vector.length ?? 0;
        const other = found.find(({ vector }) => vector.length !== dimensions);
        if (other)
          throw new DimensionsDiffer(
            `a vector of ${other.vector.length} dimensions, where ${model} has ${dimensions}`,
          );
        await inBatches(found, async (batch) => {
          const rows = batch.map(({ textHash, vector }) => ({
            model,
            dimensions,
            textHash,
            vector: bytesOf(vector),
          }));
          await tx.insert(embeddings).values(rows).onConflictDoNothing();
        });
      });
    },

    find: async (textHashes, model) => {
      const rows = await db
        .select({ textHash: embeddings.textHash, vector: embeddings.vector })
        .from(embeddings)
        .where(ofTexts(model, textHashes));
      return new Map(rows.map(({ textHash, vector }) => [textHash, vectorOf(vector)]));
    },

    known: async (textHashes, model) => {
      const rows = await db
        .select({ textHash: embeddings.textHash })
        .from(embeddings)
        .where(ofTexts(model, textHashes));
      return new Set(rows.map(({ textHash }) => textHash));
    },

    count: async (model) => {
      const rows = await db.select({ vectors: count() }).from(embeddings).where(eq(embeddings.model, model));
      return rows[0]?.vectors ?? 0;
    },
  };
}

/** Of two first writers of a model one says how long its vectors are. */
async function holdModel(tx: Session, model: string): Promise<void> {
  const name = sql.param(model, embeddings.model);
  await tx.execute(sql`select pg_advisory_xact_lock(${EMBEDDING}, hashtext(${name}::text))`);
}

async function dimensionsOf(tx: Session, model: string): Promise<number | undefined> {
  const [kept] = await tx
    .select({ dimensions: embeddings.dimensions })
    .from(embeddings)
    .where(eq(embeddings.model, model))
    .limit(1);
  return kept?.dimensions;
}
