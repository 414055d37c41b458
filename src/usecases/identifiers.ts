/** Ids of rounds and imports: sortable by time and short enough to be read out, e.g. `r20261123-084512-7k3fz`. */
import type { Ports } from './ports.ts';

/** Digits and letters that are not mistaken for one another (no i, l, o, u). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 32^5 ids a second. */
const RANDOM_LETTERS = 5;

export function newId(prefix: string, { now, random }: Pick<Ports, 'now' | 'random'>): string {
  const time = new Date(now()).toISOString().replace(/[-:]/gu, '').replace('T', '-').slice(0, 15);
  const letters = Array.from({ length: RANDOM_LETTERS }, () =>
    ALPHABET.charAt(Math.floor(random() * ALPHABET.length)),
  );
  return `${prefix}${time}-${letters.join('')}`;
}
