#!/usr/bin/env node
// The command runs the TypeScript sources: nothing to build, nothing stale.
import { setFlagsFromString } from 'node:v8';
import { compiled } from './compiled.js';

// V8 lets garbage grow to three or four times what is in use before it looks for it: an import would need 200 MB more,
// a large round a gigabyte. This sets no limit, and counts for all threads of the process.
setFlagsFromString('--heap-growing-percent=40');
// What outlives one quick collection of garbage, as what is told of a pair does until the next question, V8 would from
// then on put among what lasts: it, and all that it holds, would stay until the next slow one, 200 KB a question.
setFlagsFromString('--no-allocation-site-pretenuring');

const command = await compiled('command');
if (command !== null) await import(command);
else {
  (await import('tsx/esm/api')).register();
  await import('../src/cli/main.ts');
}
