/**
 * A binary file of named sections: typed arrays as they stand in memory, and plain records as JSON. A head says where
 * each begins, a digest whether all is as it was written. Arrays are copied neither on writing nor on reading: those
 * that were read lie in the bytes of the file. A record is read when somebody asks for it.
 */
import { createHash } from 'node:crypto';
import { encodeRecords, RecordList } from './record-list.ts';

/** Numbers as this machine keeps them: a file from a machine with another order of bytes is foreign. */
const ARRAYS = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float64Array } as const;
type ArrayName = keyof typeof ARRAYS;
export type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** `head` is the caller's own, plain JSON. */
export interface Sections<Head> {
  readonly head: Head;
  readonly arrays: Readonly<Record<string, Numbers>>;
  readonly records: Readonly<Record<string, Iterable<unknown>>>;
}

interface Section {
  readonly name: string;
  readonly kind: ArrayName | 'records';
  /** In bytes, from the end of the head. */
  readonly start: number;
  readonly length: number;
}

interface Preface {
  readonly head: unknown;
  readonly sections: readonly Section[];
}

/** The file is not what it should be; the message says why. */
export class UnreadableSections extends Error {
  override readonly name = 'UnreadableSections';
}

/** Eight bytes a number fits behind; the last four tell the order of bytes. */
const MAGIC = Buffer.concat([Buffer.from('JYSECT3\n'), Buffer.from(Uint32Array.of(0x01020304).buffer)]);
const ALIGN = 8;
/** Magic, digest of all that follows, length of the preface, size of the whole. */
const PREFACE_LENGTH_AT = MAGIC.length + 32;
const SIZE_AT = PREFACE_LENGTH_AT + Uint32Array.BYTES_PER_ELEMENT;
/** So many bytes tell how many there are in all. */
export const PREAMBLE = SIZE_AT + Float64Array.BYTES_PER_ELEMENT;

/** The bytes of a file, in pieces to be written one after the other. */
export function writeSections<Head>({ head, arrays, records }: Sections<Head>): Uint8Array[] {
  const sections: Section[] = [];
  const pieces: Uint8Array[] = [];
  let length = 0;
  const add = (name: string, kind: Section['kind'], bytes: readonly Uint8Array[]) => {
    const size = bytes.reduce((sum, { byteLength }) => sum + byteLength, 0);
    sections.push({ name, kind, start: length, length: size });
    pieces.push(...bytes, padding(size));
    length += aligned(size);
  };
  for (const [name, array] of Object.entries(arrays)) add(name, nameOf(array), [bytesOf(array)]);
  for (const [name, list] of Object.entries(records)) {
    const { pieces: json, ends } = encodeRecords(list);
    add(name, 'records', json);
    add(endsOf(name), 'Float64Array', [bytesOf(ends)]);
  }
  const preface = Buffer.from(JSON.stringify({ head, sections } satisfies Preface));
  const begun = PREAMBLE + preface.length;
  const lengths = Buffer.concat([
    bytesOf(Uint32Array.of(preface.length)),
    bytesOf(Float64Array.of(aligned(begun) + length)),
  ]);
  const digested = [lengths, preface, padding(begun), ...pieces];
  const digest = new SectionsDigest();
  for (const piece of digested) digest.add(piece);
  return [MAGIC, digest.value(), ...digested];
}

/** What tells a file of these pieces from every other one. */
export function digestIn([, digest]: readonly Uint8Array[]): string {
  return Buffer.from(digest!).toString('hex');
}

/** In bytes. Throws UnreadableSections where it is not such a file that begins so, or says that it has an impossible size. */
export function sizeOfSections(preamble: Uint8Array): number {
  if (preamble.length < PREAMBLE || !MAGIC.equals(preamble.subarray(0, MAGIC.length)))
    throw new UnreadableSections('it is another kind of file');
  const size = viewOf(preamble).getFloat64(SIZE_AT, isLittleEndian());
  if (!(Number.isSafeInteger(size) && size >= PREAMBLE)) throw notWhole();
  return size;
}

