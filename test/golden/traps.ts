/**
 * Pairs on which a keyword matcher fails: the same words and no match, or different words and a match. Each
 * result says which sector it belongs to, what it asks for, and what it must not be taken to ask for.
 */
export interface Trap {
  readonly id: string;
  readonly result: { readonly title: string; readonly needs?: string; readonly category?: string };
  readonly carrier: {
    readonly name: string;
    readonly description: string;
    readonly sectors?: readonly string[];
    readonly kind?: string;
  };
  /** Sectors that may come first; `none` where the result belongs to no sector in particular. */
  readonly sectors: readonly string[];
  readonly asks?: readonly string[];
  readonly asksNot?: readonly string[];
  /** `best`: the carrier is the first of all; `trap`: it is not recommended and a fitting one, if any, is above it. */
  readonly order: 'best' | 'trap';
  /** Carriers of this list that would fit better (their trap ids). */
  readonly better?: readonly string[];
}

export const TRAPS: readonly Trap[] = [
  {
    id: 'N01',
    result: { title: '用于基因治疗的腺相关病毒载体构建方法' },
    carrier: {
      name: '聚焦智能制造的平台型孵化载体',
      description: '面向智能制造企业的平台型孵化载体，提供办公空间与产业对接。',
      sectors: ['INM'],
      kind: 'incubator',
    },
    sectors: ['BIO'],
    asksNot: ['C04'],
    order: 'trap',
    better: ['N17', 'N25', 'P03'],
  },
  {
    id: 'N03',
    result: { title: '医用质子加速器束流控制' },
    carrier: {
      name: '智能网联汽车企业加速器',
      description: '面向智能网联汽车成长期企业的加速器，提供加速厂房和整车厂对接。',
      sectors: ['ICV'],
      kind: 'accelerator',
    },
    sectors: ['BIO'],
    asksNot: ['C12'],
    order: 'trap',
    better: ['N25', 'P03', 'N17'],
  },
  {
    id: 'N05',
    result: { title: '污泥好氧发酵熟化工艺' },
    carrier: {
      name: '新材料中试熟化平台',
      description: '为新材料项目提供中试熟化服务，拥有反应釜和中试车间。',
      sectors: ['MAT'],
      kind: 'pilot_platform',
    },
    sectors: ['ENV'],
    asksNot: ['C04'],
    order: 'trap',
    better: ['P07', 'N19', 'P15'],
  },
  {
    id: 'N07',
    result: { title: '无人机空中试飞数据链' },
    carrier: { name: '中试车间', description: '可对外承接中试项目的中试车间。', kind: 'pilot_platform' },
    sectors: ['NGI'],
    asksNot: ['C04'],
    order: 'trap',
  },
  {
    id: 'N09',
    result: { title: '一种催化剂制备工艺', needs: '该工艺已完成吨级中试，现寻求专利许可' },
    carrier: {
      name: '精细化工中试平台',
      description: '可承接吨级中试。',
      sectors: ['MAT'],
      kind: 'pilot_platform',
    },
    sectors: ['MAT'],
    asks: ['C07'],
    asksNot: ['C04'],
    order: 'trap',
  },
  {
    id: 'N11',
    result: { title: '水体微塑料快速检测方法' },
    carrier: {
      name: '汽车零部件检测平台（EMC）',
      description: '汽车零部件电磁兼容检测平台，具备EMC暗室。',
      sectors: ['ICV'],
      kind: 'incubator',
    },
    sectors: ['ENV'],
    asksNot: ['C05'],
    order: 'trap',
    better: ['N19', 'P07'],
  },
  {
    id: 'N13',
    result: { title: '脐带血干细胞银行信息系统' },
    carrier: {
      name: '服务银行业的金融科技孵化器',
      description: '服务银行业的金融科技孵化器，对接银行场景。',
      sectors: ['FIN'],
      kind: 'incubator',
    },
    sectors: ['BIO'],
    asksNot: ['C10'],
    order: 'trap',
    better: ['N25', 'N17', 'P03'],
  },
  {
    id: 'N15',
    result: { title: '基于PLC-IoT的家庭网关' },
    carrier: {
      name: '工业PLC控制系统中试平台',
      description: '工业PLC控制系统中试平台，提供可编程逻辑控制器的试制与测试。',
      sectors: ['INM'],
      kind: 'pilot_platform',
    },
    sectors: ['HOM'],
    asksNot: ['C04'],
    order: 'trap',
    better: ['P09'],
  },
  {
    id: 'N17',
    result: { title: '工控网络病毒免疫防护' },
    carrier: {
      name: '疫苗与免疫治疗中试平台',
      description: '疫苗与免疫治疗产品的中试平台，具备GMP车间。',
      sectors: ['BIO'],
      kind: 'pilot_platform',
    },
    sectors: ['NGI', 'INM'],
    asksNot: ['C04'],
    order: 'trap',
  },
  {
    id: 'N19',
    result: { title: '井下机器人环境感知' },
    carrier: {
      name: '环境监测与环保孵化器',
      description: '环境监测与节能环保企业的孵化器，提供监测仪器试验场地。',
      sectors: ['ENV'],
      kind: 'incubator',
    },
    sectors: ['INM', 'NGI'],
    asksNot: ['C04', 'C05'],
    order: 'trap',
    better: ['N21', 'P11', 'N01'],
  },
  {
    id: 'N21',
    result: { title: '腔镜手术机器人' },
    carrier: {
      name: '工业机器人中试平台（减速器、打磨）',
      description: '工业机器人中试平台，提供减速器、打磨工艺的样机试制与小批量试产。',
      sectors: ['INM'],
      kind: 'pilot_platform',
    },
    sectors: ['BIO'],
    order: 'trap',
    better: ['N25', 'P03', 'N17'],
  },
  {
    id: 'N23',
    result: { title: '含氟单体连续合成', needs: '含氟单体连续合成，需中试，涉及氟化反应' },
    carrier: {
      name: '新材料小试中试实验室',
      description: '写字楼内新材料小试中试实验室，不接受化学反应。',
      sectors: ['MAT'],
      kind: 'pilot_platform',
    },
    sectors: ['MAT'],
    asks: ['C04'],
    order: 'trap',
  },
  {
    id: 'N25',
    result: { title: '城乡居民健康素养软科学研究报告', category: '软科学' },
    carrier: {
      name: '生物医药孵化器',
      description: '生物医药企业孵化器，提供实验室和公共仪器。',
      sectors: ['BIO'],
      kind: 'incubator',
    },
    sectors: ['none', 'BIO', 'DIG'],
    asksNot: ['C04'],
    order: 'trap',
  },
  {
    id: 'P01',
    result: { title: '一种精密传感装置', needs: '样机通过实验室测试，下一步需小批量试产和工艺定型' },
    carrier: {
      name: '中试熟化平台',
      description: '中试熟化平台：柔性试产线、工艺验证。',
      kind: 'pilot_platform',
    },
    sectors: ['none', 'INM', 'NGI'],
    asks: ['C04'],
    order: 'best',
  },
  {
    id: 'P03',
    result: { title: '一种创新药物制剂', needs: '寻求CDMO生产临床I期样品' },
    carrier: {
      name: '生物药中试车间',
      description: '符合GMP的生物药中试车间。',
      sectors: ['BIO'],
      kind: 'pilot_platform',
    },
    sectors: ['BIO'],
    asks: ['C04'],
    order: 'best',
  },
  {
    id: 'P05',
    result: { title: '超声波阵列自动泊车' },
    carrier: {
      name: '辅助驾驶产业孵化器',
      description: '聚集辅助驾驶企业的专业孵化器。',
      sectors: ['ICV'],
      kind: 'incubator',
    },
    sectors: ['ICV'],
    order: 'best',
  },
  {
    id: 'P07',
    result: { title: '厌氧氨氧化颗粒污泥' },
    carrier: {
      name: '污水资源化专业孵化器',
      description: '面向污水资源化企业的专业孵化器。',
      sectors: ['ENV'],
      kind: 'incubator',
    },
    sectors: ['ENV'],
    order: 'best',
  },
  {
    id: 'P09',
    result: { title: '毫米波老人摔倒识别' },
    carrier: {
      name: '智慧家庭与居家养老孵化器',
      description: '智慧家庭与居家养老领域的孵化器。',
      sectors: ['HOM'],
      kind: 'incubator',
    },
    sectors: ['HOM'],
    order: 'best',
  },
  {
    id: 'P11',
    result: { title: 'RV reducer wear prediction' },
    carrier: {
      name: '工业机器人关键零部件孵化器',
      description: '工业机器人减速器等关键零部件企业的孵化器。',
      sectors: ['INM'],
      kind: 'incubator',
    },
    sectors: ['INM'],
    order: 'best',
  },
  {
    id: 'P13',
    result: { title: '端到端自动驾驶决策系统', needs: '需真实道路数据与上路许可支持' },
    carrier: {
      name: '智能网联汽车测试示范区',
      description: '智能网联汽车测试示范、场景开放。',
      sectors: ['ICV'],
      kind: 'pilot_platform',
    },
    sectors: ['ICV'],
    asks: ['C05|C19'],
    order: 'best',
  },
  {
    id: 'P15',
    result: { title: '赤泥制备路基材料' },
    carrier: {
      name: '大宗固废综合利用孵化器',
      description: '大宗固废综合利用企业的孵化器。',
      sectors: ['ENV'],
      kind: 'incubator',
    },
    sectors: ['ENV'],
    order: 'best',
  },
];
