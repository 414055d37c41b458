/** Why a running job was told to stop: the reason of its aborted signal. */
export type InterruptionCause = 'lease_lost' | 'cancelled' | 'stopped';

const MEANING: Readonly<Record<InterruptionCause, string>> = {
  lease_lost: 'the job was cancelled or is run elsewhere',
  cancelled: 'the job was cancelled',
  stopped: 'the process stops; the job is run again later',
};

export class JobInterrupted extends Error {
  override readonly name = 'JobInterrupted';
  readonly why: InterruptionCause;

  constructor(why: InterruptionCause) {
    super(MEANING[why]);
    this.why = why;
  }
}

/** The cause, where `signal` was aborted by a queue; null while the job may go on. */
export function interruptionOf(signal: AbortSignal): InterruptionCause | null {
  const reason: unknown = signal.reason;
  return signal.aborted && reason instanceof JobInterrupted ? reason.why : null;
}
