/** Keeps requested jobs inside the write that they follow from. Call within a transaction. */
import type { JobRequest } from '../../domain/job.ts';
import { hasTwoParents, waitsForItself } from '../rules/job-rules.ts';
import type { Database } from './connection.ts';
import { secondParent } from './job-waits.ts';
import { type OutboxStatements, outboxStatements } from './outbox-statements.ts';

/**
 * A key that is kept already changes nothing, its `after` included, unless that job is dead or cancelled:
 * then it starts anew as requested. Throws where a job would wait for itself, and where one would be waited for by two
 * jobs of one tree.
 */
export function keepJobs(db: Database, requests: readonly JobRequest[], now: number): void {
  const statements = outboxStatements(db);
  for (const request of requests) {
    keepTree(statements, request, true, now);
    if (request.after?.length) refuseSecondParents(db, request.key);
  }
}

/** Looks at all trees that the job is in, from their roots: a job that is done is in none, as nobody waits for it. */
function refuseSecondParents(db: Database, key: string): void {
  const twice = db.get<{ key: string }>(secondParent(key));
  if (twice) throw hasTwoParents(twice.key);
}

function keepTree(
  statements: OutboxStatements,
  { key, name, payload, maxAttempts, after = [] }: JobRequest,
  standalone: boolean,
  now: number,
): void {
  const kept = statements.kept.get({ key });
  if (kept && kept.state !== 'dead' && kept.state !== 'cancelled') {
    if (standalone) statements.makeStandalone.run({ key });
    return;
  }
  if (kept) statements.forgetWaits.run({ key });
  const asked = standalone || (kept?.standalone ?? false);
  statements.begin.run({ key, name, payload, standalone: asked, maxAttempts, now });
  if (after.length === 0) return;
  for (const child of after) {
    keepTree(statements, child, false, now);
    letWait(statements, key, child.key);
  }
  statements.waitOrBeReady.run({ key });
}

function letWait(statements: OutboxStatements, parent: string, child: string): void {
  if (statements.circle.get({ parent, child })) throw waitsForItself(parent, child);
  statements.letWait.run({ parent, child });
}
