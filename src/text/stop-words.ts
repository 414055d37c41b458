/**
 * Words of the genre rather than of the subject: what every project title and company text says
 * ("基于…的关键技术研究与应用"). They carry no evidence of a match and are left out of the index.
 */
const ZH = `研究 技术 关键技术 关键 应用 系统 研发 项目 产业化 方法 基于 一种 开发 及其 以及 用于 面向 工程 示范 推广 设计 实现
分析 与 及 的 和 或 等 在 对 为 将 是 有 中 上 下 了 并 也 以 其 该 本 从 到 由 可 能 能够 可以 可以用于 新型 生产 产品 公司 企业 单位 进行 目前
现有 需求 解决 问题 要求 希望 提高 提升 采用 主要 由于 需要 存在 国内 国外 国内外 方面 使用 通过 具有 同时 相关 不同 较 较高 更 各 多种 多 高 新 好
一个 一套 一批 两 三 我国 我司 本公司 本项目 该项目 成果 团队 提供 服务 支持 平台 完成 形成 建立 达到 实际 情况 条件 过程 效果 水平 性能 功能
领域 行业 产业 市场 发展 创新 先进 重要 广泛 有效 良好 实验 试验 结果 表明 提出 探讨 影响 作用 特点 优势 利用 结合 针对 根据 之间 以上 以下 其中
已 已经 正 拟 现 未 不 无 没有 均 且 但 而 则 所 被 使 让 做 用 把 给 向 按 每 个 种 项 件 家 台 套 次 年 月 日 后 前 内 外 间`;

const EN = `a an and are as at be been by can could for from has have in into is it its may more most new not of on or our such than that the
their these this those to was were which will with within using used use based study research method methods approach results result
system systems technology technologies development application applications project show shows shown paper present presented propose proposed`;

export const STOP_WORDS: ReadonlySet<string> = new Set([...ZH.split(/\s+/u), ...EN.split(/\s+/u)]);
