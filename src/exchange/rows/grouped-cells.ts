/** Fields that several columns make up together, or whose one cell says several things. */

import { canonicalJson } from '../../domain/canonical-json.ts';
import { readCapabilityCell } from '../../domain/reading/capability-cell.ts';
import { isBlank } from '../../domain/reading/plain.ts';
import { joinIpColumns } from '../readings/ip-columns.ts';
import { readAcceptedLevels, readMaturity } from '../readings/maturity.ts';
import { ipMark } from '../readings/secrecy.ts';
import type { Cell } from './cell.ts';
import type { Reading } from './reading.ts';

export type Take = (field: string) => readonly Cell[];

export function readIpCells(reading: Reading, take: Take): void {
  const [whole, kinds, numbers, states] = [take('ip'), take('ip.kind'), take('ip.number'), take('ip.status')];
  const [first] = [...whole, ...kinds, ...numbers, ...states];
  if (!first) return;
  const structured = whole.find((cell) => typeof cell.value !== 'string');
  const value = structured
    ? structured.value
    : joinIpColumns({
        whole: texts(whole),
        kinds: texts(kinds),
        numbers: texts(numbers),
        states: texts(states),
      });
  reading.set('ip', value, first);
  const mark = ipMark(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  if (mark) reading.secret ??= { column: first.heading, mark };
}

const FROM_DATE =
  '表格软件把“5-6”变成了日期，已按等级范围读取 · a range like 5-6 had become a date; read as levels';

/** Both columns may hold a level or a stage in words. Where they disagree, the column of levels wins. */
export function readLevels(reading: Reading, trl: readonly Cell[], stage: readonly Cell[]): void {
  const words: string[] = [];
  for (const cell of [...trl, ...stage]) {
    if (typeof cell.value !== 'string') {
      reading.set('trl', cell.value, cell);
      continue;
    }
    const read = readMaturity(cell.value);
    if (read.fromDate) reading.warn(cell, FROM_DATE);
    if (read.trl !== undefined) {
      const known = reading.input['trl'];
      if (known === undefined) reading.set('trl', read.trl, cell);
      else if (canonicalJson(known) !== canonicalJson(read.trl)) reading.leave(cell);
    }
    if (read.stage !== undefined && !words.includes(read.stage)) {
      words.push(read.stage);
      reading.set('stage', words.join('；'), cell);
    }
  }
}

/** The levels that a carrier takes, as its lower and upper bound. */
export function readAccepted(reading: Reading, cells: readonly Cell[]): void {
  const byClaim = [...cells].sort((a, b) => a.preference - b.preference);
  for (const cell of byClaim) {
    if (reading.input['trlMin'] !== undefined) {
      reading.leave(cell);
      continue;
    }
    const range = readAcceptedLevels(String(cell.value));
    if (range) {
      if (range.fromDate) reading.warn(cell, FROM_DATE);
      reading.set('trlMin', range.low, cell);
      reading.set('trlMax', range.high, cell);
    } else {
      reading.warn(
        cell,
        '等级范围，如 TRL4-7；原文已存入备注 · a range of levels, e.g. TRL4-7; the text is kept in remarks',
      );
      reading.leave(cell);
    }
  }
}

/** Longest name of a capability and of a past project; longer entries are prose. */
const MAX_CAPABILITY = 100;
const MAX_PROJECT = 500;

/** Services and cases written as prose, not as a list, belong to the description: nothing of them is lost. */
export function readCarrierTexts(reading: Reading, take: Take): void {
  const prose = (cell: Cell, longest: (text: string) => number, limit: number) =>
    typeof cell.value === 'string' && longest(cell.value) > limit;
  const capabilities = take('capabilities');
  const portfolio = take('portfolio');
  const moved = [
    ...capabilities.filter((cell) => prose(cell, longestCapability, MAX_CAPABILITY)),
    ...portfolio.filter((cell) => prose(cell, longestProject, MAX_PROJECT)),
  ];
  reading.combine(
    'capabilities',
    capabilities.filter((cell) => !moved.includes(cell)),
  );
  reading.combine(
    'portfolio',
    portfolio.filter((cell) => !moved.includes(cell)),
  );
  reading.combine('description', [
    ...take('description'),
    ...moved.map((cell) => ({ ...cell, labelled: true })),
  ]);
}

function longestCapability(text: string): number {
  return Math.max(0, ...readCapabilityCell(text).map((claim) => claim.code.length));
}

function longestProject(text: string): number {
  return Math.max(
    0,
    ...text
      .split(/[;；\n\r]+/u)
      .filter((line) => !isBlank(line))
      .map((line) => line.length),
  );
}

function texts(cells: readonly Cell[]): string[] {
  return cells.map((cell) => String(cell.value));
}
