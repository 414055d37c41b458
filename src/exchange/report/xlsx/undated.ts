/** A ZIP archive (APPNOTE.TXT 4.3) whose entries all carry the first date that the format knows: 1980-01-01, 00:00. */

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Year since 1980 << 9 | month << 5 | day. */
const FIRST_DAY = (1 << 5) | 1;

/** Changes the bytes in place and returns them. Throws where they are no archive. */
export function undated(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    expect(view, at, DIRECTORY_ENTRY);
    setDate(view, at + 12);
    const local = view.getUint32(at + 42, true);
    expect(view, local, LOCAL_HEADER);
    setDate(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new Error('not a ZIP archive: no end of its directory');
}

function expect(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error(`not a ZIP archive: no entry at ${at}`);
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, FIRST_DAY, true);
}
