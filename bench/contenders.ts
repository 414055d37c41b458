/** Who takes part, by name. */
import type { Contender } from './contender.ts';
import { readWords } from './corpus/parts.ts';
import type { Corpus } from './corpus.ts';
import { type Peer, TOP } from './peers/peer.ts';

/** In the order of the tables. Each is loaded in a process of its own. */
export const CONTENDERS = {
  engine: async (corpus) => (await import('./engine-peer.ts')).createEnginePeer(corpus),
  MiniSearch: async (corpus) => ofPeer((await import('./peers/mini-search.ts')).createMiniSearch(), corpus),
  FlexSearch: async (corpus) => ofPeer((await import('./peers/flex-search.ts')).createFlexSearch(), corpus),
  'SQLite FTS5': async (corpus) =>
    ofPeer((await import('./peers/sqlite-fts5.ts')).createSqliteFts5(), corpus),
  'cosine loop': async (corpus) =>
    ofPeer((await import('./peers/cosine-loop.ts')).createCosineLoop(), corpus),
  floor: async (corpus) => ofPeer((await import('./peers/floor.ts')).createFloor(), corpus),
  'impacts of words': async (corpus) => ofPeer((await import('./peers/impacts.ts')).createImpacts(), corpus),
} satisfies Record<string, (corpus: Corpus) => Promise<Contender>>;

export type ContenderName = keyof typeof CONTENDERS;

export const ALL_BUILT = Object.keys(CONTENDERS) as ContenderName[];
/** The table of impacts is a part of the engine: it is built beside the others, to tell what the rest takes, not asked. */
export const ALL_CONTENDERS = ALL_BUILT.filter((name) => name !== 'impacts of words');

/** All words of a result make the query, each word once: nobody is to do the same work twice. */
function ofPeer(peer: Peer, { folder, carriers, results }: Corpus): Contender {
  const documents = readWords(folder, 'carriers', carriers);
  const queries = readWords(folder, 'results', results).map((words) => [...new Set(words)]);
  return {
    steps: { build: () => peer.build(documents) },
    questions: { search: (result) => peer.search(queries[result]!, TOP).length },
  };
}
