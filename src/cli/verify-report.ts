import { Command } from 'commander';
import { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import type { Verification } from '../usecases/verify-report.ts';
import { frozenRound } from './frozen-round.ts';
import { createProgress } from './output/progress.ts';
import { print } from './output/terminal.ts';
import { readBytes } from './read-bytes.ts';
import { commandConfig, withApplication } from './session.ts';

const NamedSchema = z.looseObject({ roundId: z.string() });
/** Longer values are cut where they are shown. */
const SHOWN = 300;

export function verifyReportCommand(): Command {
  return new Command('verify-report')
    .description(
      '由冻结输入复算报告的每个分数、引文、合计与约束，指出第一处不符\nRecompute every score, quote, total and constraint of a report and name the first disagreement.',
    )
    .argument('<file>', '报告 JSON the report as JSON')
    .option(
      '--inputs <file>',
      'freeze 导出的文件，缺省用本机数据库 a file written by freeze; else the database',
    )
    .option('--json', '以 JSON 输出 print as JSON')
    .action(async (file: string, { inputs, json }: { inputs?: string; json?: boolean }) => {
      const report = await readReport(file);
      await withApplication(commandConfig(), async (application) => {
        const frozen = await frozenRound(application, { roundId: report.roundId, inputs });
        const progress = createProgress('复算 recomputing');
        const verification = await application.usecases
          .verifyReport(report, frozen, ({ done, total }) => progress.update(done, total))
          .finally(() => progress.stop());
        print(json ? JSON.stringify(verification) : sayVerification(verification));
        if (verification.disagreement) process.exitCode = 2;
      });
    });
}

async function readReport(file: string): Promise<z.infer<typeof NamedSchema>> {
  const text = new TextDecoder().decode(await readBytes(file));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw noReport(file, error instanceof Error ? error.message : String(error));
  }
  const report = NamedSchema.safeParse(value);
  if (!report.success) throw noReport(file, '缺少轮次编号 roundId · it names no round (roundId)');
  return report.data;
}

function noReport(file: string, why: string): DomainError {
  return new DomainError('file.unreadable', `${file}: 不是匹配报告 · it is no match report: ${why}`);
}

function sayVerification({ roundId, hash, disagreement }: Verification): string {
  if (!disagreement)
    return `报告无误：轮次 ${roundId} 的全部内容与复算一致\nThe report bears out: all of it follows from its inputs\nsha256 ${hash}`;
  const { path, found, expected } = disagreement;
  return [
    `报告不符 the report does not bear out: ${path === '' ? '(全文 the whole)' : path}`,
    `  报告写 it says: ${shown(found)}`,
    `  应为 recomputed: ${shown(expected)}`,
  ].join('\n');
}

function shown(value: unknown): string {
  const text = value === undefined ? '（无 nothing）' : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
