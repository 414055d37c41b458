/** The web application: one chain from the request id to the problem document. */
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Application } from '../usecases/application.ts';
import { logRequests } from './observing/log-requests.ts';
import { giveRequestId } from './observing/request-id.ts';
import { createApiDocument } from './openapi/api-document.ts';
import { docsPage, frontDoor } from './openapi/docs-page.ts';
import { nothingHere, problemHandler } from './problems/problem-handler.ts';
import { askReadiness } from './readiness.ts';
import { ROUTES } from './routes.ts';
import { mountRoutes } from './routing/mount.ts';
import { dataHeaders } from './security/headers.ts';
import { limitRate } from './security/limit-rate.ts';
import type { Services } from './services.ts';

export function createApp(
  application: Pick<Application, 'store' | 'queue' | 'embedder' | 'usecases'>,
  { http }: Pick<Config, 'http'>,
  log: Logger,
): Express {
  const document = createApiDocument(ROUTES);
  const services: Services = {
    usecases: application.usecases,
    readiness: () => askReadiness(application, log),
    apiDocument: () => document,
  };
  const app = express();
  app.set('trust proxy', http.trustedProxies);
  app.use(giveRequestId, logRequests(log), dataHeaders);
  const [probes, others] = [
    ROUTES.filter(({ access }) => access === 'probe'),
    ROUTES.filter(({ access }) => access !== 'probe'),
  ];
  mountRoutes(app, probes, services, http);
  app.use(limitRate(http.requestsPerMinute));
  mountRoutes(app, others, services, http);
  app.use(frontDoor('/docs/'));
  app.use('/docs', docsPage('/openapi.json'));
  app.use(nothingHere, problemHandler);
  return app;
}
