/** What else the machine is doing. */
import { availableParallelism, loadavg } from 'node:os';
import { digits } from './table.ts';

/** A line for under a table where more was to be done than there are cores: the longer a step, the more it waited. */
export function loadNote(): string[] {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  return load > cores
    ? [
        `The machine was busy (load ${digits(load)} on ${cores} cores): long times are stretched, CPU times less so.`,
      ]
    : [];
}
