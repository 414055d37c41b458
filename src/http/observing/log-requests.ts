/**
 * One log line per request: id, method, path, status, time. No body, no query, no header (the key is in one), no
 * address of the caller: contact data of the people in the records cannot get into the log.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { REQUEST_ID_HEADER } from './request-id.ts';

/** Probes come every few seconds and would drown the rest. */
const QUIET = /^\/(healthz|readyz)(\?|$)/u;

export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
    genReqId: (_request, response) => String(response.getHeader(REQUEST_ID_HEADER)),
    autoLogging: { ignore: ({ url = '' }) => QUIET.test(url) },
    serializers: { req: () => undefined },
    customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessObject: line,
    customErrorObject: (request, response, _error, timing) => line(request, response, timing),
    customSuccessMessage: (_request, response) => (response.writableFinished ? 'answered' : 'broken off'),
    customErrorMessage: () => 'failed',
  });
}

/** The path is taken from the request as it came: routers change `url` on the way. */
function line(request: IncomingMessage, response: ServerResponse, { ms }: { ms?: number }): object {
  const original: unknown = Reflect.get(request, 'originalUrl');
  const url = typeof original === 'string' ? original : (request.url ?? '');
  return { method: request.method, path: url.split('?', 1)[0], status: response.statusCode, ms };
}
