/** SQLite's full-text index in memory: BM25 over any of the words. The words are cut before, so unicode61 does. */
import Database from 'better-sqlite3';
import type { Peer } from './peer.ts';

/** Characters that the segmenter keeps inside a word (c-v2x, 1.5) and unicode61 would cut at. */
const INSIDE_WORDS = "tokenchars '-+./&,'";

export function createSqliteFts5(): Peer {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE carriers USING fts5(words, content='', tokenize="unicode61 ${INSIDE_WORDS}")`,
  );
  const insert = database.prepare('INSERT INTO carriers (rowid, words) VALUES (?, ?)');
  const best = database
    .prepare<[string, number], number>(
      'SELECT rowid FROM carriers WHERE carriers MATCH ? ORDER BY rank LIMIT ?',
    )
    .pluck();
  return {
    build: database.transaction((documents: readonly (readonly string[])[]) => {
      documents.forEach((words, id) => {
        insert.run(id, words.join(' '));
      });
    }),
    search: (words, top) => best.all(words.map((word) => `"${word}"`).join(' OR '), top),
  };
}
