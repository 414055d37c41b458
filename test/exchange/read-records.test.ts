import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../../src/domain/import-report.ts';
import { readAllRecords, readRecords } from '../../src/exchange/index.ts';
import { buildWorkbook, type TestCell, textFile } from './build-workbook.ts';

function readRows<Kind extends RecordKind>(
  kind: Kind,
  rows: readonly (readonly TestCell[])[],
  merges: readonly string[] = [],
) {
  return readAllRecords(kind, { filename: 'a.xlsx', bytes: buildWorkbook([{ name: '清单', rows, merges }]) });
}

const titles = (read: { drafts: readonly { draft: { title: string } }[] }) =>
  read.drafts.map(({ draft }) => draft.title);

it('what is not read says so: a hidden sheet of records, a formula that nobody has calculated', async () => {
  const bytes = buildWorkbook([
    {
      name: '清单',
      rows: [
        ['成果名称', '成果简介'],
        ['高熵合金涂层', { raw: '<c r="@"><f>B9</f></c>' }],
      ],
    },
    {
      name: '底稿',
      hidden: true,
      rows: [
        ['成果名称', '成果简介'],
        ['旧成果', '旧'],
      ],
    },
    { name: '下拉项', hidden: true, rows: [['公开']] },
  ]);
  const read = await readAllRecords('results', { filename: 'a.xlsx', bytes });
  expect(titles(read)).toEqual(['高熵合金涂层']);
  expect(read.findings).toMatchObject([
    { sheet: '底稿', severity: 'warning', expected: expect.stringContaining('取消隐藏') },
    { sheet: '清单', row: 2, column: '成果简介', expected: expect.stringContaining('公式没有结果') },
  ]);
});

it('a hidden sheet that cannot be read, or explains, and formulas filled in ahead are nobody’s trouble', async () => {
  const ahead = { raw: '<c r="@"><f>ROW()</f></c>' };
  const headings = ['序号', '成果名称', '成果简介'];
  const bytes = buildWorkbook([
    { name: '清单', rows: [headings, ['1', '高熵合金涂层', '耐磨'], [ahead], [ahead]] },
    { name: '底稿', hidden: true, rows: [[{ raw: '<c r="AZZ1"><v>1</v></c>' }]] },
    { name: '填写说明', hidden: true, rows: [headings, ['', '必填', '选填']] },
  ]);
  const read = await readAllRecords('results', { filename: 'a.xlsx', bytes });
  expect([titles(read), read.findings]).toEqual([['高熵合金涂层'], []]);
});

