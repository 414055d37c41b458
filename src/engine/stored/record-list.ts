/** Many plain records, each as its own stretch of JSON: whoever needs one reads that one. */

/** Bytes of one piece of a file: a piece for each record would be a write for each. */
const PIECE = 1 << 20;

export interface EncodedRecords {
  readonly pieces: readonly Uint8Array[];
  /** Where each record ends, in bytes. */
  readonly ends: Float64Array;
}

export function encodeRecords(records: Iterable<unknown>): EncodedRecords {
  const pieces: Uint8Array[] = [];
  const ends: number[] = [];
  let open: Uint8Array[] = [];
  let size = 0;
  let end = 0;
  const close = () => {
    pieces.push(Buffer.concat(open));
    open = [];
    size = 0;
  };
  for (const record of records) {
    const json = Buffer.from(JSON.stringify(record));
    open.push(json);
    size += json.length;
    end += json.length;
    ends.push(end);
    if (size >= PIECE) close();
  }
  close();
  return { pieces, ends: Float64Array.from(ends) };
}

export class RecordList<T> {
  private readonly bytes: Buffer;
  private readonly ends: Float64Array;

  constructor(bytes: Uint8Array, ends: Float64Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.ends = ends;
  }

  /** As it was written. */
  at(number: number): T {
    const start = number === 0 ? 0 : this.ends[number - 1]!;
    return JSON.parse(this.bytes.toString('utf8', start, this.ends[number]!)) as T;
  }
}
