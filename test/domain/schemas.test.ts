import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { carrierText, carrierTexts, resultTexts } from '../../src/domain/record-text.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';

function result(fields: object) {
  return ResearchResultSchema.parse({ title: '自动泊车', ...fields });
}

function carrier(fields: object) {
  return CarrierSchema.parse({ name: '孵化器', ...fields });
}

/** Paths of the fields that are refused. */
function refused(schema: typeof ResearchResultSchema | typeof CarrierSchema, record: object): string[] {
  const parsed = schema.safeParse(record);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}

const UNKNOWN = ['', ' ', '/', '——', '面议', '暂无', '不详', 'N/A'];

describe('a research result', () => {
  it('takes what spreadsheets hold', () => {
    expect(
      result({
        keywords: '泊车；超声波、传感器',
        trl: '5-6级',
        ip: '发明专利2项；软著1件',
        transferModes: '转让、许可、面议',
        category: '应用技术',
        secrecy: '公开',
        priceWan: '1.2亿',
        abstract: ['第一段', '第二段'],
        contact: '张老师',
      }),
    ).toMatchObject({
      keywords: ['泊车', '超声波', '传感器'],
      trl: { low: 5, high: 6 },
      ip: [
        { kind: 'invention_patent', count: 2 },
        { kind: 'software_copyright', count: 1 },
      ],
      transferModes: ['assignment', 'licence'],
      category: 'applied',
      secrecy: 'public',
      priceWan: 12_000,
      abstract: '第一段\n第二段',
      contact: { name: '张老师' },
    });
  });

  it('takes JSON of the same', () => {
    const given = {
      trl: { low: 4, high: 6 },
      keywords: ['泊车'],
      transferModes: ['licence'],
      ip: [{ kind: 'patent', text: '专利', count: 0 }],
    };
    expect(result(given)).toMatchObject(given);
    expect(result({ trl: 6 }).trl).toEqual({ low: 6, high: 6 });
  });

  it('takes its own output again, unchanged', () => {
    const once = result({
      keywords: '甲、乙',
      trl: '5-6',
      ip: '发明专利（授权）',
      transferModes: '许可',
      secrecy: '非密',
      priceWan: '50万元',
    });
    expect(ResearchResultSchema.parse(once)).toEqual(once);
  });

  it('what is not known is absent, never 0', () => {
    for (const unknown of UNKNOWN) {
      expect(result({ priceWan: unknown }).priceWan, JSON.stringify(unknown)).toBeUndefined();
      if (unknown.trim() !== '') expect(result({ trl: unknown }).trl, unknown).toBeUndefined();
    }
    expect(Object.keys(result({})).sort()).toEqual(['title']);
    expect(result({ priceWan: 0 }).priceWan).toBe(0);
  });

  it.each(['', ' '])('a blank level is no level: %j', (trl) => {
    expect(result({ trl }).trl).toBeUndefined();
  });

  it.each(Object.keys(ResearchResultSchema.shape).filter((field) => field !== 'title'))(
    'null or a blank is no %s',
    (field) => {
      for (const blank of [null, '', ' ', '　'])
        expect(ResearchResultSchema.parse({ title: '甲', [field]: blank })).toEqual({ title: '甲' });
    },
  );

  it('a right that is sent back as it came has no null in it', () => {
    const right = { kind: 'patent', text: '专利' };
    expect(result({ ip: [{ ...right, status: null, count: null, number: null }] }).ip).toEqual([right]);
  });

  it('no title is no absent title', () => {
    for (const title of [null, '', ' ']) expect(refused(ResearchResultSchema, { title })).toEqual(['title']);
  });

  it.each(['？？？？', '——', '2024001', '【】'])('%s names nothing', (title) => {
    expect(refused(ResearchResultSchema, { title })).toEqual(['title']);
    expect(refused(CarrierSchema, { name: title, description: '一处场地' })).toEqual(['name']);
    expect(result({ title: `${title}甲` }).title).toBe(`${title}甲`);
  });

  it('is refused by the field that is wrong', () => {
    expect(refused(ResearchResultSchema, { title: '  ' })).toEqual(['title']);
    expect(refused(ResearchResultSchema, {})).toEqual(['title']);
    expect(refused(ResearchResultSchema, { title: '甲', trl: 'TRL 12' })).toEqual(['trl']);
    expect(refused(ResearchResultSchema, { title: '甲', trl: { low: 6, high: 4 } })).toEqual(['trl']);
    expect(refused(ResearchResultSchema, { title: '甲', priceWan: '很多' })).toEqual(['priceWan']);
    expect(refused(ResearchResultSchema, { title: '甲', id: 'a b' })).toEqual(['id']);
  });

  it('with a secret is refused, whatever the word', () => {
    for (const secrecy of ['秘密', '机密', '内部', 'secret', '不公开']) {
      expect(refused(ResearchResultSchema, { title: '甲', secrecy })).toEqual(['secrecy']);
    }
    expect(result({ secrecy: '' }).secrecy).toBeUndefined();
  });

  it('keeps its wording, so that a quote can be found in it', () => {
    const abstract = 'ＰＤ－Ｌ１　抗 体，１２００㎡ 😀';
    expect(result({ abstract }).abstract).toBe(abstract);
    expect(
      resultTexts(result({ abstract, keywords: ['甲', '乙'], needs: '中试' })).map(({ path }) => path),
    ).toEqual(['title', 'keywords[0]', 'keywords[1]', 'abstract', 'needs']);
  });
});

