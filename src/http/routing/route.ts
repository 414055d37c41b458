/**
 * A route is declared in one place: method, path, who may call it, what it takes (zod), what it answers (zod), which
 * problems it knows, and how it is done. Both Express and the OpenAPI document are made from this declaration.
 */
import type { z } from 'zod';
import type { ProblemCode } from '../problems/codes.ts';
import type { Caller } from '../security/caller.ts';
import type { Services } from '../services.ts';
import type { BodySpec } from './body.ts';
import { parseParams, parseQuery } from './parse.ts';
import type { Reply } from './reply.ts';

/** `probe`: for machines that watch, never limited; `open`: for everybody; `key`: needs the API key. */
export type Access = 'probe' | 'open' | 'key';
export type Tag =
  | 'results'
  | 'carriers'
  | 'recommendations'
  | 'imports'
  | 'rounds'
  | 'reports'
  | 'decisions'
  | 'jobs'
  | 'service';

interface AnswerSpec<Answer> {
  /** What each status of success means. */
  readonly statuses: Readonly<Record<number, string>>;
  /** Of a JSON answer. */
  readonly schema?: z.ZodType<Answer>;
  /** Other media types that it comes in. */
  readonly media?: readonly string[];
  /** Path of what was made or started is in the header Location. */
  readonly location?: boolean;
}

interface Call<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  /** The best of these media types for the caller; null where none will do. */
  readonly prefers: (...media: readonly string[]) => string | null;
}

export interface RouteDescription {
  readonly method: 'get' | 'post';
  /** With parameters in braces: `/api/v1/results/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: BodySpec<unknown>;
  readonly answer: AnswerSpec<unknown>;
  /** Beyond those that come with access, parameters and body. */
  readonly problems: readonly ProblemCode[];
}

/** A request as it came, its parts not yet checked. */
type RawCall = Call<unknown, unknown, unknown>;

export interface Route extends RouteDescription {
  readonly run: (services: Services, call: RawCall) => Promise<Reply<unknown>>;
}

interface RouteSpec<Params extends z.ZodObject, Query extends z.ZodObject, Body, Answer>
  extends RouteDescription {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: BodySpec<Body>;
  readonly answer: AnswerSpec<Answer>;
  readonly handle: (
    services: Services,
    call: Call<z.output<Params>, z.output<Query>, Body>,
  ) => Promise<Reply<Answer>> | Reply<Answer>;
}

type Nothing = z.ZodObject<Record<never, never>>;

export function defineRoute<
  Answer,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body = undefined,
>({ handle, ...description }: RouteSpec<Params, Query, Body, Answer>): Route {
  const { params, query, body } = description;
  return {
    ...description,
    run: async (services, call) =>
      handle(services, {
        ...call,
        params: parseParams(params, call.params),
        query: parseQuery(query, call.query),
        body: body?.parse(call.body) as Body,
      }),
  };
}
