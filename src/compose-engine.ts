/** Makes an engine of a profile's folder, in one place: whoever needs one has what others learnt before. */
import { getEnvironmentData } from 'node:worker_threads';
import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';
import type { Profile } from './domain/profile.ts';
import { createEngine } from './engine/create-engine.ts';
import type { Engine } from './engine/engine.ts';
import { loadProfile } from './exchange/index.ts';
import { diskBytes } from './store/files/kept-bytes.ts';

/** Of the profile that its process has read already, else of the folder's, else of the one that comes with the program. Throws `profile.invalid`. */
export async function composeEngine(
  { profileDir }: Pick<Config, 'profileDir'>,
  log: Logger,
  known?: Profile,
): Promise<{ engine: Engine; profile: Profile }> {
  const profile = known ?? (await loadProfile(profileDir));
  return { engine: createEngine(profile, learntBefore(log)), profile };
}

/**
 * What is learnt from a profile stays beside the compiled program (bin/compiled.js), so that it is never that of other
 * sources; nothing stays of sources that run as they are, but for a run of the tests.
 */
function learntBefore(log: Logger) {
  const folder = getEnvironmentData('jianyuan: what was learnt');
  return typeof folder === 'string' ? diskBytes(folder, log) : null;
}

/** Log lines go to stderr, so that stdout stays the output of a command. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
}
