/** What the program and its threads say to one another. All of it can be cloned. */
import type { Config } from '../config.ts';
import type { PlainError } from '../domain/plain-error.ts';
import type { Profile } from '../domain/profile.ts';
import type { Matcher } from '../usecases/matcher.ts';

/** `match` answers questions over all records, `work` works off jobs. */
export type ThreadRole = 'match' | 'work';

export interface ThreadData {
  readonly role: ThreadRole;
  /** For the log. */
  readonly name: string;
  readonly config: Config;
  /** As the process has read it: reading and checking it takes longer than handing it on. */
  readonly profile: Profile;
  /** Jobs at a time, where it works off jobs. */
  readonly concurrency: number;
  /** What the threads that work off jobs have in common (src/jobs/running/heavy-lane.ts), and this one's number in it. */
  readonly lane?: { readonly shared: SharedArrayBuffer; readonly me: number };
}

export type Question = 'carriersFor' | 'resultsFor' | 'explain';

export type Order =
  | { readonly order: 'ask'; readonly id: number; readonly question: Question; readonly of: unknown[] }
  /** There are new jobs. */
  | { readonly order: 'wake' }
  /** Ends what is under way within this time, then the thread. */
  | { readonly order: 'stop'; readonly graceMs: number };

export type Report =
  /** The first question, or job, can be taken without a wait. */
  | { readonly report: 'ready' }
  | { readonly report: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly report: 'refusal'; readonly id: number; readonly error: PlainError };

/** Arguments and answer of a question, as the matcher has them. */
export type Asked<Name extends Question> = Parameters<Matcher[Name]>;
export type Answered<Name extends Question> = Awaited<ReturnType<Matcher[Name]>>;
