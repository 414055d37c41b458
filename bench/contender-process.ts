/**
 * A process of its own for one contender, so that nobody's heap and garbage are another's. Arguments: name, corpus as
 * JSON. Times and memory are taken here; messages only say what to do and what came of it.
 */
import { CONTENDERS, type ContenderName } from './contenders.ts';
import type { Corpus } from './corpus.ts';
import { watchMemory } from './measuring/memory.ts';
import { TOP } from './peers/peer.ts';

export type Order =
  | { readonly order: 'step'; readonly step: string }
  | { readonly order: 'ask'; readonly question: string; readonly results: readonly number[] };

/** What work took: milliseconds that passed, and those that processors spent on it, whoever else wanted them. */
export interface Taken {
  readonly ms: number;
  readonly cpu: number;
}

export interface StepTaken extends Taken {
  /** Resident memory that the step left behind, and its greatest growth meanwhile, in bytes. */
  readonly held: number;
  readonly peak: number;
  /** All of the process after the step, with Node and what the index is made from. */
  readonly process: number;
}

/** What a contender says when it has loaded the corpus. */
export interface Presented {
  readonly steps: readonly string[];
  readonly questions: readonly string[];
}

const [name = '', corpus = ''] = process.argv.slice(2);
const contender = await CONTENDERS[name as ContenderName](JSON.parse(corpus) as Corpus);

process.on('message', async (message: Order) => {
  process.send!(message.order === 'step' ? await take(message.step) : ask(message.question, message.results));
});
process.send!({
  steps: Object.keys(contender.steps),
  questions: Object.keys(contender.questions),
} satisfies Presented);

async function take(step: string): Promise<StepTaken> {
  const work = contender.steps[step];
  if (!work) throw new Error(`${name} has no step "${step}"`);
  const memory = await watchMemory();
  const taken = timed(work);
  return { ...taken, ...(await memory.stop()) };
}

function ask(question: string, results: readonly number[]): Taken[] {
  const answer = contender.questions[question];
  if (!answer) throw new Error(`${name} cannot be asked "${question}"`);
  return results.map((result) =>
    timed(() => {
      const found = answer(result);
      if (found < TOP) throw new Error(`${name} found ${found} carriers of ${TOP} for result ${result}`);
    }),
  );
}

function timed(work: () => void): Taken {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpu: (user + system) / 1000 };
}
