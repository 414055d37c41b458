/**
 * A binary file of named sections: typed arrays as they stand in memory, and lists of plain records as JSON. A head
 * says where each begins. Nothing is copied on writing; what is read is copied out, so that the file can be forgotten.
 */

/** Numbers as this machine keeps them: a file from a machine with another order of bytes is foreign. */
const ARRAYS = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float64Array } as const;
type ArrayName = keyof typeof ARRAYS;
export type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** `head` is the caller's own, plain JSON. */
export interface Sections<Head> {
  readonly head: Head;
  readonly arrays: Readonly<Record<string, Numbers>>;
  readonly lists: Readonly<Record<string, Iterable<unknown>>>;
}

interface Section {
  readonly name: string;
  readonly kind: ArrayName | 'list';
  /** In bytes, from the end of the head. */
  readonly start: number;
  readonly length: number;
}

interface Preface<Head> {
  readonly head: Head;
  readonly sections: readonly Section[];
  /** Of all sections together, in bytes. */
  readonly length: number;
}

/** The file is not what it should be; the message says why. */
export class UnreadableSections extends Error {
  override readonly name = 'UnreadableSections';
}

/** Eight bytes a number fits behind; the last four tell the order of bytes. */
const MAGIC = Buffer.concat([Buffer.from('JYSECT1\n'), Buffer.from(Uint32Array.of(0x01020304).buffer)]);
const ALIGN = 8;
/** Records in one stretch of JSON: the text of a whole list would be too long for one string. */
const BLOCK = 512;

/** The bytes of a file, in pieces to be written one after the other. */
export function writeSections<Head>({ head, arrays, lists }: Sections<Head>): Uint8Array[] {
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
  for (const [name, list] of Object.entries(lists)) add(name, 'list', [...blocks(list)]);
  const preface = Buffer.from(JSON.stringify({ head, sections, length } satisfies Preface<Head>));
  const lengths = Buffer.from(Uint32Array.of(preface.length).buffer);
  const start = [MAGIC, lengths, preface];
  return [...start, padding(MAGIC.length + lengths.length + preface.length), ...pieces];
}

/** Throws UnreadableSections where the bytes are not such a file, or not all of it. */
export function readSections(bytes: Uint8Array): SectionReader {
  const start = MAGIC.length + Uint32Array.BYTES_PER_ELEMENT;
  if (bytes.length < start || !MAGIC.equals(bytes.subarray(0, MAGIC.length)))
    throw new UnreadableSections('it is another kind of file');
  const end = start + new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, isLittleEndian());
  if (bytes.length < end) throw new UnreadableSections('its head is cut off');
  const preface = parsed(bytes.subarray(start, end)) as Preface<unknown>;
  const body = bytes.subarray(aligned(end));
  if (body.length !== preface.length)
    throw new UnreadableSections(`it has ${body.length} bytes of ${preface.length}`);
  return new SectionReader(preface, body);
}

export class SectionReader {
  /** As it was written; whoever reads it checks it. */
  readonly head: unknown;
  private readonly sections: ReadonlyMap<string, Section>;
  private readonly body: Uint8Array;

  constructor({ head, sections }: Preface<unknown>, body: Uint8Array) {
    this.head = head;
    this.sections = new Map(sections.map((section) => [section.name, section]));
    this.body = body;
  }

  array<Name extends ArrayName>(name: string, kind: Name): InstanceType<(typeof ARRAYS)[Name]> {
    const copy = new Uint8Array(this.bytes(name, kind));
    return new ARRAYS[kind](copy.buffer) as InstanceType<(typeof ARRAYS)[Name]>;
  }

  *list(name: string): Generator<unknown> {
    const bytes = this.bytes(name, 'list');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; ) {
      const end = at + 4 + view.getUint32(at, isLittleEndian());
      yield* parsed(bytes.subarray(at + 4, end)) as unknown[];
      at = end;
    }
  }

  private bytes(name: string, kind: Section['kind']): Uint8Array {
    const section = this.sections.get(name);
    if (section?.kind !== kind) throw new UnreadableSections(`it has no section ${name} of ${kind}`);
    return this.body.subarray(section.start, section.start + section.length);
  }
}

/** A list in stretches: the length of each, then its JSON. */
function* blocks(list: Iterable<unknown>): Generator<Uint8Array> {
  let block: unknown[] = [];
  const written = function* () {
    const json = Buffer.from(JSON.stringify(block));
    yield Buffer.from(Uint32Array.of(json.length).buffer);
    yield json;
    block = [];
  };
  for (const item of list) {
    block.push(item);
    if (block.length === BLOCK) yield* written();
  }
  if (block.length > 0) yield* written();
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(json));
  } catch (error) {
    throw new UnreadableSections('its text cannot be read', { cause: error });
  }
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
