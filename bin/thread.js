// A thread of the program runs the TypeScript sources directly, as the program does.
import { register } from 'tsx/esm/api';

register();
await import('../src/threads/thread.ts');
