/** One command's use of the application: built, used, closed, whatever happens. */
import { type Config, loadConfig } from '../config.ts';
import type { Application } from '../usecases/application.ts';

/** A command that ends by itself logs errors only, unless LOG_LEVEL says otherwise: its output is for people. */
export function commandConfig(overrides: Record<string, string | undefined> = {}): Config {
  return loadConfig({ LOG_LEVEL: 'fatal', ...process.env, ...overrides });
}

export async function withApplication<Answer>(
  config: Config,
  use: (application: Application, config: Config) => Promise<Answer>,
): Promise<Answer> {
  // Loaded only when a command really runs: its help needs none of it.
  const { compose } = await import('../compose.ts');
  const application = await compose(config);
  try {
    return await use(application, config);
  } finally {
    await application.close();
  }
}

/** Works off jobs in this process. */
export async function workHere({ queue, usecases }: Application, config: Config): Promise<void> {
  const { jobHandlers } = await import('../../workers/index.ts');
  return queue.work(jobHandlers(usecases), { concurrency: config.queue.concurrency });
}
