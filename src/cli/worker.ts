import { Command } from 'commander';
import { loadConfig } from '../config.ts';

export function workerCommand(): Command {
  return new Command('worker')
    .description(
      '只处理后台任务；可在同一台机器上启动若干个\nWork off background jobs only; start as many as needed, all on the machine of the database.',
    )
    .action(async () => {
      const config = loadConfig(process.env);
      const { createLog } = await import('../compose.ts');
      const { start, stopOnSignals } = await import('../main.ts');
      const log = createLog(config);
      const running = await start(config, { web: false, worker: true }, log);
      await stopOnSignals(running, log);
    });
}
