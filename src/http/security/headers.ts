/** Security headers (helmet also takes X-Powered-By away). Answers are data: nothing in them may run, except on the two pages that say what they need. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const NOTHING = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

type Directives = Record<string, string[]>;

/**
 * Neither HSTS nor upgrade-insecure-requests: whether there is TLS is known to the proxy in front, and on a plain
 * http address of an office network they would leave the pages blank.
 */
const withPolicy = (directives: Directives): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...NOTHING, ...directives } },
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
  });

export const dataHeaders = withPolicy({});

/** A report is one page with its own style and nothing else. */
export const REPORT_POLICY =
  "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';style-src 'unsafe-inline'";

/** Swagger UI: scripts and data from here only; it styles its elements inline and has its icons as data URLs. */
export const docsHeaders = withPolicy({
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
});
