import type { GapCell, GapState, StageCell } from '../../../domain/gap.ts';
import { isPilotCapability } from '../../../domain/purpose.ts';
import type { Reader } from './reader.ts';
import { type Cell, filled, type ReportTable, type Toned, text } from './table.ts';

const MARKS: Readonly<Record<GapState, Toned>> = {
  missing: { zh: '缺', en: 'none', tone: 'bad' },
  partner: { zh: '合作', en: 'partners', tone: 'mid' },
  scarce: { zh: '不足', en: 'few', tone: 'mid' },
  covered: { zh: '有', en: 'there', tone: 'good' },
};

type Sectors = Reader['profile']['sectors'];
type Heads = (sector: Sectors[number]) => { readonly zh: string; readonly en: string };

/** Sectors that have room beside one another on paper. */
const ACROSS = 10;

/** The grid in pieces as wide as a page, English heads by code. */
export function gapGridPieces(reader: Reader): ReportTable[] {
  const sectors = askedSectors(reader);
  const pieces = Math.max(1, Math.ceil(sectors.length / ACROSS));
  return Array.from({ length: pieces }, (_, i) =>
    gridOf(reader, sectors.slice(i * ACROSS, (i + 1) * ACROSS), ({ zh, code }) => ({ zh, en: code })),
  );
}

/** What is asked against what there is, at a glance: capabilities and bands of readiness down, sectors across. */
export function gapGridTable(reader: Reader): ReportTable {
  return gridOf(reader, askedSectors(reader), ({ zh, en }) => ({ zh, en }));
}

function askedSectors({ report: { gaps }, profile }: Reader): Sectors {
  const asked = new Set([...gaps.cells, ...gaps.stages].map(({ sector }) => sector));
  return profile.sectors.filter(({ code }) => asked.has(code));
}

interface GridRow {
  readonly name: Cell;
  /** By code of the sector. */
  readonly at: (sector: string) => Cell;
}

function gridOf(reader: Reader, sectors: Sectors, heads: Heads): ReportTable {
  const { report, profile } = reader;
  const { cells, stages } = report.gaps;
  const asked = new Set(cells.map(({ capability }) => capability));
  const bands = [...new Map(stages.map((cell) => [cell.from, cell])).values()].sort(
    (a, b) => a.from - b.from,
  );
  const inVain = waitingIn(reader);
  const rows: GridRow[] = [
    ...profile.capabilities
      .filter(({ code }) => asked.has(code))
      .map(({ code, zh, en }) => ({
        name: { zh, en },
        at: (sector: string) => {
          const cell = cells.find((one) => one.sector === sector && one.capability === code);
          return cell ? mark(cell, inVain(cell)) : null;
        },
      })),
    ...bands.map(({ from, to }) => ({
      name: `TRL ${from}–${to}`,
      at: (sector: string) => {
        const cell = stages.find((one) => one.sector === sector && one.from === from);
        return cell ? mark(cell, 0) : null;
      },
    })),
  ];
  return {
    sheet: '缺口总览',
    title: { zh: '能力与成熟度总览', en: 'Capabilities and readiness at a glance' },
    note: {
      zh: '格内为供给情况和提出需求的成果项数，空白为无人提出。缺：无载体具备；合作：仅合作方具备；不足：成果多于名额；有：本领域有载体具备。“未落位”为其中在本方案中没有相应落位的项数。TRL各行为处于该成熟度的成果与能全程接收的载体。',
      en: 'How it stands, and how many results ask; empty: nobody asks. none: no carrier has it; partners: partners only; few: more results than slots; there: carriers of the sector have it. left: those of them without a place in this plan for what they ask. TRL rows: results at that readiness against carriers that take all of it.',
    },
    ...filled(rows, [
      text('能力或成熟度', 'capability or readiness', 13, ({ name }) => name),
      ...sectors.map((sector) => {
        const { zh, en } = heads(sector);
        return text(zh, en, 12, ({ at }: GridRow) => at(sector.code));
      }),
    ]),
    empty: { zh: '没有成果以文字提出能力需求。', en: 'No result asks for a capability in words.' },
  };
}

/** Askers without a placement for what they ask, as forecasts count them. */
function waitingIn({ report: { assignment } }: Reader): (cell: GapCell) => number {
  const placed = new Set(assignment.placements.map(({ resultId, purpose }) => `${purpose} ${resultId}`));
  return ({ capability, results }) => {
    const purpose = isPilotCapability(capability) ? 'pilot' : 'transfer';
    return results.filter((id) => !placed.has(`${purpose} ${id}`)).length;
  };
}

function mark({ state, results }: GapCell | StageCell, left: number): Toned {
  const { zh, en, tone } = MARKS[state];
  const vain = left === 0 ? { zh: '', en: '' } : { zh: `\n未落位${left}`, en: `, ${left} left` };
  return {
    zh: `${zh}${results.length}${vain.zh}`,
    en: `${en} ${results.length}${vain.en}`,
    tone: tone === 'good' && left > 0 ? 'mid' : tone,
  };
}
