/**
 * Words of the genre rather than of the subject: what every project title and company text says
 * ("基于…的关键技术研究与应用"). They carry no evidence of a match and are left out of the index.
 */
const ZH = `研究 技术 关键技术 关键 应用 系统 研发 项目 产业化 方法 基于 一种 开发 及其 以及 用于 面向 工程 示范 推广 设计 实现
分析 与 及 的 和 或 等 在 对 为 将 是 有 中 上 下 了 并 也 以 其 该 本 从 到 由 可 能 能够 可以 可以用于 新型 生产 产品 公司 企业 单位 进行 目前
现有 需求 解决 问题 要求 希望 提高 提升 采用 主要 由于 需要 存在 国内 国外 国内外 方面 使用 通过 具有 同时 相关 不同 较 较高 更 各 多种 多 高 新 好
一个 一套 一批 两 三 我国 我司 本公司 本项目 该项目 成果 团队 提供 服务 支持 平台 完成 形成 建立 达到 实际 情况 条件 过程 效果 水平 性能 功能
领域 行业 产业 市场 发展 创新 先进 重要 广泛 有效 良好 实验 试验 结果 表明 提出 探讨 影响 作用 特点 优势 利用 结合 针对 根据 之间 以上 以下 其中 我们 你们 他们 它们 咱们 大家 自己 自家 别人 人家 这里 这儿 那里 这边 其他 其它
已 已经 正 拟 现 未 不 无 没有 均 且 但 而 则 所 被 使 让 做 用 把 给 向 按 每 个 种 项 件 家 台 套 次 年 月 日 后 前 内 外 间`;

/** What kind of place a carrier is: said by its kind, its category and its capabilities, not by its subject. */
const CARRIERS = `孵化器 孵化 载体 孵化载体 加速器 园区 产业园 孵化园 众创 众创空间 创客 基地 产业基地 中心 示范园 示范区 创业园 科技园 集聚区 社区 入驻 项目 创业
初创 初创企业 企业家 专业 综合 区级 市级 国家级 incubator accelerator park center centre base maker space platform pilot hall startup startups team teams company companies firm firms client clients`;

const EN = `a about above across after against all almost along also although always among an and another any are around as at available based
be because been before being below between both but by can could did do does done due during each either enough etc every few for four from further
given has have having he her here high higher his how however if in including into is it its itself just know known large largely less like low lower
made main mainly make makes many may means might more most much must near need needed needs neither new next no nor not novel now of off often on once
one only or other others our out over own per plus prior same several she should shown show shows since so some such than that the their them then
there therefore these they this those three through thus to together too toward two under until up upon us use used useful uses using usually various
very via was way we well were what when where whether which while who whose why will with within without would year years yet you your also am anybody anyone anything became become becomes been being cannot else ever everyone everything had hence itself
my nobody nothing ought ours perhaps quite rather shall somebody someone something still thereby though thus toward unless unlike whereas whereby
whether whom whose ii iii iv vs i.e e.g et.al
study research method methods approach approaches result results paper present presented propose proposed group team project projects work works working
technology technologies technique techniques development develop developed application applications apply applied system systems process processes
good better best small short long full clean cut cuts ready plan plans planned seek seeking offer offers provide provides service services support
staff people contracted run runs made set sets part parts side sites site lot lots unit units kind form case cases level time times day days week weeks month months`;

/**
 * Words of the trade: they say what is done to a thing (检测, 加工, 许可), rarely what the thing is. They
 * count less where subjects are compared; asking and offering them is the business of the capabilities.
 */
const TRADE = `测试 检测 检验 试验 中试 小试 熟化 试制 试产 加工 处理 工艺 制造 材料 设备 装置 仪器 产线 生产线 装配 控制 控制器 稳定 稳定性 连续 运行 循环 样品 样件 样机 整机
报告 机构 体系 许可 转让 专利 合同 登记 证书 标准 规范 指标 参数 数据 软件 算法 模型 模块 结构 组件 部件 零件 零部件 公共 合作方 名额 寿命 质量 安全 成本 效率 精度
快速 高效 智能 自动 在线 新型 批次 批量 小批 规模 现场 用户 客户 场景 示范 推广 车间 实验室 场地 办公 厂房 工位 资金 融资 培训 咨询 辅导 注册 认证 检定 校准 评价 评估
机制 机理 概念 层次 通用 合作 国家 科技 可行性 检查 调查 现状 措施 国际 区域 综合
管理 信息 网络 环境 资源 设施 条件 流程 周期 时间 小时 每日 每年 国产 进口 替代 自主 知识产权 工程师 专家 导师 博士 硕士 学生 教授
test tests testing trial trials pilot sample samples device devices equipment material materials line lines production manufacturing process processing control
data model models analysis design performance quality standard standards licence license patent certificate safety report clinical laboratory lab field`;

export const STOP_WORDS: ReadonlySet<string> = new Set(
  [ZH, CARRIERS, EN].flatMap((words) => words.split(/\s+/u)),
);

export const TRADE_WORDS: ReadonlySet<string> = new Set(TRADE.split(/\s+/u));

/** A number with its measure word (两座, 一间, 数百台): how many there are, not what. */
const COUNTED = /^[一二两三四五六七八九十百千万几数]+[个座间栋幢台套条只家所处亩]$/u;

/** Whether a word carries no evidence of what a text is about. */
export function saysNothing(word: string): boolean {
  return STOP_WORDS.has(word) || COUNTED.test(word);
}
