/** Bytes in named sections behind a head of JSON. */
import { DomainError } from '../../domain/errors.ts';

/** Begins every model file. */
const MAGIC = 'JYMODEL\n';
const FORMAT = 1;
/** Magic, format, length of the head. */
const FIXED = MAGIC.length + 8;

export interface Sections {
  text(name: string): string;
  ints(name: string): Int32Array;
  floats(name: string): Float32Array;
}

type Content = string | Int32Array | Float32Array;

/** Anything that checks a parsed head, a schema of zod for one. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

interface Head {
  readonly header: unknown;
  /** Name and length in bytes, in the order of the file. */
  readonly sections: readonly (readonly [name: string, bytes: number])[];
}

export function writeSections(header: unknown, contents: Readonly<Record<string, Content>>): Uint8Array {
  const parts = Object.entries(contents).map(([name, content]) => [name, bytesOf(content)] as const);
  const head: Head = { header, sections: parts.map(([name, bytes]) => [name, bytes.length]) };
  const json = Buffer.from(JSON.stringify(head));
  const fixed = Buffer.alloc(FIXED);
  fixed.write(MAGIC, 'latin1');
  fixed.writeUInt32LE(FORMAT, MAGIC.length);
  fixed.writeUInt32LE(json.length, MAGIC.length + 4);
  return Buffer.concat([fixed, json, ...parts.map(([, bytes]) => bytes)]);
}

/** Throws `model.unreadable` where something is missing, too much, or not what it says. */
export function readSections<T>(bytes: Uint8Array, schema: Schema<T>): { header: T; sections: Sections } {
  const { head, end } = readHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const parsed = schema.safeParse(head.header);
  if (!parsed.success) throw damaged();
  const places = new Map<string, Uint8Array>();
  let from = end;
  for (const [name, length] of head.sections) {
    places.set(name, bytes.subarray(from, from + length));
    from += length;
  }
  if (from !== bytes.length)
    throw unreadable('文件不完整', `the file is cut short: ${bytes.length} of ${from} bytes`);
  return { header: parsed.data, sections: sectionsIn(places) };
}

function readHead(bytes: Buffer): { head: Head; end: number } {
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw unreadable('这不是语料模型文件', 'this is no corpus model');
  if (bytes.length < FIXED) throw unreadable('文件不完整', 'the file is cut short');
  const format = bytes.readUInt32LE(MAGIC.length);
  if (format !== FORMAT)
    throw unreadable(
      `文件格式为第 ${format} 版，本程序读第 ${FORMAT} 版`,
      `format ${format}, this program reads ${FORMAT}`,
    );
  const end = FIXED + bytes.readUInt32LE(MAGIC.length + 4);
  if (end > bytes.length) throw unreadable('文件不完整', 'the file is cut short');
  return { head: parseHead(bytes.toString('utf8', FIXED, end)), end };
}

function parseHead(json: string): Head {
  try {
    const head: unknown = JSON.parse(json);
    if (isHead(head)) return head;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw damaged();
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null || !('sections' in value) || !('header' in value))
    return false;
  const { sections } = value;
  return (
    Array.isArray(sections) &&
    sections.every(
      (entry) => Array.isArray(entry) && typeof entry[0] === 'string' && Number.isInteger(entry[1]),
    )
  );
}

function sectionsIn(places: ReadonlyMap<string, Uint8Array>): Sections {
  /** A copy: where it lies in the file need not suit a typed array, and the file can be forgotten. */
  const copy = (name: string, unit: number): ArrayBuffer => {
    const place = places.get(name);
    if (!place || place.length % unit > 0) throw damaged();
    return Uint8Array.from(place).buffer;
  };
  return {
    text: (name) => new TextDecoder().decode(copy(name, 1)),
    ints: (name) => new Int32Array(copy(name, Int32Array.BYTES_PER_ELEMENT)),
    floats: (name) => new Float32Array(copy(name, Float32Array.BYTES_PER_ELEMENT)),
  };
}

function bytesOf(content: Content): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
}

export function damaged(): DomainError {
  return unreadable('文件已损坏', 'the file is damaged');
}

function unreadable(zh: string, en: string): DomainError {
  return new DomainError(
    'model.unreadable',
    `语料模型无法读取：${zh} · The corpus model cannot be read: ${en}`,
  );
}
