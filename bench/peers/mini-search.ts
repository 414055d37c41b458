/** MiniSearch, the usual pick for search in a Node program: BM25+ over all words, any of which may match. */
import MiniSearch from 'minisearch';
import type { Peer } from './peer.ts';

export function createMiniSearch(): Peer {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
  });
  return {
    build: (documents) => index.addAll(documents.map((words, id) => ({ id, text: words.join(' ') }))),
    search: (words, top) =>
      index
        .search(words.join(' '))
        .slice(0, top)
        .map(({ id }): number => id),
  };
}
