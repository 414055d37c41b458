/** What texts are read with fills a hundred megabytes, which learning from many records has better use for. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { RESULTS } from './district.ts';
import { anotherEngine } from './given.ts';

const PATIENCE_MS = 300_000;
const DRAFTS = RESULTS.map((given) => ResearchResultSchema.parse(given));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function held(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

test(
  'an engine that lets go of it holds tens of megabytes less, and reads as before when it is asked again',
  async () => {
    const { engine } = await anotherEngine();
    const read = () => DRAFTS.map((draft) => JSON.stringify(engine.analyseResult(draft)));
    const before = read();
    const full = held();
    engine.release();
    expect(full - held()).toBeGreaterThan(20);
    expect(read()).toEqual(before);
  },
  PATIENCE_MS,
);
