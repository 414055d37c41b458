/**
 * A job's id in Redis, from its key. BullMQ keeps ids in names of Redis keys beside its own (`wait`, `meta`), parts
 * them by colons and takes numbers for its own ids: so colons are escaped and every id begins alike.
 */
export function jobIdOf(key: string): string {
  return `job-${key.replaceAll('%', '%25').replaceAll(':', '%3A')}`;
}
