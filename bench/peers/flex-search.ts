/**
 * FlexSearch, which calls itself the fastest. Its plain search wants all words of the query in one document and
 * finds nothing for a whole text; `suggest` ranks by how many of them are there.
 */
import { Index } from 'flexsearch';
import type { Peer } from './peer.ts';

export function createFlexSearch(): Peer {
  const index = new Index({ tokenize: 'strict', encode: (text) => text.split(' ') });
  return {
    build(documents) {
      documents.forEach((words, id) => {
        index.add(id, words.join(' '));
      });
    },
    search: (words, top) => index.search(words.join(' '), { limit: top, suggest: true }).map(Number),
  };
}
