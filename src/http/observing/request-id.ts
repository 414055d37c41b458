/** One id per request: in the answer's header, in problems and in every log line. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

export const REQUEST_ID_HEADER = 'X-Request-Id';

/** An id from outside goes into logs and headers: anything but a short plain token is replaced. */
const SANE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;

export const giveRequestId: RequestHandler = (request, response, next) => {
  const given = request.get(REQUEST_ID_HEADER);
  response.set(REQUEST_ID_HEADER, given !== undefined && SANE.test(given) ? given : randomUUID());
  next();
};

/** The header is the one place where the id is kept. */
export function requestIdOf(response: Pick<Response, 'getHeader'>): string {
  return String(response.getHeader(REQUEST_ID_HEADER) ?? '');
}