describe('a list as a university keeps it', () => {
  const rows = [
    ['2024年重庆高校科技成果汇编'],
    ['单位：科技处'],
    [
      '序号',
      '完成单位',
      '成果（项目）名称*',
      '知识产权',
      null,
      '技术成熟度',
      '意向价格（元）',
      '联系电话',
      '完成时间',
      '获批情况',
    ],
    [null, null, null, '类型', '编号'],
    [
      1,
      '重庆大学',
      '高熵合金涂层制备',
      '发明专利',
      'ZL202010123456.7、ZL202010123457.1',
      '５-６级',
      '面议',
      13800000000,
      44321,
      '已通过',
    ],
    [
      2,
      null,
      '污泥好氧发酵熟化工艺',
      '发明专利',
      null,
      '小试',
      500000,
      { raw: '<c r="@"><v>1.38E+10</v></c>' },
      { serial: 44321 },
    ],
    [3, null, '毫米波雷达', null, null, { serial: 45418, style: 3 }, '50-80万', null, '2021年5月'],
    ['序号', '完成单位', '成果（项目）名称*', '知识产权'],
    [4, null, '无学校的成果', null, null, 'TRL6（已完成中试）'],
    ['合计', null, null, '4项'],
    ['注：以上成果均可公开'],
  ];
  const merges = [
    'A1:J1',
    'A3:A4',
    'B3:B4',
    'C3:C4',
    'D3:E3',
    'F3:F4',
    'G3:G4',
    'H3:H4',
    'I3:I4',
    'J3:J4',
    'B5:B7',
    'A11:J11',
  ];

  it('finds two-line headings under titles and tells what each column was read as', async () => {
    const { columns } = await readRows('results', rows, merges);
    expect(columns).toEqual([
      { heading: '序号', field: 'rowNumber' },
      { heading: '完成单位', field: 'university' },
      { heading: '成果（项目）名称*', field: 'title' },
      { heading: '知识产权 / 类型', field: 'ip' },
      { heading: '知识产权 / 编号', field: 'ip' },
      { heading: '技术成熟度', field: 'trl' },
      { heading: '意向价格（元）', field: 'priceWan' },
      { heading: '联系电话', field: 'contact.phone' },
      { heading: '完成时间', field: 'period' },
      { heading: '获批情况', field: null },
    ]);
  });

  it('reads its cells: merged school, full-width levels, 面议, serial dates, float phones, rights per number', async () => {
    const { drafts } = await readRows('results', rows, merges);
    expect(drafts[0]).toMatchObject({
      row: 5,
      sheet: '清单',
      draft: {
        title: '高熵合金涂层制备',
        university: '重庆大学',
        trl: { low: 5, high: 6 },
        period: '2021-05-05',
        contact: { phone: '13800000000' },
        remarks: '获批情况：已通过',
      },
    });
    expect(drafts[0]?.draft.priceWan).toBeUndefined();
    expect(drafts[0]?.draft.ip).toMatchObject([
      { kind: 'invention_patent', number: 'ZL202010123456.7' },
      { kind: 'invention_patent', number: 'ZL202010123457.1' },
    ]);
    expect(drafts[1]?.draft).toMatchObject({
      stage: '小试',
      university: '重庆大学',
      priceWan: 50,
      contact: { phone: '13800000000' },
      period: '2021-05-05',
    });
    expect(drafts[1]?.draft.trl).toBeUndefined();
    expect(drafts[3]?.draft).toMatchObject({ trl: { low: 6, high: 6 }, stage: '已完成中试' });
  });

  it('reads a range that had become a date, keeps a price range as text, and says both', async () => {
    const { drafts, findings } = await readRows('results', rows, merges);
    expect(drafts[2]?.draft).toMatchObject({ trl: { low: 5, high: 6 }, remarks: '意向价格（元）：50-80万' });
    expect(findings.map(({ row, column, severity }) => [row, column, severity])).toEqual([
      [7, '技术成熟度', 'warning'],
      [5, '意向价格（元）', 'warning'],
      [7, '意向价格（元）', 'warning'],
    ]);
  });

  it('takes a total for a total, also where the number stands below the titles', async () => {
    const counted = rows.map((row) => (row[0] === '合计' ? ['合计', null, '4项'] : row));
    const { drafts } = await readRows('results', counted, merges);
    expect(drafts.map(({ draft }) => draft.title)).toEqual(
      (await readRows('results', rows, merges)).drafts.map(({ draft }) => draft.title),
    );
    expect(drafts).toHaveLength(4);
  });

  it('carries a merged cell down and a plain blank never', async () => {
    const { drafts } = await readRows('results', rows, merges);
    expect(drafts.map(({ draft }) => draft.university)).toEqual([
      '重庆大学',
      '重庆大学',
      '重庆大学',
      undefined,
    ]);
    const unmerged = await readRows('results', [
      ['学校', '成果名称'],
      ['重庆大学', '甲成果'],
      [null, '乙成果'],
    ]);
    expect(unmerged.drafts.map(({ draft }) => draft.university)).toEqual(['重庆大学', undefined]);
  });

  it('counts notes, totals and repeated headings without reading them', async () => {
    const { counts } = await readRows('results', rows, merges);
    expect(counts).toEqual({ rows: 4, drafts: 4, duplicates: 0, refused: 0, notes: 3 });
  });
});

