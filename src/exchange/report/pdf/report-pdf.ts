/** A round's report as a document to read, print, sign and file. */
import type { Profile } from '../../../domain/profile.ts';
import type { RoundReport } from '../../../domain/round.ts';
import { readReport } from '../content/reader.ts';
import { chapters, type DocumentLimits } from './chapters.ts';
import { frame } from './document.ts';
import { FAMILY, openFont } from './fonts.ts';
import { printableBy } from './printable.ts';

/** Placement sheets of a document where nothing else is asked for: two pages each, a folder that can still be read. */
export const SHEETS_PRINTED = 30;

const LIMITS: DocumentLimits = { sheets: SHEETS_PRINTED, rows: 400 };

/** The same report and limits give the same bytes. Of large rounds it prints the head of each table, and says so. */
export async function roundReportPdf(
  report: RoundReport,
  profile: Profile,
  limits: Partial<DocumentLimits> = {},
): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake');
  const font = await openFont();
  const print = printableBy(font);
  const reader = readReport(report, profile);
  const content = chapters(reader, print, { ...LIMITS, ...limits });
  const lost = print.replaced();
  if (lost.length > 0) content.push({ text: `字库中没有的${lost.length}个字符以“〓”代替。`, style: 'note' });
  const files: ReadonlySet<string> = new Set(Object.values(font.files));
  pdfmake.setFonts({ [FAMILY]: font.files });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
  return new Uint8Array(await pdfmake.createPdf(frame(reader, content, print)).getBuffer());
}
