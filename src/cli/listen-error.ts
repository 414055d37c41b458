/** Why the server cannot listen where it is told to, by the variable that tells it. */
import type { Config } from '../config.ts';
import { DomainError, type Finding } from '../domain/errors.ts';

type Where = Pick<Config['http'], 'host' | 'port'>;

/** The error itself where it is another one. */
export function listenError(error: unknown, where: Where): unknown {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  const finding = FINDINGS[`${String(error.syscall)} ${String(error.code)}`]?.(where);
  // a name that cannot be resolved may be that of another server
  if (!finding || (finding.field === 'HOST' && !error.message.includes(where.host))) return error;
  const { host, port } = where;
  return new DomainError('config.invalid', `无法监听 · cannot listen on ${host}:${port}`, [finding]);
}

const FINDINGS: Readonly<Record<string, (where: Where) => Finding>> = {
  'listen EADDRINUSE': ({ port }) => ({
    field: 'PORT',
    found: `${port}，已被占用 in use`,
    expected: '未被占用的端口；或先停止占用它的程序 · a port that is free, or stop the program that has it',
  }),
  'listen EACCES': ({ port }) => ({
    field: 'PORT',
    found: `${port}，没有权限 no permission`,
    expected: '1024 及以上的端口 · a port from 1024 on',
  }),
  'listen EADDRNOTAVAIL': notHere,
  'getaddrinfo ENOTFOUND': notHere,
};

function notHere({ host }: Where): Finding {
  return {
    field: 'HOST',
    found: host,
    expected: '本机的地址，如 127.0.0.1、0.0.0.0 · an address of this machine',
  };
}
