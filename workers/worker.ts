import { DomainError, mayPass } from '../src/domain/errors.ts';
import type { JobDefinition } from '../src/jobs/definition.ts';
import { parsePayload } from '../src/jobs/definition.ts';
import { type JobContext, type JobHandler, UnrecoverableJobError } from '../src/jobs/queue.ts';
import type { UseCases } from '../src/usecases/use-cases.ts';

/** One job's worker: which job, and how the application does it. */
export interface Worker {
  readonly name: string;
  readonly handler: (usecases: UseCases) => JobHandler;
}

/** The payload is parsed again here: the writer of the job may have been another version. */
export function defineWorker<Payload>(
  job: JobDefinition<Payload>,
  work: (usecases: UseCases, payload: Payload, context: JobContext) => Promise<unknown>,
): Worker {
  return {
    name: job.name,
    handler: (usecases) => async (payload, context) => {
      try {
        await work(usecases, parsePayload(job, payload), context);
      } catch (error) {
        throw isFinal(error)
          ? new UnrecoverableJobError(`[${error.code}] ${error.message}`, { cause: error })
          : error;
      }
    },
  };
}

/** What the domain refuses it refuses again: another try would only delay the answer. */
function isFinal(error: unknown): error is DomainError {
  return error instanceof DomainError && !mayPass(error);
}
