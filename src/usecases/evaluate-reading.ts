/** How well results are read, against people's labels: primary sector, asked capabilities, readiness. Pure. */
import type { Analysis } from '../domain/analysis.ts';
import { DomainError } from '../domain/errors.ts';
import type { ResultLabels } from '../domain/judged-reading.ts';
import { type Estimate, estimate } from '../engine/measures.ts';
import { type Agreement, agreementOf } from './agreement.ts';

export interface ReadingEvaluation {
  readonly results: number;
  /** The first sector that was read is the labelled one; a result that lies outside all sectors counts as wrong. */
  readonly sector: Estimate;
  /** With “outside all sectors” as one answer more, read where a result lies mainly outside, or nowhere. */
  readonly sectorOrOutside: Estimate;
  /** Over all results and capabilities together. */
  readonly asked: Agreement;
  /** By capability, in the order of codes. */
  readonly byCapability: readonly (Agreement & { readonly code: string })[];
  /** Of the results with labelled levels: those whose levels, as read, meet them. */
  readonly readiness: Estimate;
  readonly levelled: number;
}

type Read = Pick<Analysis, 'sectors' | 'capabilities' | 'trl'>;

/** From this share on a result lies mainly outside the profile's sectors. */
const MAINLY = 0.5;

/** Throws `record.not_found` where a label is of no result. */
export function evaluateReading(
  labels: readonly ResultLabels[],
  read: (resultId: string) => Read | undefined,
): ReadingEvaluation {
  const rows = labels.map((label) => {
    const analysis = read(label.resultId);
    if (!analysis) {
      throw new DomainError(
        'record.not_found',
        `标签所指的成果不在文件中 no result of the file has the label’s id: ${label.resultId}`,
      );
    }
    return { label, analysis };
  });
  const asks = rows.map(({ label, analysis }) => ({
    wanted: new Set(label.asked),
    said: new Set(analysis.capabilities.filter((m) => m.modality === 'asked').map((m) => m.code)),
  }));
  const codes = [...new Set(asks.flatMap(({ wanted, said }) => [...wanted, ...said]))].sort();
  const levelled = rows.filter(({ label }) => label.trl);
  return {
    results: rows.length,
    sector: estimate(rows.map(({ label, analysis }) => Number(isSector(label, analysis)))),
    sectorOrOutside: estimate(
      rows.map(({ label, analysis }) =>
        Number(
          label.sector === undefined
            ? isOutside(analysis)
            : isSector(label, analysis) && !isOutside(analysis),
        ),
      ),
    ),
    asked: agreementOf(asks),
    byCapability: codes.map((code) => ({ code, ...agreementOf(asks, code) })),
    readiness: estimate(levelled.map(({ label, analysis }) => Number(meets(label.trl, analysis.trl)))),
    levelled: levelled.length,
  };
}

function isSector({ sector }: ResultLabels, { sectors }: Read): boolean {
  return sector !== undefined && sectors.weights[0]?.code === sector;
}

function isOutside({ sectors }: Read): boolean {
  return (sectors.outside?.weight ?? 0) >= MAINLY || sectors.weights.length === 0;
}

function meets(label: ResultLabels['trl'], read: Read['trl']): boolean {
  return !!label && !!read && read.low <= label.high && read.high >= label.low;
}
