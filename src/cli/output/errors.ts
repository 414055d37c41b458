/** How an error leaves the command line: one line, the findings, and the stack only for who debugs. */
import { diskReason } from '../../disk/reasons.ts';
import { DomainError } from '../../domain/errors.ts';
import { table } from './table.ts';
import { terminal } from './terminal.ts';

export function printError(error: unknown): void {
  const { red } = terminal.colours;
  const known = error instanceof DomainError;
  const disk = known ? null : diskReason(error);
  const code = known ? error.code : disk === null ? 'internal' : 'disk';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `${red('错误 error')} [${code}]: ${disk === null ? '' : `${disk.zh} ${disk.en} · `}${message}\n`,
  );
  if (known && error.findings.length > 0) process.stderr.write(`${findingsTable(error)}\n`);
  if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
}

function findingsTable({ findings }: DomainError): string {
  return table(
    [{ head: '字段 field', width: 20 }, { head: '现为 found', width: 26 }, { head: '应为 expected' }],
    findings.map(({ field, heading = '', found, expected }) => [
      `${heading} ${field}`.trim(),
      found,
      expected,
    ]),
  );
}
