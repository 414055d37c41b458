/** What records mean, by row; side by side in memory as long as rows come one after the other. */
import { type PackedMeanings, packMeanings, unpackMeanings } from './packed-meanings.ts';

/** So many numbers are taken from the system at once: some hundred records. */
const CHUNK = 1 << 16;

export class MeaningRows {
  /** Null where no word has a meaning. */
  readonly rows: (Int8Array | null)[];
  private chunk = new Int8Array(0);
  private taken = 0;

  constructor(packed: PackedMeanings) {
    this.rows = unpackMeanings(packed);
  }

  /** Keeps a copy. */
  set(row: number, meaning: Int8Array | null): void {
    // a row that is replaced lies by itself: what it leaves behind would hold on to a whole chunk
    this.rows[row] = meaning && (row === this.rows.length ? this.appended(meaning) : meaning.slice());
  }

  packed(rows: readonly number[]): PackedMeanings {
    return packMeanings(rows.map((row) => this.rows[row]!));
  }

  private appended(meaning: Int8Array): Int8Array {
    if (this.taken + meaning.length > this.chunk.length) {
      this.chunk = new Int8Array(Math.max(CHUNK, meaning.length));
      this.taken = 0;
    }
    const place = this.chunk.subarray(this.taken, this.taken + meaning.length);
    place.set(meaning);
    this.taken += meaning.length;
    return place;
  }
}
