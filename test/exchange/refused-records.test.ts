/** What an official reads where a record is refused: by a file of JSON lines, by the API, by a file for measuring. */
import { expect, it } from 'vitest';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { DomainError, type Finding } from '../../src/domain/errors.ts';
import type { RecordKind, RowFinding } from '../../src/domain/import-report.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { readAllRecords } from '../../src/exchange/index.ts';
import { readJsonlRecords } from '../../src/exchange/jsonl-records.ts';
import { checkCarrier, checkResult } from '../../src/usecases/check-record.ts';
import { buildWorkbook, textFile } from './build-workbook.ts';

/** Chinese first, then English beside it; nothing of the library that checks. */
const BOTH = /^[^a-z]*\p{Script=Han}.* · .*[a-z]/su;
const OF_THE_LIBRARY = /invalid|received|undefined|union|zod|too (?:big|small)/iu;

/** Field, its Chinese heading, what stood there, a part of what is expected. */
type Refusal = readonly [field: string, heading: string, found: string, expected: string];

const RESULTS: readonly (readonly [input: unknown, ...refusals: Refusal[]])[] = [
  [{ title: ' ' }, ['title', '成果名称', '（空白 blank）', '1–500 字']],
  [{ title: '？？' }, ['title', '成果名称', '？？', '须含汉字或字母']],
  [{ title: '题'.repeat(600) }, ['title', '成果名称', `${'题'.repeat(79)}…`, '现有 600 字']],
  [{ title: '成果', id: 'a b/c' }, ['id', '系统编号', 'a b/c', '不超过 100 字']],
  [{ title: '成果', trl: 'TRL 12' }, ['trl', '技术成熟度', 'TRL 12', '1–9']],
  [{ title: '成果', trl: { low: 7, high: 3 } }, ['trl', '技术成熟度', '{"low":7,"high":3}', '1–9']],
  [{ title: '成果', priceWan: -5 }, ['priceWan', '转让价格', '-5', '面议请留空']],
  [{ title: '成果', priceWan: 1e12 }, ['priceWan', '转让价格', '1000000000000', '不超过 10000000']],
  [
    { title: '成果', ip: [{ kind: 'patentt', text: 'x' }] },
    ['ip[0].kind', '知识产权类型', 'patentt', 'invention_patent'],
  ],
  [{ title: '成果', ip: [{ kind: 'patent' }] }, ['ip[0].text', '知识产权', '（空白 blank）', '文字']],
  [{ title: '成果', category: 5 }, ['category', '成果类别', '5', '软科学']],
  [
    { title: '成果', contact: { phone: '1'.repeat(71), email: ['x'] } },
    ['contact.phone', '联系电话', '1'.repeat(71), '现有 71 字'],
    ['contact.email', '邮箱', '["x"]', '文字 · text'],
  ],
  [
    { title: '成果', keywords: ['短', '长'.repeat(101)] },
    ['keywords[1]', '关键词', `${'长'.repeat(79)}…`, '现有 101 字'],
  ],
  [{ title: '成果', team: 5 }, ['team', '团队', '5', '文字 · text / 列表 · a list']],
  [
    { title: '成果', sectors: Array.from({ length: 31 }, (_, i) => `领域${i}`) },
    ['sectors', '产业领域', '["领域0"', '现有 31 项'],
  ],
];

const CARRIERS: readonly (readonly [input: unknown, ...refusals: Refusal[]])[] = [
  [{ name: '甲' }, ['name', '载体名称', '甲', '2–300 字']],
  [{ name: '载体', status: '不知道' }, ['status', '运行状态', '不知道', '督促整改']],
  [{ name: '载体', trlMin: 8, trlMax: 3 }, ['trlMin', '最低成熟度', '8', '不高于上限']],
  [{ name: '载体', trlMax: 0 }, ['trlMax', '最高成熟度', '0', '1 到 9']],
  [{ name: '载体', slots: 2.5 }, ['slots', '本轮名额', '2.5', '整数']],
  [{ name: '载体', slots: 1_000_000 }, ['slots', '本轮名额', '1000000', '不超过 100000']],
  [{ name: '载体', areaTotalM2: -5 }, ['areaTotalM2', '建筑面积', '-5', '㎡']],
  [
    { name: '载体', capabilities: [{ code: 'C04', provider: 'their' }] },
    ['capabilities[0].provider', '服务能力', 'their', 'own, partner'],
  ],
  [{ name: '载体', portfolio: [5] }, ['portfolio[0]', '孵化案例', '5', '对象']],
  [
    { name: '载体', portfolio: [{ title: '' }] },
    ['portfolio[0].title', '孵化案例', '（空白 blank）', '不能为空'],
  ],
  [{ name: '载体', city: '城'.repeat(101) }, ['city', '所在地', `${'城'.repeat(79)}…`, '现有 101 字']],
  [{ name: '载体', founded: { year: 1 } }, ['founded', '成立时间', '{"year":1}', '文字 · text']],
];

