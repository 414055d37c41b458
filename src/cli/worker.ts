import { Command } from 'commander';
import { loadConfig } from '../config.ts';

export function workerCommand(): Command {
  return new Command('worker')
    .description(
      '只处理后台任务；可启动若干个，用 PostgreSQL 时可分布在多台机器\nWork off background jobs only; start as many as needed, with PostgreSQL on several machines.',
    )
    .action(async () => {
      // each thread has an index of its own: whoever wants more workers starts more processes
      const config = loadConfig({ WORKER_THREADS: '1', ...process.env });
      const { createLog } = await import('../compose.ts');
      const { start, stopOnSignals } = await import('../main.ts');
      const log = createLog(config);
      const running = await start(config, { web: false, worker: true }, log);
      await stopOnSignals(running, log);
    });
}
