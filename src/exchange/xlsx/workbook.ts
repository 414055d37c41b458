/** A workbook's sheets, in their order, visible and hidden apart: hidden ones usually hold lists for drop-downs. */
import { unreadable } from '../file-limits.ts';
import type { HiddenSheet, Sheet } from '../table.ts';
import type { Archive } from './archive.ts';
import type { CellContext } from './cell-text.ts';
import { readNumberStyles } from './date-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import { countRows, readMerges, sheetRows, worksheetPrefix } from './sheet-rows.ts';
import { attribute, elements, rootPrefix } from './xml.ts';

const ROOT = 'xl/workbook.xml';

export function readWorkbook(archive: Archive): {
  readonly sheets: Sheet[];
  readonly hidden: HiddenSheet[];
} {
  const path = workbookPath(archive);
  const xml = part(archive, path);
  const prefix = rootPrefix(xml, 'workbook');
  const targets = relations(archive, path);
  const strings = readSharedStrings(archive.find(targets.byType('sharedStrings') ?? ''));
  const numberStyles = readNumberStyles(archive.find(targets.byType('styles') ?? ''));
  const [settings] = elements(xml, prefix, 'workbookPr');
  const epoch1904 = /^(1|true)$/u.test(attribute(settings?.attributes ?? '', 'date1904') ?? '');
  const sheets: Sheet[] = [];
  const hidden: HiddenSheet[] = [];
  for (const { attributes } of elements(xml, prefix, 'sheet')) {
    const target = targets.byId(attribute(attributes, '[\\w.-]+:id') ?? '');
    const name = attribute(attributes, 'name');
    const open = () => {
      const content = target === undefined ? null : archive.find(target);
      return content && openSheet(name, content, { strings, numberStyles, epoch1904 });
    };
    if ((attribute(attributes, 'state') ?? 'visible') !== 'visible') {
      hidden.push({ name, open });
      continue;
    }
    const sheet = open();
    if (sheet) sheets.push(sheet);
  }
  return { sheets, hidden };
}

function openSheet(name: string | undefined, xml: Buffer, texts: Omit<CellContext, 'prefix'>): Sheet {
  const context = { ...texts, prefix: worksheetPrefix(xml) };
  return {
    name,
    rowCount: countRows(xml, context.prefix),
    merges: readMerges(xml, context.prefix),
    rows: () => sheetRows(xml, context),
  };
}

/** The workbook part: by the package's relations, since some writers do not call it xl/workbook.xml. */
function workbookPath(archive: Archive): string {
  return archive.has(ROOT) ? ROOT : (relations(archive, '').byType('officeDocument') ?? ROOT);
}

/** Targets of a part's relations, as paths inside the archive. */
function relations(archive: Archive, path: string) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const xml = archive.find(`${folder}_rels/${path.slice(folder.length)}.rels`)?.toString('utf8') ?? '';
  const all = [...elements(xml, rootPrefix(xml, 'Relationships'), 'Relationship')].map(({ attributes }) => ({
    id: attribute(attributes, 'Id') ?? '',
    type: attribute(attributes, 'Type') ?? '',
    target: resolvePath(folder, attribute(attributes, 'Target') ?? ''),
  }));
  return {
    byId: (id: string) => all.find((relation) => relation.id === id)?.target,
    byType: (type: string) => all.find((relation) => relation.type.endsWith(`/${type}`))?.target,
  };
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function part(archive: Archive, path: string): string {
  const content = archive.find(path);
  if (!content) throw unreadable('工作簿缺少目录（workbook.xml）', 'the workbook has no workbook.xml');
  return content.toString('utf8');
}
