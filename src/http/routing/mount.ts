/** Puts routes on an Express application: who may, what came, what is answered; other methods are refused. */
import { pipeline } from 'node:stream/promises';
import type { Express, Request, RequestHandler, Response } from 'express';
import { RequestError } from '../problems/request-error.ts';
import { ANYBODY, type Caller, identifyCaller, requireKey } from '../security/caller.ts';
import type { Services } from '../services.ts';
import { readBody } from './read-body.ts';
import type { Reply } from './reply.ts';
import type { Access, Route } from './route.ts';

export interface Door {
  readonly apiKey: string | null;
  readonly maxUploadBytes: number;
}

export function mountRoutes(app: Express, routes: readonly Route[], services: Services, door: Door): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const group = routes.filter((route) => route.path === path);
    const mounted = app.route(expressPath(path));
    for (const route of group) mounted[route.method](answer(route, services, door));
    mounted.all(refuseMethod(group.map(({ method }) => method)));
  }
}

/** `/results/{id}` as Express writes it: `/results/:id`. */
function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/gu, ':$1');
}

/** The key is looked at before the body: whoever may not write does not make the server read. */
function answer(route: Route, services: Services, door: Door): RequestHandler {
  return async (request, response) => {
    const caller = admit(request, route.access, door);
    const body = await readBody(route.body, request, response, door);
    const reply = await route.run(services, {
      params: request.params,
      query: request.query,
      body,
      caller,
      prefers: (...media) => request.accepts([...media]) || null,
    });
    await send(response, reply, caller);
  };
}

function admit(request: Request, access: Access, { apiKey }: Door): Caller {
  if (access === 'probe') return ANYBODY;
  const caller = identifyCaller(request.get('Authorization'), apiKey);
  if (access === 'key') requireKey(caller, apiKey);
  return caller;
}

/** What was shown to a holder of the key is in no cache, and is not given to anybody else. */
async function send(
  response: Response,
  { status, headers, content }: Reply<unknown>,
  { trusted }: Caller,
): Promise<void> {
  response
    .status(status)
    .set('Cache-Control', trusted ? 'no-store' : 'no-cache')
    .vary('Authorization');
  const { Vary: vary, ...others } = headers;
  if (vary !== undefined) response.vary(vary);
  response.set(others);
  if ('json' in content) response.json(content.json);
  else if ('pieces' in content) await pipeline(content.pieces, response.type(content.media));
  else response.type(content.media).send(Buffer.from(content.bytes));
}

function refuseMethod(methods: readonly string[]): RequestHandler {
  const allowed = ['OPTIONS', ...methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method]))]
    .join(', ')
    .toUpperCase();
  return (request, response) => {
    response.set('Allow', allowed);
    if (request.method === 'OPTIONS') {
      response.status(204).end();
      return;
    }
    throw new RequestError(
      'route.method_not_allowed',
      `此地址只支持 ${allowed} · This address takes ${allowed}`,
    );
  };
}
