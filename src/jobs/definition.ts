/** A job is defined in one place: its name, the schema of its payload, how often it is tried, its key. */
import type { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import type { JobRequest } from '../domain/job.ts';

export interface JobDefinition<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly maxAttempts: number;
  /** One of them fills a process: a large round's, or a training. No two run in one process at a time. */
  readonly heavy?: true;
  /** Derived from the payload alone: the same work has the same key. */
  readonly key: (payload: Payload) => string;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}

/** A request for a job, its payload checked; `after` are jobs that must be done before it. */
export function requestJob<Payload>(
  definition: JobDefinition<Payload>,
  payload: Payload,
  after?: readonly JobRequest[],
): JobRequest {
  const checked = parsePayload(definition, payload);
  return {
    name: definition.name,
    payload: checked,
    key: `${definition.name}:${definition.key(checked)}`,
    maxAttempts: definition.maxAttempts,
    ...(after && after.length > 0 ? { after } : {}),
  };
}

/** Throws `job.payload_invalid` where the payload is not what the definition says. */
export function parsePayload<Payload>(definition: JobDefinition<Payload>, payload: unknown): Payload {
  const parsed = definition.payload.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new DomainError(
    'job.payload_invalid',
    `payload of ${definition.name}: ${parsed.error.issues[0]?.message ?? 'invalid'}`,
  );
}
