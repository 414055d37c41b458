/** What every adapter of the store port must do. An adapter's test calls it with a way to open an empty store. */
import { describe, expect, it } from 'vitest';
import { concurrencySuite } from './store-concurrency-suite.ts';
import { decisionSuite } from './store-decisions-suite.ts';
import { embeddingSuite } from './store-embeddings-suite.ts';
import { type OpenStore, type OpenTwo, type StoreBars, T0 } from './store-fixtures.ts';
import { importSuite } from './store-imports-suite.ts';
import { jobHistorySuite } from './store-job-history-suite.ts';
import { jobTreeSuite } from './store-job-trees-suite.ts';
import { jobSuite } from './store-jobs-suite.ts';
import { modelSuite } from './store-models-suite.ts';
import { recordSuite } from './store-records-suite.ts';
import { roundSuite } from './store-rounds-suite.ts';

export interface StoreUnderTest {
  readonly open: OpenStore;
  readonly openTwo: OpenTwo;
  readonly bars: StoreBars;
}

export function storeSuite(adapter: string, { open, openTwo, bars }: StoreUnderTest): void {
  describe(`store on ${adapter}`, () => {
    jobSuite(open);
    jobTreeSuite(open);
    jobHistorySuite(open);
    recordSuite(open, bars);
    concurrencySuite(openTwo);
    embeddingSuite(open);
    modelSuite(open);
    importSuite(open);
    roundSuite(open);
    decisionSuite(open);

    it('answers until it is closed', async () => {
      const store = await open({ clock: () => T0 });
      await store.ping();
      await store.close();
      await expect(store.ping()).rejects.toThrow();
    });
  });
}