describe('a carrier', () => {
  it('takes what spreadsheets hold', () => {
    expect(
      carrier({
        kind: '科技企业孵化器',
        level: '国家级',
        status: '正常运营',
        sectors: '生物医药、新材料',
        capabilities: 'C04：吨级；检验检测（合作单位提供）',
        portfolio: '抗体项目；疫苗项目',
        trlMin: '4',
        trlMax: '7',
        areaTotalM2: '1.2万㎡',
        areaFreeM2: '３５００平方米',
        slots: '5个',
        seedFundWan: '500万元',
      }),
    ).toMatchObject({
      kind: 'incubator',
      level: 'national',
      status: 'normal',
      sectors: ['生物医药', '新材料'],
      capabilities: [
        { code: 'C04', detail: '吨级' },
        { code: '检验检测', provider: 'partner' },
      ],
      portfolio: [{ title: '抗体项目' }, { title: '疫苗项目' }],
      trlMin: 4,
      trlMax: 7,
      areaTotalM2: 12_000,
      areaFreeM2: 3500,
      slots: 5,
      seedFundWan: 500,
    });
  });

  it('what is not known is absent, never 0', () => {
    for (const unknown of UNKNOWN) {
      const read = carrier({ slots: unknown, areaFreeM2: unknown, trlMin: unknown, seedFundWan: unknown });
      expect([read.slots, read.areaFreeM2, read.trlMin, read.seedFundWan], JSON.stringify(unknown)).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
    expect(carrier({ slots: 0, areaFreeM2: '0' })).toMatchObject({ slots: 0, areaFreeM2: 0 });
  });

  it.each(Object.keys(CarrierSchema.shape).filter((field) => field !== 'name'))(
    'null or a blank is no %s',
    (field) => {
      for (const blank of [null, '', ' ', '　'])
        expect(CarrierSchema.parse({ name: '孵化器', [field]: blank })).toEqual({ name: '孵化器' });
    },
  );

  it('a cell without a digit never becomes a number', () => {
    const words = fc.string({
      unit: fc.constantFrom('万', '㎡', '个', '约', '亩', '.', ',', ' ', '元', '面', '议', '-'),
    });
    fc.assert(
      fc.property(words, (cell) => {
        const parsed = CarrierSchema.safeParse({
          name: '孵化器',
          areaFreeM2: cell,
          seedFundWan: cell,
          slots: cell,
        });
        if (parsed.success)
          expect([parsed.data.areaFreeM2, parsed.data.seedFundWan, parsed.data.slots]).toEqual([
            undefined,
            undefined,
            undefined,
          ]);
      }),
    );
  });

  it.each([',', '，', '约，'])('a lone comma is not zero: %s', (cell) => {
    expect(refused(CarrierSchema, { name: '孵化器', areaFreeM2: cell, seedFundWan: cell })).toEqual([
      'areaFreeM2',
      'seedFundWan',
    ]);
  });

  it('is refused by the field that is wrong', () => {
    const wrong = { name: '孵化器', status: '火星', slots: -1, areaFreeM2: '很大', trlMax: 12 };
    expect(refused(CarrierSchema, wrong).sort()).toEqual(['areaFreeM2', 'slots', 'status', 'trlMax']);
    expect(refused(CarrierSchema, { name: '孵化器', trlMin: 7, trlMax: 4 })).toEqual(['trlMin']);
    expect(refused(CarrierSchema, { name: '园' })).toEqual(['name']);
    expect(refused(CarrierSchema, { name: '孵化器', slots: 1.5 })).toEqual(['slots']);
  });

  it('names its texts by the paths that quotes use, and finds each by its path', () => {
    const given = carrier({
      description: '甲',
      capabilities: [{ code: 'C04' }, { code: 'C05', detail: '乙' }],
      limits: '戊',
      portfolio: [{ title: '丙', summary: '丁' }, { title: '己' }],
    });
    const texts = carrierTexts(given);
    expect(texts.map(({ path }) => path)).toEqual([
      'name',
      'description',
      'capabilities[1].detail',
      'limits',
      'portfolio[0].title',
      'portfolio[0].summary',
      'portfolio[1].title',
    ]);
    for (const { path, text } of texts) expect(carrierText(given, path)).toBe(text);
    expect(carrierText(given, 'capabilities[0].detail')).toBeUndefined();
    expect(carrierText(given, 'portfolio[1].summary')).toBeUndefined();
    expect(carrierText(given, 'portfolio[2].title')).toBeUndefined();
  });
});

describe('amounts', () => {
  it.each([
    ['1,200', 1200],
    ['约1000平方米', 1000],
    ['1.2万㎡', 12_000],
    ['10亩', 6666.67],
    ['不少于500㎡', 500],
    [800, 800],
  ])('area %s', (cell, area) => {
    expect(carrier({ areaFreeM2: cell }).areaFreeM2).toBe(area);
  });

  it.each([
    ['50', 50],
    ['50万元', 50],
    ['1.2亿', 12_000],
    ['300000元', 30],
    ['人民币200万', 200],
    [12.5, 12.5],
  ])('money %s in 万元', (cell, wan) => {
    expect(result({ priceWan: cell }).priceWan).toBeCloseTo(wan, 9);
  });

  it.each([
    ['13800000000.0', '13800000000'],
    ['1.38E+10', '13800000000'],
    [13_800_000_000, '13800000000'],
    ['023-6312 3456', '023-6312 3456'],
    ['+86 138-0000-0000', '+86 138-0000-0000'],
  ])('phone %s', (cell, phone) => {
    expect(result({ contact: { name: '张', phone: cell } }).contact?.phone).toBe(phone);
  });

  it('no phone is no phone', () => {
    for (const cell of ['', null, undefined])
      expect(result({ contact: { phone: cell } }).contact?.phone).toBeUndefined();
  });
});