describe('rows that are not taken', () => {
  it('1,000 rows with three bad ones give 997 drafts and three refusals, in the words of the form', async () => {
    const rows: TestCell[][] = Array.from({ length: 1000 }, (_, i) => [
      `成果编号${i}的名称`,
      '重庆大学',
      '5',
    ]);
    rows[9] = ['第十项', '重庆大学', 'TRL 12'];
    rows[99] = [null, '重庆大学', '5'];
    rows[999] = ['x'.repeat(600), '重庆大学', '5'];
    const { drafts, findings, counts } = await readRows('results', [
      ['成果名称', '学校', '技术成熟度'],
      ...rows,
    ]);
    expect(drafts).toHaveLength(997);
    expect(counts).toEqual({ rows: 1000, drafts: 997, duplicates: 0, refused: 3, notes: 0 });
    expect(findings).toMatchObject([
      { row: 11, sheet: '清单', column: '技术成熟度', found: 'TRL 12', severity: 'error' },
      { row: 101, column: '成果名称', found: '（空白 blank）', severity: 'error' },
      { row: 1001, column: '成果名称', severity: 'error' },
    ]);
    expect(findings[2]?.found).toHaveLength(80);
    expect(findings[2]?.expected).toBe(
      '成果名称，1–500 字，须含汉字或字母（不超过 500 字，现有 600 字） · a title of 1 to 500 characters, with a Chinese character or a letter (at most 500 characters, this has 600 characters)',
    );
    for (const finding of findings)
      expect(finding.expected).not.toMatch(/invalid|expected|union|zod|received/iu);
  });

  it('refuses a row whose title names nothing, and takes the others', async () => {
    const { drafts, findings } = await readRows('results', [
      ['成果名称', '学校'],
      ['高熵合金涂层', '重庆大学'],
      ['？？？？', '重庆大学'],
    ]);
    expect(drafts).toHaveLength(1);
    expect(findings).toMatchObject([{ row: 3, column: '成果名称', found: '？？？？', severity: 'error' }]);
    expect(findings[0]?.expected).toContain('须含汉字或字母');
  });

  it.each([
    [
      'a secrecy column',
      ['成果名称', '成果简介', '密级'],
      ['隐形涂层配方', '机密内容甲', '机密★10年（配方甲）'],
      '机密',
    ],
    [
      'a defence patent',
      ['成果名称', '成果简介', '知识产权'],
      ['隐形涂层配方', '机密内容甲', '国防专利1项'],
      '国防专利',
    ],
  ])('a secret row leaves nothing but its mark: %s', async (_name, headings, secret, mark) => {
    const read = await readRows('results', [
      headings,
      secret,
      ['公开成果', '简介', '公开'.slice(0, headings[2] === '密级' ? 2 : 0)],
    ]);
    expect(titles(read)).toEqual(['公开成果']);
    expect(read.findings).toHaveLength(1);
    expect(read.findings[0]).toMatchObject({ row: 2, column: headings[2], found: mark, severity: 'error' });
    expect(JSON.stringify(read)).not.toMatch(/隐形涂层|机密内容|配方甲/u);
  });

  it('a mark above the headings holds for the whole sheet', async () => {
    const read = await readRows('results', [
      ['某所成果表'],
      ['密级：内部'],
      ['成果名称', '简介'],
      ['隐形涂层配方', '甲'],
    ]);
    expect(read.drafts).toEqual([]);
    expect(JSON.stringify(read.findings)).not.toContain('隐形');
    expect(read.findings[0]).toMatchObject({ row: 4, found: '内部' });
  });
});

describe('records that occur twice in a file', () => {
  it('counts the same content, unites what differs, and names both rows', async () => {
    const { drafts, findings, counts } = await readRows('results', [
      ['成果名称', '学校', '关键词', '成果简介', '专利号'],
      ['高熵合金 涂层', '重庆大学', '合金', '第一种说法', 'ZL202010123456.7'],
      ['高熵合金 涂层', '重庆大学', '合金', '第一种说法', 'ZL202010123456.7'],
      ['高熵合金涂层', '重庆大学', '涂层', '第二种说法', 'ZL202010123457.1'],
    ]);
    expect(counts).toMatchObject({ rows: 3, drafts: 1, duplicates: 2, refused: 0 });
    expect(drafts[0]).toMatchObject({
      row: 2,
      draft: { keywords: ['合金', '涂层'], abstract: '第一种说法' },
    });
    expect(drafts[0]?.draft.ip).toHaveLength(2);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.found).toMatch(/第 4 行与第 2 行/u);
    expect(findings[0]?.expected).toContain('成果简介');
  });
});

