/** Beside the store: files of what takes long to compute. All of it can be made anew from the store at any time. */

/**
 * The folder of such a file refuses: it is read-only, full, not there or not ours. Nothing is lost by that but time, so
 * whoever computes goes on without the file, and says so.
 */
export class UnusableFolder extends Error {
  override readonly name = 'UnusableFolder';
}

/** A file that can be made anew from the store at any time: what takes long to compute is read from it instead. */
export interface PoolFile {
  /** Null where there is none. */
  open(): Promise<OpenFile | null>;
  /** Puts the pieces, one after the other, in place of what was there: all of them or none. */
  write(pieces: readonly Uint8Array[]): Promise<void>;
}

/** Stays the file that it was, whatever is put in its place meanwhile; what is written into it from elsewhere shows. */
export interface OpenFile {
  /** Bytes that it had when it was opened. */
  readonly size: number;
  /** The first ones: some hundred, or all. */
  readonly beginning: Uint8Array;
  /**
   * Fills `into` with those from `start` on; what is not there any more is left as it is. Has begun when it returns. Throws
   * UnusableFolder where it is closed or the disk refuses.
   */
  read(start: number, into: Uint8Array): Promise<void>;
  /** After what is being read. */
  close(): void;
}

/**
 * What takes long to compute, in parts that the processes of one machine make together: each part is made by one of
 * them and read by all. Can be made anew at any time; several things are told apart by their keys.
 */
export interface SharedParts {
  /** Null where nobody has made it yet. */
  read(key: string, part: number): Promise<Uint8Array | null>;
  /** The pieces, one after the other: all of them or none. */
  write(key: string, part: number, pieces: readonly Uint8Array[]): Promise<void>;
  /** Announces that the caller makes a part; false where another one has said so and may still be at it. */
  claim(key: string, part: number): Promise<boolean>;
  /** Nobody needs it any more. */
  remove(key: string): Promise<void>;
}
