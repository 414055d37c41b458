/** The columns of the templates: heading, field, an example, the width, and the words that a drop-down offers. */
import type { RecordKind } from '../../domain/import-report.ts';

export interface TemplateColumn {
  readonly heading: string;
  /** Name in the contract, shown in the second heading row. */
  readonly field: string;
  /** Where the expectation of another field says what this column takes. */
  readonly explainedAs?: string;
  readonly example: string;
  readonly required?: boolean;
  /** Characters. */
  readonly width: number;
  readonly choices?: readonly string[];
}

const RESULT_COLUMNS: readonly TemplateColumn[] = [
  {
    heading: '成果名称',
    field: 'title',
    required: true,
    width: 36,
    example: '【示例】城市污水厌氧氨氧化脱氮颗粒污泥技术',
  },
  { heading: '完成单位', field: 'university', width: 20, example: '重庆大学' },
  { heading: '所在学院', field: 'department', width: 18, example: '环境与生态学院' },
  { heading: '完成人', field: 'lead', width: 12, example: '李某某' },
  { heading: '技术领域', field: 'sectors', width: 18, example: '节能环保' },
  { heading: '关键词', field: 'keywords', width: 24, example: '厌氧氨氧化；污水脱氮；颗粒污泥' },
  {
    heading: '成果简介',
    field: 'abstract',
    width: 60,
    example:
      '针对城市污水低碳氮比条件下脱氮能耗高的问题，培养出稳定的厌氧氨氧化颗粒污泥，吨水曝气能耗下降约四成。',
  },
  { heading: '创新点', field: 'advance', width: 40, example: '常温条件下总氮去除率稳定在 85% 以上。' },
  { heading: '应用前景', field: 'application', width: 40, example: '城镇污水处理厂提标改造。' },
  {
    heading: '转化需求',
    field: 'needs',
    width: 40,
    example: '已完成小试，需日处理 100 吨规模的中试场地和环保设备企业合作。',
  },
  { heading: '技术成熟度', field: 'trl', width: 14, example: '5' },
  {
    heading: '成果所处阶段',
    field: 'stage',
    width: 16,
    example: '小试',
    choices: ['实验室', '小试', '中试', '小批量', '产业化'],
  },
  {
    heading: '成果类别',
    field: 'category',
    width: 14,
    example: '应用技术',
    choices: ['应用技术', '基础理论', '软科学', '其他'],
  },
  { heading: '知识产权', field: 'ip', width: 30, example: '发明专利2项（授权1项）' },
  { heading: '转化方式', field: 'transferModes', width: 18, example: '许可；合作' },
  { heading: '意向价格（万元）', field: 'priceWan', width: 16, example: '80' },
  { heading: '密级', field: 'secrecy', required: true, width: 10, example: '公开', choices: ['公开'] },
  { heading: '联系人', field: 'contact.name', explainedAs: 'contact', width: 12, example: '王某某' },
  { heading: '联系电话', field: 'contact.phone', explainedAs: 'contact', width: 16, example: '023-60000000' },
  {
    heading: '邮箱',
    field: 'contact.email',
    explainedAs: 'contact',
    width: 22,
    example: 'tto@example.edu.cn',
  },
  { heading: '备注', field: 'remarks', width: 24, example: '' },
];

const CARRIER_COLUMNS: readonly TemplateColumn[] = [
  {
    heading: '载体名称',
    field: 'name',
    required: true,
    width: 32,
    example: '【示例】江北某某环保专业孵化器',
  },
  {
    heading: '载体类型',
    field: 'kind',
    width: 16,
    example: '孵化器',
    choices: [
      '众创空间',
      '孵化器',
      '加速器',
      '孵化园',
      '孵化社区',
      '中试平台',
      '概念验证中心',
      '产业基地',
      '其他',
    ],
  },
  {
    heading: '特色类别',
    field: 'category',
    width: 14,
    example: '专业化',
    choices: ['综合', '专业化', '国际化', '平台型'],
  },
  {
    heading: '认定级别',
    field: 'level',
    width: 12,
    example: '市级',
    choices: ['区级', '市级', '国家级', '未认定'],
  },
  {
    heading: '运行状态',
    field: 'status',
    width: 12,
    example: '正常',
    choices: ['正常', '奖补', '督促整改', '摘牌'],
  },
  { heading: '运营机构', field: 'operator', width: 26, example: '重庆某某科技服务有限公司' },
  { heading: '统一社会信用代码', field: 'creditCode', width: 22, example: '' },
  { heading: '所属街道/片区', field: 'zone', width: 18, example: '港城唐桂片区' },
  { heading: '主攻领域', field: 'sectors', width: 20, example: '节能环保' },
  {
    heading: '载体简介',
    field: 'description',
    width: 60,
    example: '面向污水资源化和固废利用的专业孵化器，为高校团队提供工艺放大和工程示范服务。',
  },
  {
    heading: '服务能力',
    field: 'capabilities',
    width: 50,
    example: '中试熟化：日处理 200 吨污水试验线（自有）；检验检测（合作单位提供）',
  },
  {
    heading: '孵化案例',
    field: 'portfolio',
    width: 40,
    example: '高浓度有机废水处理成套装备；膜法水处理组件',
  },
  { heading: '接收成熟度', field: 'trlMin, trlMax', explainedAs: 'trlMin', width: 14, example: 'TRL4-7' },
  { heading: '建筑面积（㎡）', field: 'areaTotalM2', width: 14, example: '12000' },
  { heading: '可用面积（㎡）', field: 'areaFreeM2', width: 14, example: '1500' },
  { heading: '本轮名额', field: 'slots', width: 10, example: '4' },
  { heading: '本轮中试批次', field: 'pilotLots', width: 12, example: '' },
  { heading: '限制条件', field: 'limits', width: 30, example: '不接收涉及危险化学品的项目' },
  { heading: '专职人员', field: 'staff', width: 10, example: '12' },
  { heading: '创业导师', field: 'mentors', width: 10, example: '8' },
  { heading: '在孵企业数', field: 'incubatees', width: 12, example: '36' },
  { heading: '初创团队数', field: 'teams', width: 12, example: '12' },
  { heading: '累计孵化科技型企业', field: 'techEnterprises', width: 18, example: '15' },
  { heading: '数据截止日期', field: 'dataAsOf', width: 14, example: '2025-06-30' },
  { heading: '数据来源', field: 'dataSource', width: 18, example: '火炬统计年报' },
  { heading: '种子基金（万元）', field: 'seedFundWan', width: 16, example: '500' },
  { heading: '所在地', field: 'city', width: 16, example: '重庆市江北区' },
  { heading: '联系人', field: 'contact.name', explainedAs: 'contact', width: 12, example: '赵某某' },
  { heading: '联系电话', field: 'contact.phone', explainedAs: 'contact', width: 16, example: '023-60000001' },
  { heading: '备注', field: 'remarks', width: 24, example: '' },
];

export const TEMPLATE_COLUMNS: Record<RecordKind, readonly TemplateColumn[]> = {
  results: RESULT_COLUMNS,
  carriers: CARRIER_COLUMNS,
};