describe('lists as somebody else keeps them', () => {
  const rows = [
    ['2026年成果征集汇总表'],
    ['填报单位：某联盟', null, null, null, null, null, '单位：万元'],
    ['序\n号', '所属\n单位', '成果名称\n（全称）', '内容提要', '转化情况', null, '负责人及\n手机'],
    [null, null, null, null, '目前进展', '想怎么合作', null],
    [1, '重庆大学', '镁合金轮毂', '轻。', '小试完成', '许可', '张某某 13900000000'],
    [2, null, '铝箔集流体', '薄。', '中试', null, '李某、王某（023-65100000）'],
    [null, '合计', '2项'],
  ];
  const merges = ['A1:G1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:G4', 'B5:B6'];

  it('a second heading line that is merged into the first is no result, and totals are none', async () => {
    const read = await readRows('results', rows, merges);
    expect(titles(read)).toEqual(['镁合金轮毂', '铝箔集流体']);
    expect(read.drafts.map(({ draft }) => [draft.abstract, draft.stage])).toEqual([
      ['轻。', '小试完成'],
      ['薄。', '中试'],
    ]);
  });

  it('a telephone beside the name of who leads a result is contact, not shown to everybody', async () => {
    const { drafts } = await readRows('results', rows, merges);
    expect(drafts.map(({ draft: { lead, contact } }) => [lead, contact?.phone])).toEqual([
      ['张某某', '13900000000'],
      ['李某、王某', '023-65100000'],
    ]);
  });

  it('two people keep each their own number', async () => {
    const read = await readRows('results', [
      ['成果名称', '负责人', '联系人', '联系电话'],
      ['镁合金轮毂', '张某某 13900000000', '李某', null],
      ['铝箔集流体', '王某 13700000000', '王某', null],
      ['钛合金螺钉', '赵某 13600000000', '钱某', '13500000000'],
    ]);
    expect(read.drafts.map(({ draft: { lead, contact } }) => [lead, contact?.name, contact?.phone])).toEqual([
      ['张某某', '李某；张某某 13900000000', undefined],
      ['王某', '王某', '13700000000'],
      ['赵某', '钱某；赵某 13600000000', '13500000000'],
    ]);
  });

  it('a title in one cell above the headings is no group of theirs', async () => {
    const read = await readRows('carriers', [
      ['江北区孵化载体台账（2026年三季度）'],
      ['序号', '载体（平台）全称', '性质', '城市', '面积（平米）', '剩余', '简单介绍', '电话'],
      [1, '观音桥智能制造加速器', '加速器', '重庆', '1.2万', '空', '面向机器人企业。', '023-67700000'],
    ]);
    expect(read.drafts[0]!.draft).toMatchObject({
      name: '观音桥智能制造加速器',
      description: '面向机器人企业。',
    });
    expect(read.drafts[0]!.draft.remarks).not.toContain('台账');
    expect(read.columns.filter(({ field }) => field === null).map(({ heading }) => heading)).toContain(
      '剩余',
    );
  });
});

describe('where a carrier is', () => {
  const places = async (headings: readonly string[], ...rows: (readonly string[])[]) => {
    const { drafts } = await readRows('carriers', [
      ['载体名称', ...headings],
      ...rows.map((row, i) => [`第${i}孵化器`, ...row]),
    ]);
    return drafts.map(({ draft: { city, remarks } }) => [city, remarks]);
  };

  it('is city and district together, whichever column says how much', async () => {
    expect(
      await places(
        ['城市', '区县'],
        ['重庆市', '江北区'],
        ['重庆', '江北区'],
        ['宁波', '江北区'],
        ['', '江北区'],
        ['重庆市', ''],
        ['重庆市江北区', '江北区'],
        ['重庆', '重庆市江北区'],
      ),
    ).toEqual([
      ['重庆市江北区', undefined],
      ['重庆市江北区', undefined],
      ['宁波市江北区', undefined],
      ['江北区', undefined],
      ['重庆市', undefined],
      ['重庆市江北区', undefined],
      ['重庆市江北区', undefined],
    ]);
  });

  it('is what one column says, under either heading', async () => {
    expect(await places(['所属区县'], ['江北区'])).toEqual([['江北区', undefined]]);
    expect(await places(['所在地', '所在城市'], ['重庆市渝北区', '重庆市'])).toEqual([
      ['重庆市渝北区', '所在城市：重庆市'],
    ]);
  });
});

