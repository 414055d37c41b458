/** Pairs from a CSV `carrierId,resultId[,grade][,purpose]`. */
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DomainError } from '../domain/errors.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { QuerySide } from '../usecases/rank-records.ts';
import { readText } from './measuring.ts';
import { note } from './output/terminal.ts';

export interface PairRow {
  readonly carrierId: string;
  readonly resultId: string;
  /** Undefined where the file has no grades. */
  readonly grade: number | undefined;
  readonly purpose: string;
}

/** Throws `file.headings_missing` or `record.invalid` with the row. */
export async function readPairRows(file: string): Promise<PairRow[]> {
  const rows: Record<string, string>[] = parse(await readText(file), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  return rows.map(({ carrierId, resultId, grade, purpose = '' }, i) => {
    if (!carrierId || !resultId)
      throw new DomainError(
        'file.headings_missing',
        `${file}: 第 ${i + 2} 行缺少 carrierId 或 resultId row ${i + 2} has no carrierId or resultId`,
      );
    if (grade !== undefined && !Number.isFinite(Number(grade)))
      throw new DomainError(
        'record.invalid',
        `${file}: 第 ${i + 2} 行 grade 应为数字 row ${i + 2}: grade must be a number, found "${grade}"`,
      );
    return { carrierId, resultId, grade: grade === undefined ? undefined : Number(grade), purpose };
  });
}

/** The judgements for a purpose. Throws what reading throws, `file.headings_missing` where there are no grades. */
export async function readJudgements(file: string, purpose: Purpose): Promise<PairRow[]> {
  const rows = await readPairRows(file);
  if (rows.some(({ grade }) => grade === undefined))
    throw new DomainError('file.headings_missing', `${file}：缺少列 column missing: grade`);
  const own = rows.filter((row) => row.purpose === '' || row.purpose === purpose);
  const others = [...new Set(rows.map((row) => row.purpose))].filter((one) => one !== '' && one !== purpose);
  if (own.length === 0 && rows.length > 0)
    throw new DomainError(
      'record.not_found',
      `${file}：没有用途为 ${purpose} 的行，只有 ${others.join('、')} · no row is for ${purpose}`,
    );
  if (own.length < rows.length)
    note(
      `${file}：${rows.length - own.length} 行用途为 ${others.join('、')}，不是 --purpose ${purpose}，未计 rows for another purpose are not counted`,
    );
  if (others.length === 0) noteOtherName(file, purpose);
  return own;
}

const NAMED: Record<Purpose, RegExp> = { transfer: /transfer|转化/iu, pilot: /pilot|中试/iu };

/** A file that is called after the other purpose may have been taken by mistake. */
function noteOtherName(file: string, purpose: Purpose): void {
  const other = purpose === 'transfer' ? 'pilot' : 'transfer';
  const name = basename(file);
  if (NAMED[other].test(name) && !NAMED[purpose].test(name))
    note(
      `${file}：文件名像是 ${other} 的判断，本次按 --purpose ${purpose} 评测 by its name it judges ${other}; it is measured as ${purpose}`,
    );
}

/** Query → document → grade (0 where there is no grade). */
export function pairsBy(query: QuerySide, rows: readonly PairRow[]): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>();
  for (const { carrierId, resultId, grade = 0 } of rows) {
    const [queryId, documentId] = query === 'results' ? [resultId, carrierId] : [carrierId, resultId];
    const documents = table.get(queryId) ?? new Map<string, number>();
    documents.set(documentId, grade);
    table.set(queryId, documents);
  }
  return table;
}
