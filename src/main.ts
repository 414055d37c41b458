/** Starts what it is told to: web, worker or both; stops gracefully on SIGTERM and SIGINT. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { jobHandlers } from '../workers/index.ts';
import { compose, createLog } from './compose.ts';
import type { Config } from './config.ts';
import type { Application } from './usecases/application.ts';

export interface Services {
  readonly web: boolean;
  readonly worker: boolean;
}

export interface Running {
  /** Where the web server listens; null without one. */
  readonly url: string | null;
  /** Resolves when all has stopped. */
  stop(): Promise<void>;
}

/** Running jobs and requests may take this long after a signal; jobs that do not end are tried again later. */
const GRACE_MS = 10_000;
/** How often a worker looks for vectors that are missing. */
const REQUEST_EMBEDDINGS_MS = 10 * 60_000;
/** After this the process ends whatever still runs. */
const DEADLINE_MS = 15_000;

export async function start(
  config: Config,
  services: Services,
  log: Logger = createLog(config),
): Promise<Running> {
  const application = await compose(config, log, 'threads');
  let server: Server | null = null;
  let stopping = false;
  try {
    // reading the index takes longest: its thread starts before what this one goes on to load
    if (services.web) prepareMatching(application, log, () => stopping);
    if (services.web) server = await listen(application, config, log);
    const url = server && addressOf(server);
    if (services.worker) await work(application, config);
    const stopRequesting = services.worker ? await keepRequestingEmbeddings(application, log) : () => {};
    const embedder = await application.embedder.state();
    log.info(
      {
        url,
        ...services,
        database: config.data.database.shown,
        engine: application.engine.version,
        embedder,
      },
      'started',
    );
    await logModel(application, log);
    return {
      url,
      stop: () => {
        stopping = true;
        stopRequesting();
        return stop(application, server, log);
      },
    };
  } catch (error) {
    server?.close();
    await application.close();
    throw error;
  }
}

/** With which corpus model this process matches, and what an operator must do about it. */
export async function logModel({ usecases }: Pick<Application, 'usecases'>, log: Logger): Promise<void> {
  const { current, outdated, lost } = await usecases.findModel();
  if (current) log.info({ model: current.fingerprint, records: current.records }, 'the corpus model');
  if (outdated)
    log.warn(
      { model: outdated.fingerprint, analyser: outdated.analyser },
      'the corpus model is of another version and is not used: the next round or import, or jianyuan train, learns a new one',
    );
  if (lost.length > 0)
    log.warn(
      { lost },
      'background texts were read by another version and are not used: give them again by jianyuan train --corpus',
    );
}

/** Stops on the first SIGTERM or SIGINT; a second one, or the deadline, ends the process at once. */
export function stopOnSignals(running: Running, log: Logger): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => {
        log.error('not stopped in time');
        process.exit(1);
      }, DEADLINE_MS).unref();
      running.stop().then(resolve, reject);
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

/**
 * Has missing vectors fetched, now and every so often: the embedder may be new, or was silent for longer than its
 * jobs are tried. Returns what ends it.
 */
export async function keepRequestingEmbeddings(
  { usecases }: Pick<Application, 'usecases'>,
  log: Logger,
  everyMs = REQUEST_EMBEDDINGS_MS,
): Promise<() => void> {
  await usecases.requestEmbeddings();
  const timer = setInterval(() => {
    usecases
      .requestEmbeddings()
      .catch((error: unknown) => log.error({ err: error }, 'missing vectors could not be requested'));
  }, everyMs);
  return () => clearInterval(timer);
}

async function work({ queue, workers, usecases }: Application, config: Config): Promise<void> {
  if (config.queue.threads > 0) await workers.start();
  else await queue.work(jobHandlers(usecases), config.queue);
}

/** While the index of many records is built the server answers everything else; who stops it meanwhile has no error. */
function prepareMatching({ matcher }: Application, log: Logger, isStopping: () => boolean): void {
  matcher.prepare().then(
    () => log.info({}, 'ready to match'),
    (error: unknown) => {
      if (!isStopping()) log.error({ err: error }, 'matching could not be prepared');
    },
  );
}

async function listen(application: Application, config: Config, log: Logger): Promise<Server> {
  const { createApp } = await import('./http/app.ts');
  const app = createApp(application, config, log);
  return new Promise((resolve, reject) => {
    const server = app.listen(config.http.port, config.http.host);
    server.once('listening', () => resolve(server));
    server.once('error', reject);
  });
}

async function stop(application: Application, server: Server | null, log: Logger): Promise<void> {
  const closed = server ? closeServer(server) : Promise.resolve();
  const { queue, workers } = application;
  await Promise.all([closed, queue.stop(GRACE_MS), workers.stop(GRACE_MS)]);
  // matching goes last: requests that are under way may still ask
  await application.close(0);
  log.info('stopped');
}

/** Lets requests in progress end; idle connections are closed at once. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  });
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
