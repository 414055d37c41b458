/** Whether a job that Redis offers is to be run: the ledger knows, Redis may be behind. */
import type { JobView } from '../../domain/job.ts';
import type { Attempt } from '../running/retry-policy.ts';

export type Admission =
  | { readonly kind: 'run' }
  /** Nothing to do here: Redis is to forget it. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'refuse'; readonly reason: string };

export function admission(view: JobView | null, { attempt, maxAttempts }: Attempt): Admission {
  if (!view)
    return {
      kind: 'refuse',
      reason: 'the ledger does not know this job; does another installation use the same prefix?',
    };
  switch (view.state) {
    case 'done':
    case 'cancelled':
      return { kind: 'skip' };
    // What it waits for was started anew after Redis had let it go: the relay adds it again with what it waits for.
    case 'waiting':
      return { kind: 'skip' };
    case 'dead':
      return { kind: 'refuse', reason: view.error ?? 'ended for good' };
    case 'ready':
    case 'active':
    case 'handed_over':
      break;
  }
  if (attempt <= maxAttempts) return { kind: 'run' };
  return {
    kind: 'refuse',
    reason: `its process ended without a word; all ${maxAttempts} attempts are used up`,
  };
}