const CASES = [
  ...RESULTS.map(([input, ...refusals]) => ({ kind: 'results' as const, input, refusals })),
  ...CARRIERS.map(([input, ...refusals]) => ({ kind: 'carriers' as const, input, refusals })),
];

it.each(CASES)(
  '$kind $input is refused in Chinese, then English, where it is wrong',
  async ({ kind, input, refusals }) => {
    const said = refusals.map(([field, heading, found, expected]) => ({
      field,
      heading,
      found: expect.stringContaining(found),
      expected: expect.stringContaining(expected),
    }));
    const findings = refusalBy(kind, input);
    expect(findings).toEqual(said);
    expect(await importOf(kind, input)).toMatchObject(
      said.map(({ field, heading, ...rest }) => ({ row: 1, column: `${heading} ${field}`, ...rest })),
    );
    for (const { expected } of [...findings, ...measuring(kind, input)]) {
      expect(expected).toMatch(BOTH);
      expect(expected).not.toMatch(OF_THE_LIBRARY);
    }
  },
);

it('a cell with several things shows each one that is wrong; the column is named as in the file', async () => {
  const rows = [
    ['Project name', '关键词', '学科'],
    ['高熵合金', `短；${'长'.repeat(101)}；${'宽'.repeat(101)}`, '科'.repeat(201)],
    ['？', '', ''],
  ];
  const bytes = buildWorkbook([{ name: '清单', rows }]);
  const { findings } = await readAllRecords('results', { filename: 'a.xlsx', bytes });
  expect(findings).toMatchObject([
    {
      row: 2,
      column: '关键词',
      found: `${'长'.repeat(79)}…`,
      expected: expect.stringContaining('现有 101 字'),
    },
    { row: 2, column: '关键词', found: `${'宽'.repeat(79)}…` },
    { row: 2, column: '学科', expected: expect.stringContaining('不超过 200 字') },
    { row: 3, column: '成果名称 Project name', found: '？' },
  ]);
});

function refusalBy(kind: RecordKind, input: unknown): readonly Finding[] {
  try {
    (kind === 'results' ? checkResult : checkCarrier)(input);
  } catch (error) {
    if (error instanceof DomainError) return error.findings;
    throw error;
  }
  throw new Error('taken');
}

async function importOf(kind: RecordKind, input: unknown): Promise<readonly RowFinding[]> {
  const read = await readAllRecords(kind, { filename: 'a.jsonl', bytes: textFile(JSON.stringify(input)) });
  return read.findings.filter(({ severity }) => severity === 'error');
}

/** What `rank` and `evaluate` say: a good line stands beside it, for a file without any is refused as a whole. */
function measuring(kind: RecordKind, input: unknown): readonly RowFinding[] {
  const good = { title: '成果', name: '载体' };
  const text = `${JSON.stringify(good)}\n${JSON.stringify(input)}`;
  const schema = kind === 'results' ? ResearchResultSchema : CarrierSchema;
  return readJsonlRecords<{ id?: string | undefined }>(text, 'a.jsonl', schema).findings;
}

it('a row that is refused tells the names in it that are not known as well', async () => {
  const carrier = { name: '甲', capabilities: [{ code: 'C04', detial: '反应釜' }] };
  const read = await readAllRecords('carriers', {
    filename: 'a.jsonl',
    bytes: textFile(JSON.stringify(carrier)),
  });
  expect(read.drafts).toEqual([]);
  expect(read.findings).toMatchObject([
    { severity: 'error', column: '载体名称 name' },
    {
      severity: 'error',
      column: '服务能力 capabilities[0].detial',
      found: '反应釜',
      expected: expect.stringMatching(/^未知名称；疑为 detail；.+a name that is not known; perhaps detail/u),
    },
  ]);
  expect(measuring('carriers', carrier).map(({ column }) => column)).toEqual(
    expect.arrayContaining(['name', 'capabilities[0].detial']),
  );
});
