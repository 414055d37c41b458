/** Where the words of the synthetic records come from: the profile's vocabulary by topic, and general Chinese. */
import type { Profile } from '../../src/domain/profile.ts';
import { dictionaryEntries } from '../../src/text/dictionary.ts';
import { type Draw, drawByRank, drawByWeight, randomOf, shuffled } from './draw.ts';

/** A sector's vocabulary, or that of one of its fields of work. */
export interface Topic {
  readonly sector: string;
  readonly sectorName: string;
  readonly word: Draw<string>;
}

export interface Words {
  readonly topics: readonly Topic[];
  /** Technical words of every sector. */
  readonly technical: Draw<string>;
  /** What every application and every carrier's leaflet says, the words that only join others among them. */
  readonly genre: Draw<string>;
  /** Words of general Chinese, as often as jieba's dictionary has counted them. */
  readonly everyday: Draw<string>;
}

/** Fewer words than this make no topic of their own. */
const LEAST_TOPIC = 25;
/** Flattens the head of a topic's distribution: its first word is every fifteenth or so, not every fifth. */
const RANK_OFFSET = 3;
/** No technical word is in every text of every sector. */
const TECHNICAL_RANK_OFFSET = 50;
/** Most common first; the counts of jieba's dictionary have far too few of them for texts of this kind. */
const GENRE =
  '的 和 与 技术 等 在 为 系统 提供 应用 研究 对 合作 企业 项目 产品 及 可 平台 服务 进行 实现 设备 单位 不 有 团队 生产 方法 具有 中心 ' +
  '采用 材料 建设 性能 市场 开发 可以 通过 以及 检测 工艺 用于 完成 需要 其 基于 行业 数据 控制 设计 空间 形成 支持 提高 能力 相关 试验 ' +
  '实验室 解决 问题 质量 结构 领域 开展 降低 成本 环境 关键 效率 方案 已 年 要求 推广 分析 测试 验证 自主 模型 条件 安全 面向 主要 专业';

/** Words rarer in jieba's dictionary than this (of 60 million) are names and accidents. */
const LEAST_FREQUENCY = 40;

export function createWords(profile: Profile): Words {
  return {
    topics: profile.sectors.flatMap(({ code, zh }) => sectorTopics(profile, code, zh)),
    technical: drawByRank(
      shuffled(
        profile.general.map((term) => term.zh),
        randomOf('technical', 0),
      ),
      TECHNICAL_RANK_OFFSET,
    ),
    genre: drawByRank(GENRE.split(' '), RANK_OFFSET),
    everyday: everydayWords(),
  };
}

function sectorTopics(profile: Profile, sector: string, sectorName: string): Topic[] {
  const bySub = new Map<string, string[]>();
  for (const { zh, sub } of profile.terms[sector] ?? []) bySub.set(sub, [...(bySub.get(sub) ?? []), zh]);
  return [...bySub.values()]
    .filter((words) => words.length >= LEAST_TOPIC)
    .map((words) => ({ sector, sectorName, word: drawByRank(words, RANK_OFFSET) }));
}

function everydayWords(): Draw<string> {
  const entries = [...dictionaryEntries(LEAST_FREQUENCY)].filter(([word]) => /^\p{Script=Han}+$/u.test(word));
  return drawByWeight(
    entries.map(([word]) => word),
    entries.map(([, frequency]) => frequency),
  );
}
