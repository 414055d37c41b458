// The thread that keeps an uploaded file runs the TypeScript sources, as the program does.
import { compiled } from './compiled.js';

const thread = await compiled('importThread');
if (thread !== null) await import(thread);
else {
  (await import('tsx/esm/api')).register();
  await import('../src/store/sqlite/import-thread.ts');
}
