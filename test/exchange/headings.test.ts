import { describe, expect, it } from 'vitest';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { CARRIER_HEADINGS } from '../../src/exchange/headings/carriers.ts';
import { readColumn, reportedField } from '../../src/exchange/headings/columns.ts';
import { recognise } from '../../src/exchange/headings/recognise.ts';
import { RESULT_HEADINGS } from '../../src/exchange/headings/results.ts';

const fieldOf = (kind: 'results' | 'carriers', heading: string) => recognise(kind, heading)?.field ?? null;

describe('headings of result lists', () => {
  it.each([
    ['成果（项目）名称', 'title'],
    ['名称', 'title'],
    ['专利名称', 'title'],
    ['*成果名称（必填）', 'title'],
    ['１、成果名稱', 'title'],
    ['二级单位', 'department'],
    ['成果所属单位', 'university'],
    ['项目负责人姓名', 'lead'],
    ['所属高新技术领域', 'sectors'],
    ['应用领域', 'application'],
    ['市场前景及效益', 'application'],
    ['小试/中试/产业化', 'stage'],
    ['TRL', 'trl'],
    ['研发阶段', 'stage'],
    ['鉴定水平', 'levelClaim'],
    ['专利号/授权号', 'ip.number'],
    ['法律状态', 'ip.status'],
    ['拟采取的转化方式', 'transferModes'],
    ['转化需求描述', 'needs'],
    ['资金需求(万元)', 'needs'],
    ['转让价格（万元）', 'priceWan'],
    ['E-mail', 'contact.email'],
    ['Contact phone', 'contact.phone'],
    ['No.', 'rowNumber'],
    ['学科', 'discipline'],
    ['Keywords', 'keywords'],
    ['transferModes', 'transferModes'],
    ['证书编号', null],
    ['成果', 'title'],
    ['合作高校', 'university'],
    ['天气', null],
  ])('%s → %s', (heading, field) => expect(fieldOf('results', heading)).toBe(field));
});

describe('headings of carrier lists', () => {
  it.each([
    ['单位名称', 'name'],
    ['可用面积(㎡)', 'areaFreeM2'],
    ['总建筑面积（平方米）', 'areaTotalM2'],
    ['剩余面积', 'areaFreeM2'],
    ['产业方向', 'sectors'],
    ['不接收', 'limits'],
    ['可接收项目数', 'slots'],
    ['所属街道/片区', 'zone'],
    ['负责人', 'contact.name'],
    ['areaFreeM2', 'areaFreeM2'],
    ['种子基金（万元）', 'seedFundWan'],
    ['专职人员（人）', 'staff'],
    ['接收成熟度', 'trlRange'],
  ])('%s → %s', (heading, field) => expect(fieldOf('carriers', heading)).toBe(field));
});

describe('the alias tables', () => {
  it.each([
    ['results', RESULT_HEADINGS, ResearchResultSchema.shape],
    ['carriers', CARRIER_HEADINGS, CarrierSchema.shape],
  ] as const)('name every field of %s by its name in the contract', (kind, rules, shape) => {
    for (const field of Object.keys(shape)) expect([field, fieldOf(kind, field)]).toEqual([field, field]);
    const known = new Set([
      ...Object.keys(shape),
      'rowNumber',
      'trlRange',
      'city.district',
      'ip.kind',
      'ip.number',
      'ip.status',
    ]);
    for (const { field } of rules)
      expect(known.has(field.replace(/^contact\..*/u, 'contact')), field).toBe(true);
  });
});

it('two lines are read together before alone', () => {
  const field = (upper: string, lower: string) =>
    reportedField(readColumn('carriers', 0, upper, lower).recognised);
  expect(field('面积', '可用')).toBe('areaFreeM2');
  expect(field('面积', '建筑')).toBe('areaTotalM2');
  expect(field('联系方式', '电话')).toBe('contact.phone');
});
