/** The web application. So far it says whether the process lives and whether it can work. */
import express, { type Express } from 'express';
import type { Config } from '../config.ts';
import type { Application } from '../usecases/application.ts';

export function createApp({ store, queue }: Pick<Application, 'store' | 'queue'>, _config: Config): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    try {
      await Promise.all([store.ping(), queue.ping()]);
      response.json({ status: 'ready' });
    } catch (error) {
      response
        .status(503)
        .json({ status: 'not ready', reason: error instanceof Error ? error.message : String(error) });
    }
  });
  return app;
}
