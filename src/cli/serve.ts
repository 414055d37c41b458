import { Command } from 'commander';
import { loadConfig } from '../config.ts';
import { listenError } from './listen-error.ts';
import { note } from './output/terminal.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description(
      '启动网页服务，默认同时处理后台任务\nStart the web server; by default it works off background jobs too.',
    )
    .option('--no-worker', '只提供网页服务 web only, no background jobs')
    .action(async ({ worker }: { worker: boolean }) => {
      const config = loadConfig(process.env);
      const { createLog } = await import('../compose.ts');
      const { start, stopOnSignals } = await import('../main.ts');
      const log = createLog(config);
      const running = await start(config, { web: true, worker }, log).catch((error: unknown) => {
        throw listenError(error, config.http);
      });
      const stopped = stopOnSignals(running, log);
      note(`建园 jianyuan: ${running.url}`);
      if (config.http.apiKey === null) note('未设置 API_KEY：只读 · API_KEY is not set: writes are refused');
      await stopped;
    });
}
