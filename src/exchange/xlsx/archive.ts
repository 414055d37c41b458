/**
 * The ZIP container of a workbook, read through its central directory (PKWARE APPNOTE 4.3). Unpacking stops
 * at a budget whatever the directory claims, so a small file cannot unfold into a large one.
 */
import { inflateRawSync } from 'node:zlib';
import { MAX_ARCHIVE_ENTRIES, MAX_UNPACKED_BYTES, tooLarge, unreadable } from '../file-limits.ts';

export interface Archive {
  has(name: string): boolean;
  /** The unpacked entry, or null where there is none of this name. Throws `file.too_large` past the budget. */
  find(name: string): Buffer | null;
}

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

/** Throws `file.unreadable` where the bytes are no sound archive, `file.too_large` where it unpacks to too much. */
export function openArchive(bytes: Uint8Array): Archive {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(zip);
  const claimed = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
  if (claimed > MAX_UNPACKED_BYTES) throw bomb();
  let budget = MAX_UNPACKED_BYTES;
  return {
    has: (name) => entries.has(name),
    find: (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const content = unpack(zip, entry, budget);
      budget -= content.length;
      return content;
    },
  };
}

function readDirectory(zip: Buffer): Map<string, Entry> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw damaged();
  const count = zip.readUInt16LE(end + 10);
  if (count > MAX_ARCHIVE_ENTRIES) throw bomb();
  const entries = new Map<string, Entry>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameLength = zip.readUInt16LE(at + 28);
    entries.set(zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'), {
      method: zip.readUInt16LE(at + 10),
      flags: zip.readUInt16LE(at + 8),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      header: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(zip: Buffer, entry: Entry, budget: number): Buffer {
  if (entry.flags & ENCRYPTED)
    throw unreadable('文件已加密，请取消密码后重新上传', 'the file is encrypted: save it without a password');
  if (entry.header + 30 > zip.length || zip.readUInt32LE(entry.header) !== LOCAL_HEADER) throw damaged();
  const start = entry.header + 30 + zip.readUInt16LE(entry.header + 26) + zip.readUInt16LE(entry.header + 28);
  const packed = zip.subarray(start, start + entry.packed);
  if (entry.method === STORED) {
    if (packed.length > budget) throw bomb();
    return packed;
  }
  if (entry.method !== DEFLATED) throw damaged();
  return inflate(packed, budget);
}

function inflate(packed: Buffer, budget: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) });
  } catch (error) {
    if (error instanceof RangeError) throw bomb();
    throw damaged();
  }
}

function damaged() {
  return unreadable('压缩包已损坏或不完整，无法读取', 'the archive is damaged or incomplete');
}

function bomb() {
  return tooLarge('文件解压后超过 200 MiB，已拒绝', 'the file unpacks to more than 200 MiB and is refused');
}
