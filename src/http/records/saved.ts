/** What becomes of a record that was handed in. */
import { z } from 'zod';
import type { RecordKind } from '../../domain/import-report.ts';
import { analysisKey } from '../../usecases/analyse-jobs.ts';
import type { TakenRecord } from '../../usecases/save-one.ts';
import { jobPath } from '../paths.ts';
import { FindingSchema, presentFinding } from '../problems/problem.ts';
import { located, type Reply } from '../routing/reply.ts';

export const SavedRecordSchema = z
  .object({
    id: z.string(),
    hash: z.string().meta({ description: '内容的 sha256 · sha256 of the content' }),
    outcome: z.enum(['created', 'updated', 'unchanged']),
    analysis: z.object({ key: z.string(), url: z.string() }).nullable().meta({
      description: '随后进行的文本分析任务 · The job that reads the texts; null where nothing changed',
    }),
    warnings: z.array(FindingSchema).meta({
      description:
        '已登记但需核对之处，与导入报告的提示相同 · What to look at though it is taken: what an import would warn of',
    }),
  })
  .meta({
    id: 'SavedRecord',
    example: {
      id: 'R2026-017',
      hash: '5f0c8c2d3b0f6a1de1f4f2a9a4f0f1f0a1b2c3d4e5f60718293a4b5c6d7e8f90',
      outcome: 'created',
      analysis: {
        key: 'records.analyse:results:9f86d081884c7d659a2feaa0c55ad015',
        url: '/api/v1/jobs/records.analyse%3Aresults%3A9f86d081884c7d659a2feaa0c55ad015',
      },
      warnings: [],
    },
  });
export type SavedRecordAnswer = z.infer<typeof SavedRecordSchema>;

/** 201 for a new record, 200 for one that was there; reading its texts goes on as a job. */
export function replySaved(
  kind: RecordKind,
  { id, hash, outcome, warnings }: TakenRecord,
  location: string,
): Reply<SavedRecordAnswer> {
  const key = outcome === 'unchanged' ? null : analysisKey(kind, hash);
  const analysis = key === null ? null : { key, url: jobPath(key) };
  return located(
    { id, hash, outcome, analysis, warnings: warnings.map(presentFinding) },
    outcome === 'created' ? 201 : 200,
    location,
  );
}

export const SAVED_STATUSES = {
  201: '新登记 · Registered anew; its texts are read by the job `analysis`',
  200: '已有此记录：内容已更新或没有变化 · It was there: updated, or nothing changed',
};
