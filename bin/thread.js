// A thread of the program runs the TypeScript sources, as the program does.
import { compiled } from './compiled.js';

const thread = await compiled('thread');
if (thread !== null) await import(thread);
else {
  (await import('tsx/esm/api')).register();
  await import('../src/threads/thread.ts');
}