/** Throws UnreadableSections where the bytes are not such a file, not all of it, or not as they were written. */
export function readSections(bytes: Uint8Array): SectionReader {
  if (sizeOfSections(bytes) !== bytes.length) throw notWhole();
  const digest = new SectionsDigest();
  digest.add(bytes.subarray(PREFACE_LENGTH_AT));
  return openSections(bytes, digest);
}

/** The same where the digest of all but the first `SectionsDigest.BEHIND` bytes has been made already. */
export function openSections(bytes: Uint8Array, digest: SectionsDigest): SectionReader {
  const value = digest.value();
  if (!value.equals(bytes.subarray(MAGIC.length, PREFACE_LENGTH_AT))) throw notWhole();
  const end = PREAMBLE + viewOf(bytes).getUint32(PREFACE_LENGTH_AT, isLittleEndian());
  const preface = parsed(bytes.subarray(PREAMBLE, end)) as Preface;
  return new SectionReader(preface, bytes.subarray(aligned(end)), value.toString('hex'));
}

export function notWhole(): UnreadableSections {
  return new UnreadableSections('it is damaged or not whole');
}

/** Of a file, piece after piece. */
export class SectionsDigest {
  /** What stands before what is digested. */
  static readonly BEHIND = PREFACE_LENGTH_AT;
  private readonly hash = createHash('sha256');

  add(piece: Uint8Array): void {
    this.hash.update(piece);
  }

  value(): Buffer {
    return this.hash.digest();
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

export class SectionReader {
  /** As it was written; whoever reads it checks it. */
  readonly head: unknown;
  private readonly sections: ReadonlyMap<string, Section>;
  /** Of the whole file. */
  readonly digest: string;
  private readonly body: Uint8Array;

  constructor({ head, sections }: Preface, body: Uint8Array, digest: string) {
    this.head = head;
    this.digest = digest;
    this.sections = new Map(sections.map((section) => [section.name, section]));
    this.body = body;
  }

  array<Name extends ArrayName>(name: string, kind: Name): InstanceType<(typeof ARRAYS)[Name]> {
    const bytes = this.bytes(name, kind);
    // a file that begins anywhere in a larger stretch of memory need not suit a typed array
    const { buffer, byteOffset, byteLength } = bytes.byteOffset % ALIGN === 0 ? bytes : new Uint8Array(bytes);
    const length = byteLength / ARRAYS[kind].BYTES_PER_ELEMENT;
    return new ARRAYS[kind](buffer as ArrayBuffer, byteOffset, length) as InstanceType<(typeof ARRAYS)[Name]>;
  }

  /** The arrays whose names begin so, by the rest of their names. */
  arraysUnder(prefix: string): Record<string, Numbers> {
    const found: Record<string, Numbers> = {};
    for (const { name, kind } of this.sections.values()) {
      if (kind !== 'records' && name.startsWith(prefix))
        found[name.slice(prefix.length)] = this.array(name, kind);
    }
    return found;
  }

  records<T>(name: string): RecordList<T> {
    return new RecordList<T>(this.bytes(name, 'records'), this.array(endsOf(name), 'Float64Array'));
  }

  private bytes(name: string, kind: Section['kind']): Uint8Array {
    const section = this.sections.get(name);
    if (section?.kind !== kind) throw new UnreadableSections(`it has no section ${name} of ${kind}`);
    return this.body.subarray(section.start, section.start + section.length);
  }
}

function endsOf(name: string): string {
  return `${name}.ends`;
}

function parsed(json: Uint8Array): unknown {
  return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString());
}

function nameOf(array: Numbers): ArrayName {
  return array.constructor.name as ArrayName;
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGN) * ALIGN;
}

function padding(length: number): Uint8Array {
  return new Uint8Array(aligned(length) - length);
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
