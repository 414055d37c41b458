/** What an official looks for in page, document and workbook: the same tables in each. */
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { componentName } from '../../src/domain/match.ts';
import { COMPONENTS } from '../../src/engine/score/weight-tables.ts';
import {
  loadProfile,
  roundReportHtml,
  roundReportPdf,
  roundReportWorkbook,
} from '../../src/exchange/index.ts';
import { barChart } from '../../src/exchange/report/charts/bar-chart.ts';
import { gapGridPieces } from '../../src/exchange/report/content/gap-grid-table.ts';
import { plansTable } from '../../src/exchange/report/content/plans-table.ts';
import { readReport } from '../../src/exchange/report/content/reader.ts';
import { readPdf } from '../support/pdf-text.ts';
import { sampleReportWithPark } from './sample-park.ts';

const profile = await loadProfile();
const report = sampleReportWithPark();

const IN_ALL = [
  // a park: members with their gains, both sides, shared needs, what is missing, what it adds to targets
  '重庆大学·水处理成果孵化园（建议名）',
  '21.458',
  '涉及“厌氧氨氧化”，属水处理方向',
  '研究院（高校）',
  '后续研发留在重庆大学',
  '产业园（区内）',
  '区内暂无',
  '成员尚未覆盖产业化阶段',
  '孵化载体总面积暂不计入',
  '在孵企业和初创团队至少1个',
  // the grid of gaps, with bands of readiness
  '缺2\n未落位1',
  '有1\n未落位1',
  'TRL 4–5',
  '不足3',
  // what leaves a result with nobody: whose words turn it away
  '因载体不接收形成的缺口',
  '江北环保专业孵化器（“不接收危险废物”）',
  // whom the plan serves worst, what earlier reviews decided, from when and where a figure is
  '契合度最低的落位',
  '既往审核决定',
  '成熟度依据不足',
  '2023-06-30—2023-12-31；火炬统计',
];

it('tells the whole of parks, gaps, decisions and targets on paper and on the page', async () => {
  const page = roundReportHtml(report, profile);
  const { text } = readPdf(await roundReportPdf(report, profile));
  for (const wanted of IN_ALL) {
    expect(page, wanted).toContain(wanted);
    expect(text, wanted).toContain(wanted.replace(/\s/gu, ''));
  }
  expect(text).toContain('建园建议1');
  expect(text).toContain('规划、建设、管理、发展成果分享：待高校与区科技局商定');
  for (const written of [page, text]) expect(written).not.toContain('至少0');
});

it('and in the workbook, where a facility names each result once', async () => {
  const sheets = await readXlsxFile(Buffer.from(await roundReportWorkbook(report, profile)));
  const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data.slice(3);
  const said = sheets.flatMap(({ data }) => data.flat()).map(String);
  for (const wanted of IN_ALL.filter((each) => each !== '21.458'))
    expect(
      said.some((cell) => cell.includes(wanted)),
      wanted,
    ).toBe(true);
  expect(rows('园区成果')[0]).toContain(21.4583);
  expect(rows('缺口总览')[0]!.slice(1).filter(Boolean)).toEqual(['缺2\n未落位1\nnone 2, 1 left']);
  expect(rows('补缺测算')[0]!.at(-1)).toBe('城市污水厌氧氨氧化脱氮颗粒污泥技术');
});

it('says nothing of refusals where nobody is turned away', async () => {
  const { refused: _, ...gaps } = report.gaps;
  const page = roundReportHtml({ ...report, gaps }, profile);
  expect(page).toContain('补缺测算');
  expect(page).not.toContain('因载体不接收');
});

it('shows two hosts each with what it takes, its places and what it offers; in the workbook who sits where', async () => {
  const [park] = report.parks.proposals;
  const [first] = park!.hosts;
  const hosts = [
    { ...first!, takes: 1, offers: [{ code: 'C04', zh: '中试熟化', en: 'pilot production' }] },
    { ...first!, carrierId: 'c2', name: '乙加速器', takes: 2, room: null, offers: [] },
  ];
  const members = park!.members.map((member) => ({ ...member, hostCarrierId: 'c2' }));
  const parks = { ...report.parks, proposals: [{ ...park!, hosts, members }] };
  const page = roundReportHtml({ ...report, parks }, profile);
  expect(page).toContain(
    '江北环保专业孵化器（承接1项，可容纳3项，与所承接成果平均契合度0.612，可自行提供成员所需的中试熟化）；乙加速器（承接2项，可容纳数未知，与所承接成果平均契合度0.612，成员所需能力均须另行落实）',
  );
  const sheets = await readXlsxFile(Buffer.from(await roundReportWorkbook({ ...report, parks }, profile)));
  expect(sheets.find(({ sheet }) => sheet === '园区成果')!.data[3]).toContain('乙加速器');
});

it('breaks a grid of very many sectors into pieces as wide as a page', () => {
  const sectors = Array.from({ length: 23 }, (_, i) => ({
    ...profile.sectors[0]!,
    code: `S${i}`,
    zh: `领域${i}`,
    en: `sector ${i}`,
  }));
  const cells = sectors.map(({ code }) => ({ ...report.gaps.cells[0]!, sector: code }));
  const wideReport = { ...report, gaps: { ...report.gaps, cells, stages: [] } };
  const pieces = gapGridPieces(readReport(wideReport, { ...profile, sectors }));
  expect(pieces.map(({ columns }) => columns.length)).toEqual([11, 11, 4]);
});

it('says what protecting the worst served costs', () => {
  const { compared } = report.assignment;
  const plan = { ...compared[0]!, kind: 'assigned' as const, perResult: 3 };
  const withBoth = {
    ...report,
    assignment: {
      ...report.assignment,
      compared: [
        { ...plan, objective: 'total' as const, totalAffinity: 10, worstServed: 0.2 },
        { ...plan, objective: 'worst_first' as const, totalAffinity: 9.75, worstServed: 0.3 },
      ],
    },
  };
  expect(plansTable(readReport(withBoth, profile)).note?.zh).toContain(
    '每项至多3家时，先保最低的代价为总契合度减少0.250，最低契合度由0.200变为0.300。',
  );
});

it('tells plans that come to the same in one line', () => {
  const { compared, measures } = report.assignment;
  const assigned = { ...compared[0]!, ...measures, kind: 'assigned' as const, perResult: 7 };
  const plans = [
    { ...assigned, objective: 'total' as const },
    { ...assigned, objective: 'worst_first' as const },
    { ...assigned, objective: 'total' as const, perResult: 8 },
  ];
  const { rows } = plansTable(
    readReport({ ...report, assignment: { ...report.assignment, compared: plans } }, profile),
  );
  expect(rows).toHaveLength(3);
  expect(rows[1]![0]).toMatchObject({ zh: '统筹分配：总契合度最大；统筹分配：先保最低，再求总和' });
});

it('every component of a score has a Chinese name, the same on the screen and in the report', () => {
  for (const name of COMPONENTS) expect(componentName(name)).toMatch(/^\p{Script=Han}{4} \w+$/u);
  expect(componentName('of-a-later-engine')).toBe('of-a-later-engine');
});

it('charts are as easy to read as the text around them: 9 points where they are as wide as a page', () => {
  const svg = barChart([{ label: '转化承接：参与成果', value: 3, note: '3项' }], 'sans-serif');
  const [, width, size] = /width="(\d+)".*?font-size="([\d.]+)"/u.exec(svg)!;
  const [points, page] = [Number(size), 470];
  expect((points * page) / Number(width)).toBeGreaterThan(9);
});
