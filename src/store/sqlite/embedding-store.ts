/** Vectors of texts, by model and the text's hash. */
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { bytesOf, vectorOf } from '../rules/vector-bytes.ts';
import { DimensionsDiffer, type EmbeddingStore } from '../store.ts';
import { inBatches } from './batches.ts';
import { type Database, inOneWrite } from './connection.ts';
import { embeddings } from './schema/embeddings.ts';

export function sqliteEmbeddingStore(db: Database): EmbeddingStore {
  const ofTexts = (model: string, textHashes: string[]) =>
    and(eq(embeddings.model, model), inArray(embeddings.textHash, textHashes));

  return {
    save: async (model, found) =>
      inOneWrite(db, () => {
        const dimensions = dimensionsOf(db, model) ?? found[0]?.vector.length ?? 0;
        const insert = db
          .insert(embeddings)
          .values({
            model,
            dimensions,
            textHash: sql.placeholder('textHash'),
            vector: sql.placeholder('vector'),
          })
          .onConflictDoNothing()
          .prepare();
        for (const { textHash, vector } of found) {
          if (vector.length !== dimensions)
            throw new DimensionsDiffer(
              `a vector of ${vector.length} dimensions, where ${model} has ${dimensions}`,
            );
          insert.run({ textHash, vector: bytesOf(vector) });
        }
      }),

    find: async (textHashes, model) => {
      const rows = inBatches(textHashes, (batch) =>
        db
          .select({ textHash: embeddings.textHash, vector: embeddings.vector })
          .from(embeddings)
          .where(ofTexts(model, batch))
          .all(),
      );
      return new Map(rows.map(({ textHash, vector }) => [textHash, vectorOf(vector)]));
    },

    known: async (textHashes, model) => {
      const rows = inBatches(textHashes, (batch) =>
        db.select({ textHash: embeddings.textHash }).from(embeddings).where(ofTexts(model, batch)).all(),
      );
      return new Set(rows.map(({ textHash }) => textHash));
    },

    count: async (model) =>
      db.select({ vectors: count() }).from(embeddings).where(eq(embeddings.model, model)).get()?.vectors ?? 0,
  };
}

function dimensionsOf(db: Database, model: string): number | undefined {
  const kept = db
    .select({ dimensions: embeddings.dimensions })
    .from(embeddings)
    .where(eq(embeddings.model, model))
    .limit(1)
    .get();
  return kept?.dimensions;
}
