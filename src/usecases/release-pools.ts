import type { Ports } from './ports.ts';

/** For whoever goes on after rounds: what they were matched with is let go, a gigabyte of a large one. */
export function releasePools({ pools }: Pick<Ports, 'pools'>): void {
  pools.release();
}
