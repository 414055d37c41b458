/** What users are told when the server does not answer. Never the address's password, never a statement. */
import pg from 'pg';
import { DomainError, storeFull } from '../../domain/errors.ts';
import { plainError } from './session.ts';

/** https://www.postgresql.org/docs/15/errcodes-appendix.html and the errors of Node's sockets. */
const REASONS: readonly (readonly [RegExp, zh: string, en: string])[] = [
  [/^28/u, '用户名或密码被拒绝', 'user or password refused'],
  [/^3D000$/u, '没有此数据库', 'there is no such database'],
  [/^42501$/u, '数据库用户没有建表权限', 'the user may not create tables'],
  [/^53300$/u, '连接数已满', 'too many connections'],
  [/^57P0|^08/u, '服务器正在停止、启动或已断开', 'the server is stopping, starting or has hung up'],
  [/^ECONNREFUSED$|^ENOENT$/u, '服务器未在该地址运行', 'no server at this address'],
  [/^ENOTFOUND$|^EAI_AGAIN$/u, '找不到主机', 'unknown host'],
  [/^ECONNRESET$|^EPIPE$|^ETIMEDOUT$|^E(HOST|NET)UNREACH$/u, '网络中断', 'the network was interrupted'],
];

const DISK_FULL = '53100';

/** What the driver says without a code. */
const WORDS =
  /connection terminated|timeout exceeded when trying to connect|not queryable|server does not support SSL/iu;

/** The error for whoever opens the store at this address; another error stays what it is. */
export function unreachable(url: string, error: unknown): unknown {
  return unavailable(error, ` ${shownAddress(url)} `);
}

/** The same methods; what they reject with is plain, and `store.unavailable` where the server is away. */
export function sayingWhy<Part extends object>(part: Part): Part {
  return new Proxy(part, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(method, target, args);
        } catch (error) {
          throw unavailable(plainError(error));
        }
      };
    },
  });
}

/** `store.full` where its disk is, `store.unavailable` where the server is away or refuses; another error stays what it is. */
export function unavailable(error: unknown, where = ''): unknown {
  if (error instanceof Error && codeOf(error) === DISK_FULL) return storeFull();
  const reason = reasonOf(error);
  if (reason === null) return error;
  const [zh, en] = reason;
  return new DomainError(
    'store.unavailable',
    `数据库${where}不可用：${zh} · The database${where || ' '}is not available: ${en}`,
  );
}

function reasonOf(error: unknown): readonly [zh: string, en: string] | null {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  const known = REASONS.find(([codes]) => codes.test(code));
  if (known) return [known[1], known[2]];
  if (error instanceof pg.DatabaseError || !WORDS.test(error.message)) return null;
  return ['连接中断或超时', 'the connection was lost or timed out'];
}

/** Several addresses of one host fail as one error with a list. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  return first instanceof Error ? codeOf(first) : '';
}

/** Host, port and database: where to look, without who comes. */
export function shownAddress(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
