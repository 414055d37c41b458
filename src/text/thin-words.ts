/**
 * Words that say little of what two texts have in common, where they are all of it: measures, quantities of general
 * science, steps of any project, and what is in everybody's mouth. They count like others where texts are compared; they
 * are the last to be told.
 */
import { generalChinese } from './background.ts';
import { stem } from './stem.ts';
import { TRADE_WORDS } from './stop-words.ts';

const ZH = `公斤 千克 每批 每次 亿元 季度 去年 今年 明年 海拔 万级 每小时 间距 机时 一类 二类 三类 单元 级别 范围 比例 数量 容量 尺寸 厚度 宽度 长度 高度 重量 面积 体积 功率 强度 温度 压力 电压 电流 频率 速度
密度 浓度 含量 能量 能耗 误差 灵敏度 分辨率 信号 原理 反应 物质 分子 电子 生物 化学 物理 金属 化工 工业 空气 低温 高温 高压 表面 内部 外部 放大 验证 试装 组装 打样 标定 采样 取样 核查 演示 优化 融合
改造 升级 试用 试运行 送检 申报 备案 资料 图纸 经费 费用 采购 供应 工厂 厂里 厂家 学校 院校 个人 队伍 人员 机器 联合 正式 独立 愿意 做到 拿到 选择 名单 出口 地方 地里 板子 研究 产品 协议 人工 关闭
打包 流水 补偿 代码 数字 名录 合规 核算 运维 季节 国内 全国 本地 当地 街道 住户 居民 有机 出来 每月 有人 普通 真实 三路 一轮 两轮 试运 线路 开放 对接 空间 自有 运营 配套 试点 签约 外协 加速 参考
支撑 窗口 接入 资质 节点 承接 累计 早期 中间 小批量 适配 比对`;
const EN = `going single clean first average reliably human room rooms solid loan loans advice power temperature pressure strength
energy signal surface metal factory factories assembly code digital language second third piece pieces month months
hour hours metre meter kilogram tonne ton tons supplier suppliers first-time free open own take takes whole cross
assisted looking`;

/** Measures and steps, some of several words: two wordings that share nothing else do not speak of the same thing. */
export const THIN_WORDINGS: readonly string[] =
  '公斤级 千克级 百公斤级 克级 吨级 百吨级 千吨级 小时 分钟 公里 千米 毫米 厘米 微米 平方米 立方米 英寸 万元 公司 企业 小批试制 小批量试制 小批量生产 中试放大 工艺放大 批量生产 检验检测 第三方检测 第三方报告'.split(
    ' ',
  );

/** As index terms: English ones without their endings. */
const THIN: ReadonlySet<string> = new Set([
  ...TRADE_WORDS,
  ...ZH.split(/\s+/u),
  ...EN.split(/\s+/u).map(stem),
  ...THIN_WORDINGS,
]);

/** From this share of records in general Chinese on a word says little of any: 为主, 左右, 得到; … */
const COMMON = 0.0085;
/** … unless it names a subject all the same. */
const SUBJECTS = new Set(
  '农业 交通 铁路 公路 汽车 飞机 武器 建筑 旅游 文化 教育 艺术 法律 法规 新闻 运动 投资 土地 家庭'.split(' '),
);

export function isThin(term: string): boolean {
  return (
    THIN.has(term) || (generalChinese().share(term) >= COMMON && !term.startsWith('#') && !SUBJECTS.has(term))
  );
}