describe('carrier lists', () => {
  it('reads the columns that a bureau keeps', async () => {
    const { drafts, columns } = await readRows('carriers', [
      [
        '载体名称',
        '载体类型',
        '级别',
        '运行状态',
        '载体简介',
        '接收成熟度',
        '可用面积（万㎡）',
        '建筑面积',
        '本轮可接收项目数',
        '不接收',
        '种子基金（万元）',
        '专职人员数',
        '所属街道/片区',
        '负责人',
        '服务能力',
      ],
      [
        '江北环保孵化器',
        '专业孵化器',
        '市级',
        '督促整改',
        '污水资源化',
        'TRL4-7',
        0.35,
        '１.２万平方米',
        '5个项目',
        '涉及危化品',
        '500万元',
        '12人',
        '港城唐桂',
        '赵六',
        '中试熟化：200L罐（自有）；检验检测（合作单位提供）',
      ],
    ]);
    expect(columns.every(({ field }) => field !== null)).toBe(true);
    expect(drafts[0]?.draft).toMatchObject({
      name: '江北环保孵化器',
      kind: 'incubator',
      level: 'municipal',
      status: 'rectifying',
      trlMin: 4,
      trlMax: 7,
      areaFreeM2: 3500,
      areaTotalM2: 12000,
      slots: 5,
      limits: '不接收：涉及危化品',
      seedFundWan: 500,
      staff: 12,
      zone: '港城唐桂',
      contact: { name: '赵六' },
      capabilities: [
        { code: '中试熟化', provider: 'own' },
        { code: '检验检测', provider: 'partner' },
      ],
    });
  });

  it('says which kind or level it does not know, and keeps the words', async () => {
    const { drafts, findings } = await readRows('carriers', [
      ['载体名称', '载体简介', '载体类型', '认定级别'],
      ['甲载体', '简介', '飞碟', '宇宙级'],
      ['乙载体', '简介', '其他', '未认定'],
      ['丙载体', '简介', '中试基地', '拟申报市级'],
    ]);
    expect(findings).toMatchObject([
      { row: 2, column: '载体类型', found: '飞碟', severity: 'warning' },
      { row: 2, column: '认定级别', found: '宇宙级', severity: 'warning' },
      { row: 4, column: '认定级别', found: '拟申报市级', severity: 'warning' },
    ]);
    expect(findings[0]?.expected).toMatch(/众创空间.*按“其他”登记，原文已存入备注 · .*taken as other/u);
    expect(drafts[0]?.draft).toMatchObject({ kind: 'other', remarks: '载体类型：飞碟\n认定级别：宇宙级' });
    expect(drafts.slice(1).map(({ draft }) => draft.remarks)).toEqual([undefined, '认定级别：拟申报市级']);
  });

  it('takes a carrier that says neither what it is nor what it did, with a warning; a status is never guessed', async () => {
    const { drafts, findings } = await readRows('carriers', [
      ['载体名称', '简介', '状态'],
      ['某孵化器', null, '正常'],
      ['另一孵化器', '简介', '不知道'],
    ]);
    expect(drafts.map(({ draft }) => draft.name)).toEqual(['某孵化器']);
    expect(findings).toMatchObject([
      { row: 2, column: '简介', severity: 'warning', expected: expect.stringContaining('载体简介') },
      {
        row: 3,
        column: '状态',
        severity: 'error',
        found: '不知道',
        expected: expect.stringContaining('摘牌'),
      },
    ]);
  });

  it('keeps services written as prose in the description', async () => {
    const prose = `我们${'为入驻团队提供全过程陪伴式服务'.repeat(10)}`;
    const { drafts } = await readRows('carriers', [
      ['载体名称', '简介', '服务能力'],
      ['某孵化器', '简介', prose],
    ]);
    expect(drafts[0]?.draft.description).toBe(`简介\n服务能力：${prose}`);
    expect(drafts[0]?.draft.capabilities).toBeUndefined();
  });
});

