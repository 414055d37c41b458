import { describe } from 'vitest';
import { createQueue } from './queue-harness.ts';
import { queueSuite } from './queue-suite.ts';

describe('the embedded queue', () => {
  queueSuite({ recipe: () => ({ adapter: 'embedded', redisUrl: '', prefix: '' }), create: createQueue });
});
