/**
 * What ranking and meanings add up, several numbers at a time (kernel.wat), and the memory that this is done in. It
 * is shared memory, as all that lives as long as an index (index/lasting-memory.ts), and arrays stay valid when it
 * grows. What an array has outgrown is left behind: who makes it half as long again each time loses no more than twice
 * what it takes, who makes it twice as long no more than that.
 */
import { KERNEL } from './kernel-bytes.ts';

/** So many rows are looked at together at most; arrays have room for whole groups of them. */
export const GROUP = 16;
const PAGE = 2 ** 16;
/** Four gigabytes. */
const MOST_PAGES = 2 ** 16;
/** Arrays begin at the lines of the processor's cache. */
const LINE = 64;

/** Where a column lies in the memory: its `byteOffset`. `end`: what `endOf` says of the rows. */
type Column = number;

/** See kernel.wat. */
type Functions = {
  readonly addFour: (
    ...of: [a: Column, b: Column, c: Column, d: Column, ij: number, kl: number, sums: Column, end: number]
  ) => void;
  readonly addAtMost: (column: Column, most: number, into: Column, end: number) => void;
  readonly addWeighted: (column: Column, weight: number, into: Column, end: number) => void;
  readonly saturate: (sums: Column, half: number, into: Column, end: number) => void;
  readonly trustSectors: (
    ...of: [
      ...given: [known: Column, own: number, discount: number],
      ...found: [sure: Column, overlaps: Column, trust: Column, subjects: Column],
      end: number,
    ]
  ) => void;
  readonly bounds: (
    ...of: [
      ...ofTraits: [traits: Column, language: number, tables: Column, windows: Column, stages: Column],
      ...texts: [subjects: Column, trust: Column, needs: Column],
      ...sectors: [overlaps: Column, sure: Column],
      ...facts: [capability: Column, factors: Column, own: number],
      ...weights: [byNeeds: number, byOverlap: number, bySure: number],
      ...found: [most: Column, peaks: Column],
      end: number,
    ]
  ) => void;
  readonly addVectors: (
    ...of: [starts: Column, last: number, weights: Column, sums: Column, end: number]
  ) => void;
};

const COMPILED = new WebAssembly.Module(Buffer.from(KERNEL, 'base64'));

export class Kernel {
  readonly run: Functions;
  private readonly memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
  /** Up to here the memory is taken. */
  private taken = LINE;

  constructor() {
    this.run = new WebAssembly.Instance(COMPILED, { index: { memory: this.memory } }).exports as Functions;
  }

  /** Arrays of zeros. */
  bytes(length: number): Uint8Array {
    const at = this.take(length);
    return new Uint8Array(this.memory.buffer, at, length);
  }

  shorts(length: number): Uint16Array {
    const at = this.take(2 * length);
    return new Uint16Array(this.memory.buffer, at, length);
  }

  ints(length: number): Int32Array {
    const at = this.take(4 * length);
    return new Int32Array(this.memory.buffer, at, length);
  }

  floats(length: number): Float32Array {
    const at = this.take(4 * length);
    return new Float32Array(this.memory.buffer, at, length);
  }

  doubles(length: number): Float64Array {
    const at = this.take(8 * length);
    return new Float64Array(this.memory.buffer, at, length);
  }

  private take(bytes: number): number {
    const at = this.taken;
    this.taken += inWhole(bytes, LINE);
    const missing = this.taken - this.memory.buffer.byteLength;
    // throws a RangeError where there is no more
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return at;
  }
}

/** Rows that arrays must have room for, so that their last group is whole. */
export function inGroups(rows: number): number {
  return inWhole(rows, GROUP);
}

/** Where a column of 32 bits of so many rows ends. */
export function endOf(rows: number): number {
  return 4 * inGroups(rows);
}

function inWhole(number: number, parts: number): number {
  return parts * Math.ceil(number / parts);
}
