/** What runs in a thread: an application of its own on the same configuration, in one role. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { jobHandlers } from '../../workers/index.ts';
import { compose, createLog } from '../compose.ts';
import { plainError } from '../domain/plain-error.ts';
import type { Application } from '../usecases/application.ts';
import type { Order, Question, Report, ThreadData } from './messages.ts';

if (isMainThread || !parentPort) throw new Error('this file is run as a thread of the program');
const port = parentPort;
const { role, name, config, profile, concurrency, lane } = workerData as ThreadData;
const log = createLog(config).child({ thread: name });
const application = await compose(config, log, 'here', { profile, lane });

port.on('message', (order: Order) => void obey(order));
if (role === 'work') await application.queue.work(jobHandlers(application.usecases), { concurrency });
else await application.matcher.prepare();
tell({ report: 'ready' });

async function obey(order: Order): Promise<void> {
  if (order.order === 'wake') application.queue.wake();
  else if (order.order === 'stop') await stop(order.graceMs);
  else await answer(order.id, order.question, order.of);
}

async function answer(id: number, question: Question, of: unknown[]): Promise<void> {
  try {
    tell({ report: 'answer', id, answer: await ask(application, question, of) });
  } catch (error) {
    tell({ report: 'refusal', id, error: plainError(error) });
  }
}

/** The thread ends by itself when nothing is left to do. */
async function stop(graceMs: number): Promise<void> {
  await application.close(graceMs);
  port.close();
}

function ask({ matcher }: Application, question: Question, of: unknown[]): Promise<unknown> {
  const answering = matcher[question] as (...of: unknown[]) => Promise<unknown>;
  return answering(...of);
}

function tell(report: Report): void {
  port.postMessage(report);
}
