import type { RecordKind } from '../domain/import-report.ts';
import { writeTemplate as write } from '../exchange/index.ts';
import type { Ports } from './ports.ts';

/** An empty spreadsheet with the headings that an import reads. */
export function writeTemplate({ profile }: Pick<Ports, 'profile'>, kind: RecordKind): Promise<Uint8Array> {
  return write(kind, profile);
}
