/** Options that several commands share. */
import { InvalidArgumentError, Option } from 'commander';
import { PURPOSES, type Purpose } from '../domain/purpose.ts';
import { SHEETS_PRINTED, SheetsSchema } from '../usecases/write-report.ts';

/** Without a fallback: both purposes. */
export function purposeOption(fallback?: Purpose): Option {
  const words = '用途：转化承接 transfer、中试合作 pilot';
  const option = (text: string) => new Option('-p, --purpose <purpose>', text).choices(PURPOSES);
  return fallback === undefined
    ? option(`${words}，缺省两者 both by default`)
    : option(words).default(fallback);
}

export function topOption(fallback: number): Option {
  return new Option('-n, --top <count>', '候选数量 how many candidates')
    .default(fallback)
    .argParser((text) => wholeNumber(text, 1_000));
}

export function limitOption(fallback: number): Option {
  return new Option('-n, --limit <count>', '最多列出多少条 how many at most')
    .default(fallback)
    .argParser((text) => wholeNumber(text, 100_000));
}

/** Infinity for `all`. */
export function sheetsOption(): Option {
  return new Option(
    '--sheets <n|all>',
    `PDF 列出多少张对接单，缺省 ${SHEETS_PRINTED} placement sheets in the PDF`,
  ).argParser(sheetCount);
}

function sheetCount(text: string): number {
  const { data } = SheetsSchema.safeParse(text);
  if (data !== undefined) return data;
  throw new InvalidArgumentError('应为 0 至 9999 的整数或 all a whole number up to 9999, or all.');
}

/** From 1 on. */
function wholeNumber(text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new InvalidArgumentError(`应为 1 至 ${most} 的整数 a whole number from 1 to ${most}.`);
}

export function purposesOf(purpose: Purpose | undefined): readonly Purpose[] {
  return purpose === undefined ? PURPOSES : [purpose];
}
