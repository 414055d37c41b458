#!/usr/bin/env node
// The command runs the TypeScript sources directly: nothing to build, nothing stale.
import { setFlagsFromString } from 'node:v8';
import { register } from 'tsx/esm/api';

// V8 lets garbage grow to three or four times what is in use before it looks for it: an import would need 200 MB more,
// a large round a gigabyte. This sets no limit, and counts for all threads of the process.
setFlagsFromString('--heap-growing-percent=40');

// Modules are loaded by a thread of their own, which lives on: two megabytes for its new objects are enough, not sixteen.
setFlagsFromString('--max-semi-space-size=2');
register();
setFlagsFromString('--max-semi-space-size=0');
await import('../src/cli/main.ts');
