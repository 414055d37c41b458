/** Contenders in their processes, asked in turns: what slows the machine down for a while slows down all of them. */
import { type ChildProcess, fork } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Order, Presented, StepTaken, Taken } from './contender-process.ts';
import type { ContenderName } from './contenders.ts';
import type { Corpus } from './corpus.ts';

const PROCESS = fileURLToPath(new URL('./contender-process.ts', import.meta.url));
/** Share of the machine's memory that one heap may fill. */
const HEAP_SHARE = 0.75;

export interface StartedContender extends Presented {
  readonly name: ContenderName;
  take(step: string): Promise<StepTaken>;
  ask(question: string, results: readonly number[]): Promise<Taken[]>;
  stop(): void;
}

/** Loads the corpus for one contender; nothing is built yet. */
async function startContender(name: ContenderName, corpus: Corpus): Promise<StartedContender> {
  const heap = Math.floor((HEAP_SHARE * totalmem()) / 2 ** 20);
  const child = fork(PROCESS, [name, JSON.stringify(corpus)], {
    // glibc else keeps what it has freed, and the build would seem to need nothing
    env: { ...process.env, MALLOC_MMAP_THRESHOLD_: String(2 ** 17) },
    execArgv: [...process.execArgv, '--expose-gc', `--max-old-space-size=${heap}`],
  });
  const presented = await answer<Presented>(child, name);
  const order = <Answer>(message: Order): Promise<Answer> => {
    child.send(message);
    return answer<Answer>(child, name);
  };
  return {
    name,
    ...presented,
    take: (step) => order({ order: 'step', step }),
    ask: (question, results) => order({ order: 'ask', question, results }),
    stop: () => child.kill(),
  };
}

export interface Built {
  readonly contender: StartedContender;
  readonly steps: readonly (StepTaken & { readonly step: string })[];
}

/** Loads and builds one after the other, so that none waits for a core. */
export async function startBuilt(names: readonly ContenderName[], corpus: Corpus): Promise<Built[]> {
  const built = [];
  for (const name of names) {
    const contender = await startContender(name, corpus);
    const steps = [];
    for (const step of contender.steps) steps.push({ step, ...(await contender.take(step)) });
    built.push({ contender, steps });
  }
  return built;
}

/** What came of one question to one contender. */
export interface Series {
  readonly name: ContenderName;
  readonly question: string;
  /** One result after the other, in turns of `PER_TURN`. */
  readonly taken: readonly Taken[];
}

/** Asked of everybody before anything counts: a round asks thousands, and the compiler is done with the first hundred. */
export const WARM_UP = 100;
/** Results that one contender is asked on end, so that its caches are as warm as in use. */
export const PER_TURN = 5;

/** Asks every question for the first results, after the warm-up; who begins changes from turn to turn. */
export async function askInTurns(
  contenders: readonly StartedContender[],
  queries: number,
): Promise<Series[]> {
  const warmUp = Array.from({ length: WARM_UP }, (_, i) => i);
  const results = Array.from({ length: queries }, (_, i) => WARM_UP + i);
  const asked = contenders.flatMap((contender) =>
    contender.questions.map((question) => ({ contender, question, taken: [] as Taken[] })),
  );
  for (const { contender, question } of asked) await contender.ask(question, warmUp);
  for (let at = 0; at < results.length; at += PER_TURN) {
    const first = (at / PER_TURN) % asked.length;
    for (const { contender, question, taken } of [...asked.slice(first), ...asked.slice(0, first)]) {
      taken.push(...(await contender.ask(question, results.slice(at, at + PER_TURN))));
    }
  }
  return asked.map(({ contender, question, taken }) => ({ name: contender.name, question, taken }));
}

/** The next message of a process; rejects where it ends instead. */
function answer<Answer>(child: ChildProcess, name: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`${name} ended with exit code ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Answer);
    });
  });
}
