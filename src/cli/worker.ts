import { Command } from 'commander';
import { loadConfig } from '../config.ts';

export function workerCommand(): Command {
  return new Command('worker')
    .description(
      '只处理后台任务；可在多台机器上各启动若干个\nWork off background jobs only; start as many as needed.',
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