describe('files', () => {
  it('reads JSONL by the names of the contract and reports broken lines without showing them', async () => {
    const lines = [
      '{"id":"r1","title":"RV reducer wear prediction","trl":{"low":4,"high":5},"ip":"发明专利","colour":"red"}',
      '{"title": "cut off',
      '{"title":"第二项","trl":"小试","contact":{"name":"张三"}}',
    ];
    const read = await readAllRecords('results', { filename: 'r.jsonl', bytes: textFile(lines.join('\n')) });
    expect(read.drafts.map(({ row, draft }) => [row, draft.id, draft.title, draft.stage])).toEqual([
      [1, 'r1', 'RV reducer wear prediction', undefined],
      [3, undefined, '第二项', '小试'],
    ]);
    expect(read.drafts[0]?.draft.remarks).toBe('colour：red');
    expect(read.findings).toMatchObject([{ row: 2, severity: 'error' }]);
    expect(read.findings[0]?.found).not.toContain('cut off');
  });

  it('keeps what stands under an unknown name inside an object in the remarks, and says which name was meant', async () => {
    const carrier = {
      name: '江北文件载体',
      description: '做中试',
      capabilities: [{ code: 'C04', detial: '200升反应釜' }, '检验检测'],
      portfolio: ['甲', '乙'].map((title) => ({ title, yeer: '2024' })),
      contact: { name: '李四', wechat: 'ls-2026' },
    };
    const bytes = textFile(JSON.stringify(carrier));
    const { drafts, findings } = await readAllRecords('carriers', { filename: 'c.jsonl', bytes });
    expect(findings).toEqual([
      {
        row: 1,
        sheet: undefined,
        column: '服务能力 capabilities[0].detial',
        found: '200升反应釜',
        expected:
          '已存入备注；疑为 detail；以下之一 · kept in remarks; perhaps detail; one of code, detail, provider',
        severity: 'warning',
      },
      expect.objectContaining({
        column: expect.stringContaining('portfolio[0].yeer'),
        found: '2024',
        expected: '已存入备注（2 处）；以下之一 · kept in remarks (2 places); one of title, summary',
      }),
      expect.objectContaining({ column: expect.stringContaining('contact.wechat'), found: 'ls-2026' }),
    ]);
    expect(drafts[0]?.draft.remarks?.split('\n')).toEqual([
      'capabilities[0].detial：200升反应釜',
      'portfolio[0].yeer：2024',
      'portfolio[1].yeer：2024',
      'contact.wechat：ls-2026',
    ]);
  });

  it('says which category or way of conversion it does not know, and keeps the words', async () => {
    const { drafts, findings } = await readRows('results', [
      ['成果名称', '成果类别', '转化方式'],
      ['第一项成果', '奇异类', '转让、量子纠缠'],
      ['第二项成果', '其他', '许可；其他合作'],
      ['第三项成果', '应用技术', '面议'],
    ]);
    expect(findings).toMatchObject([
      { row: 2, column: '成果类别', found: '奇异类', severity: 'warning' },
      { row: 2, column: '转化方式', found: '转让、量子纠缠', severity: 'warning' },
      { row: 4, column: '转化方式', found: '面议', severity: 'warning' },
    ]);
    expect(drafts.map(({ draft }) => draft.remarks)).toEqual([
      '成果类别：奇异类\n转化方式：转让、量子纠缠',
      undefined,
      undefined,
    ]);
  });

  it('reads several sheets in turn and reports one without headings', async () => {
    const bytes = buildWorkbook([
      { name: '重大', rows: [['成果名称'], ['第一项成果']] },
      { name: '通讯录', rows: [['张三', '李四']] },
      {
        name: '重医',
        rows: [
          ['项目名称', '学校'],
          ['第二项成果', '重庆医科大学'],
        ],
      },
      { name: 'Sheet4', rows: [] },
    ]);
    const read = await readAllRecords('results', { filename: 'a', bytes });
    expect(read.drafts.map(({ sheet, row }) => [sheet, row])).toEqual([
      ['重大', 2],
      ['重医', 2],
    ]);
    expect(read.findings).toMatchObject([{ sheet: '通讯录', found: '张三 | 李四', severity: 'warning' }]);
  });

  it('says what headings are needed where there are none, and that headings alone are nothing', async () => {
    await expect(
      readAllRecords('results', { filename: 'a', bytes: textFile('a,b\n1,2\n') }),
    ).rejects.toMatchObject({ code: 'file.headings_missing', message: expect.stringContaining('成果名称') });
    await expect(
      readAllRecords('results', { filename: 'a', bytes: textFile('成果名称,学校\n') }),
    ).rejects.toMatchObject({ code: 'file.empty' });
  });

  it('comes in batches whose progress grows to the end', async () => {
    const rows = ['成果名称', ...Array.from({ length: 1200 }, (_, i) => `成果第${i}号`)];
    const steps: number[] = [];
    for await (const batch of readRecords('results', { filename: 'a', bytes: textFile(rows.join('\n')) }))
      steps.push(batch.done / batch.total);
    expect(steps.length).toBeGreaterThan(3);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(steps.at(-1)).toBe(1);
  });
});
