import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RequestError } from '../problems/request-error.ts';

/** So many requests a minute from one address (IPv6: one /56); 0 sets no limit. Answers carry RateLimit headers. */
export function limitRate(requestsPerMinute: number): RequestHandler {
  if (requestsPerMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // A forged X-Forwarded-For is not believed (see TRUSTED_PROXIES), and need not be complained about.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: () => {
      throw new RequestError(
        'rate.limited',
        `每分钟最多 ${requestsPerMinute} 次请求，请稍后再试 · At most ${requestsPerMinute} requests a minute; try again later`,
      );
    },
  });
}
