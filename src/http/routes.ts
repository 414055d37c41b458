/** All routes, in the order in which the document shows them. */
import { carrierRoutes } from './carriers/routes.ts';
import { decisionRoutes } from './decisions/routes.ts';
import { documentRoutes, healthRoutes } from './health/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { recommendationRoutes } from './recommendations/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import type { Route } from './routing/route.ts';
import { templateRoutes } from './templates/routes.ts';

export const ROUTES: readonly Route[] = [
  ...resultRoutes,
  ...carrierRoutes,
  ...recommendationRoutes,
  ...templateRoutes,
  ...importRoutes,
  ...roundRoutes,
  ...reportRoutes,
  ...decisionRoutes,
  ...jobRoutes,
  ...healthRoutes,
  ...documentRoutes,
];
