/** Each process of a run tells its engines, as the program does, where what was learnt before is kept. */
import { setEnvironmentData } from 'node:worker_threads';
import { inject } from 'vitest';

setEnvironmentData('jianyuan: what was learnt', inject('learnt'));
