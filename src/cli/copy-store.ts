/** `jianyuan copy-store`: all that a SQLite file holds, into the database of DATABASE_URL. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { DomainError } from '../domain/errors.ts';
import { print } from './output/terminal.ts';
import { commandConfig } from './session.ts';

export function copyStoreCommand(): Command {
  return new Command('copy-store')
    .description(
      '把 SQLite 文件的全部内容复制到 DATABASE_URL 所指的 PostgreSQL 空库（先停止所有进程）\nCopy all that a SQLite file holds into the empty PostgreSQL database of DATABASE_URL; stop all processes first.',
    )
    .requiredOption('--from <file>', 'SQLite 文件 the SQLite file')
    .action(async ({ from }: { from: string }) => {
      if (!existsSync(from))
        throw new DomainError('file.unreadable', `没有此文件：${from} · There is no such file: ${from}`);
      const { copyStore } = await import('../compose.ts');
      const { results, carriers, rounds, roundMatches, jobs } = await copyStore(from, commandConfig());
      print(
        `已复制 copied：成果 results ${results}，载体 carriers ${carriers}，轮次 rounds ${rounds}，匹配 matches ${roundMatches}，任务 jobs ${jobs}`,
      );
    });
}
