/** The last link of the chain: every error becomes a problem document. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { describeError } from '../observing/describe-error.ts';
import { requestIdOf } from '../observing/request-id.ts';
import type { ProblemCode } from './codes.ts';
import { describeProblem, PROBLEM_MEDIA_TYPE, type Refusal } from './problem.ts';
import { refusalOf } from './refusal-of.ts';
import { RequestError } from './request-error.ts';

/** Faults of the installation, which whoever runs it must hear of. */
const FAULTS: ReadonlySet<ProblemCode> = new Set(['internal', 'store.full', 'store.unavailable']);

export const nothingHere: RequestHandler = () => {
  throw new RequestError('route.not_found', '没有此地址，接口列表见 /docs · Nothing is here; see /docs');
};

export const problemHandler: ErrorRequestHandler = (error, request, response, next) => {
  const refusal = refusalOf(error);
  if (FAULTS.has(refusal.code)) {
    request.log.error({ requestId: requestIdOf(response), err: describeError(error) }, 'a request failed');
  }
  // Half an answer is out already: Express ends the connection, so that it is not taken for a whole one.
  if (response.headersSent) return next(error);
  sendProblem(response, refusal, pathOf(request.originalUrl));
};

function sendProblem(response: Response, refusal: Refusal, instance: string): void {
  const problem = describeProblem(refusal, { instance, requestId: requestIdOf(response) });
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer realm="jianyuan"');
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problem));
}

/** Without the query: what somebody searched for is nobody else's business. */
function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
