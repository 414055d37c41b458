/** Sections out of a file that is read when somebody needs it. */
import { lastingBytes } from '../index/lasting-memory.ts';
import {
  notWhole,
  openSections,
  PREAMBLE,
  type SectionReader,
  SectionsDigest,
  sizeOfSections,
} from './sections.ts';

/** Bytes that are read when they are asked for. */
export interface ByteSource {
  readonly size: number;
  /** The first ones, at hand: some hundred, or all. */
  readonly beginning: Uint8Array;
  /** Fills `into` with those from `start` on; what is not there, or not any more, is left as it is. Has begun when it returns. */
  read(start: number, into: Uint8Array): Promise<void>;
}

/**
 * The file of sections that begins at `start`, read and digested in stretches of so many bytes: the next one is read
 * while one is digested. Throws UnreadableSections as `readSections` does.
 */
export async function readSectionsAt(
  source: ByteSource,
  start: number,
  stretch = Number.POSITIVE_INFINITY,
): Promise<SectionReader> {
  const size = sizeOfSections(start === 0 ? source.beginning : await preambleAt(source, start));
  if (start + size > source.size) throw notWhole();
  const bytes = lastingBytes(size);
  const digest = new SectionsDigest();
  const read = async (from: number) => {
    const piece = bytes.subarray(from, from + stretch);
    await source.read(start + from, piece);
    return from === 0 ? piece.subarray(SectionsDigest.BEHIND) : piece;
  };
  let next = read(0);
  for (let end = stretch; end < size; end += stretch) {
    const piece = await next;
    next = read(end);
    digest.add(piece);
  }
  digest.add(await next);
  return openSections(bytes, digest);
}

async function preambleAt(source: ByteSource, start: number): Promise<Uint8Array> {
  const preamble = new Uint8Array(PREAMBLE);
  await source.read(start, preamble);
  return preamble;
}
