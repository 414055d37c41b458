import type { Request, RequestHandler, Response } from 'express';

/** A middleware as a promise. */
export function passedThrough(
  middleware: RequestHandler,
  request: Request,
  response: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    middleware(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}
