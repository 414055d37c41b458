import type { GapState } from '../../../domain/gap.ts';
import type { Reader } from './reader.ts';
import { type Cell, type ReportTable, type Toned, text } from './table.ts';

const MARKS: Readonly<Record<GapState, Toned>> = {
  missing: { zh: '缺', en: 'none', tone: 'bad' },
  partner: { zh: '合作', en: 'partners', tone: 'mid' },
  scarce: { zh: '不足', en: 'few', tone: 'mid' },
  covered: { zh: '足', en: 'enough', tone: 'good' },
};

type Sectors = Reader['profile']['sectors'];

/** Sectors that have room beside one another on paper. */
const ACROSS = 10;

/** The grid in pieces as wide as a page. */
export function gapGridPieces(reader: Reader): ReportTable[] {
  const sectors = askedSectors(reader);
  const pieces = Math.max(1, Math.ceil(sectors.length / ACROSS));
  return Array.from({ length: pieces }, (_, i) =>
    gapGridTable(reader, sectors.slice(i * ACROSS, (i + 1) * ACROSS)),
  );
}

function askedSectors({ report: { gaps }, profile }: Reader): Sectors {
  const asked = new Set([...gaps.cells, ...gaps.stages].map(({ sector }) => sector));
  return profile.sectors.filter(({ code }) => asked.has(code));
}

/** What is asked against what there is, at a glance: capabilities and bands of readiness down, sectors across. */
export function gapGridTable(reader: Reader, sectors = askedSectors(reader)): ReportTable {
  const { report, profile } = reader;
  const { gaps } = report;
  const bands = [...new Map(gaps.stages.map((cell) => [cell.from, cell])).values()].sort(
    (a, b) => a.from - b.from,
  );
  const asked = new Set(gaps.cells.map(({ capability }) => capability));
  return {
    sheet: '缺口总览',
    title: { zh: '能力与成熟度总览', en: 'Capabilities and readiness at a glance' },
    note: {
      zh: '格内为情况和提出需求的成果项数，空白为无人提出。缺：无载体具备；合作：仅合作方具备；不足：成果多于名额；足：可满足。TRL各行为处于该成熟度的成果与能全程接收的载体。',
      en: 'How it stands, and how many results ask; empty: nobody asks. none: no carrier has it; partners: partners only; few: more results than slots. TRL rows: results at that readiness against carriers that take all of it.',
    },
    columns: [
      text('能力或成熟度', 'capability or readiness', 17),
      ...sectors.map(({ zh, en }) => text(zh, en, 12)),
    ],
    rows: [
      ...profile.capabilities
        .filter(({ code }) => asked.has(code))
        .map(({ code, zh, en }): Cell[] => [
          { zh, en },
          ...sectors.map((sector) =>
            mark(gaps.cells.find((cell) => cell.sector === sector.code && cell.capability === code)),
          ),
        ]),
      ...bands.map(({ from, to }): Cell[] => [
        `TRL ${from}–${to}`,
        ...sectors.map((sector) =>
          mark(gaps.stages.find((cell) => cell.sector === sector.code && cell.from === from)),
        ),
      ]),
    ],
    empty: { zh: '没有成果以文字提出能力需求。', en: 'No result asks for a capability in words.' },
  };
}

function mark(cell: { readonly state: GapState; readonly results: readonly string[] } | undefined): Cell {
  if (!cell) return null;
  const { zh, en, tone } = MARKS[cell.state];
  const number = cell.results.length;
  return { zh: `${zh} ${number}`, en: `${en} ${number}`, tone };
}
