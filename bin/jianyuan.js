#!/usr/bin/env node
// The command runs the TypeScript sources directly: nothing to build, nothing stale.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/main.ts');
