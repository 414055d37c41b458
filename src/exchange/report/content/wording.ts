/** Words for the codes of a placement sheet and of a plan, in both languages: for page, document and workbook alike. */
import type { Risk } from '../../../domain/advice.ts';
import type { Objective, Placement, Unplaced } from '../../../domain/assignment.ts';
import type { Bilingual } from '../../../domain/match.ts';
import type { CarrierKind, CarrierLevel, CarrierStatus } from '../../../domain/reading/enumerations.ts';
import type { IpKind, IpStatus } from '../../../domain/reading/ip.ts';
import { type ReviewVerdict, VERDICTS_OF_REVIEW } from '../../../domain/review.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** `a、b` and `a, b`, unless told to set other marks between them. */
export function listed(words: readonly Bilingual[], mark = '、', comma = ', '): Bilingual {
  return both(words.map(({ zh }) => zh).join(mark), words.map(({ en }) => en).join(comma));
}

export const UNSTATED = both('未填报', 'not stated');

export const KIND_NAMES: Readonly<Record<CarrierKind, Bilingual>> = {
  maker_space: both('众创空间', 'maker space'),
  incubator: both('孵化器', 'incubator'),
  accelerator: both('加速器', 'accelerator'),
  park: both('园区', 'park'),
  community: both('孵化社区', 'community'),
  pilot_platform: both('中试平台', 'pilot platform'),
  poc_center: both('概念验证中心', 'proof-of-concept centre'),
  industry_base: both('产业基地', 'industry base'),
  other: both('其他', 'other'),
};

export const LEVEL_NAMES: Readonly<Record<CarrierLevel, Bilingual>> = {
  district: both('区级', 'district level'),
  municipal: both('市级', 'municipal level'),
  national: both('国家级', 'national level'),
};

export const STATUS_NAMES: Readonly<Record<CarrierStatus, Bilingual>> = {
  normal: both('正常', 'normal'),
  rewarded: both('奖补', 'rewarded'),
  rectifying: both('督促整改', 'under rectification'),
  delisted: both('摘牌', 'delisted'),
};

export const IP_KIND_NAMES: Readonly<Record<IpKind, Bilingual>> = {
  invention_patent: both('发明专利', 'invention patent'),
  utility_model: both('实用新型', 'utility model'),
  design_patent: both('外观设计', 'design'),
  patent: both('专利', 'patent'),
  software_copyright: both('软件著作权', 'software copyright'),
  ic_layout: both('集成电路布图设计', 'IC layout'),
  plant_variety: both('植物新品种', 'plant variety'),
  drug_protection: both('新药或中药保护', 'drug protection'),
  trade_secret: both('技术秘密', 'trade secret'),
  defence_patent: both('国防专利', 'defence patent'),
  standard: both('标准', 'standard'),
  paper: both('论文著作', 'paper'),
  other: both('其他', 'other'),
};

export const IP_STATUS_NAMES: Readonly<Record<IpStatus, Bilingual>> = {
  pending: both('申请中', 'pending'),
  granted: both('已授权', 'granted'),
  lapsed: both('已失效', 'lapsed'),
  assigned: both('已转让', 'assigned'),
  licensed: both('已许可', 'licensed'),
  pledged: both('已质押', 'pledged'),
};

export const TRL_SOURCES: Readonly<Record<string, Bilingual>> = {
  declared: both('填报', 'declared'),
  stage: both('按阶段推断', 'from the stage'),
  inferred: both('由文字推断', 'inferred'),
};

export const BASIS_NAMES: Readonly<Record<Placement['basis'], Bilingual>> = {
  optimum: both('全局最优', 'optimum'),
  decision: both('既往决定', 'earlier decision'),
  draw: both('近似并列抽签', 'draw between near-ties'),
};

export const UNPLACED_REASONS: Readonly<Record<Unplaced['reason'], Bilingual>> = {
  no_candidate: both('无推荐载体', 'no recommended carrier'),
  capacity: both('推荐载体名额已满', 'recommended carriers are full'),
};

export const OBJECTIVE_NAMES: Readonly<Record<Objective, Bilingual>> = {
  total: both('总契合度最大', 'greatest total affinity'),
  worst_first: both('先保最低，再求总和', 'worst served first, then the total'),
};

export const PLAN_NAMES = {
  independent: both('各自选最优（不管名额）', 'each its best, whatever the slots'),
  assigned: both('统筹分配', 'assigned together'),
  this: both('本方案', 'this plan'),
} as const;

export const RISK_NAMES: Readonly<Record<Risk['weight'], Bilingual>> = {
  stop: both('先行解决', 'settle first'),
  check: both('须核实', 'verify'),
  note: both('提示', 'note'),
};

export const CONCENTRATION_NAMES = {
  university: both('高校', 'university'),
  carrier: both('载体', 'carrier'),
  sector: both('领域', 'sector'),
} as const;

/** Words that a reviewer chooses from. */
export const VERDICT_OF_REVIEW_NAMES: Readonly<Record<ReviewVerdict, Bilingual>> = {
  approved: both('同意', 'approved'),
  returned: both('退回', 'returned'),
  rejected: both('不同意', 'rejected'),
  conflict: both('回避', 'conflict'),
};
export const REVIEW_CHOICES: readonly string[] = VERDICTS_OF_REVIEW.map(
  (verdict) => VERDICT_OF_REVIEW_NAMES[verdict].zh,
);

/** Headings of the report's chapters and of the sections of a placement sheet. */
export const CHAPTERS = {
  title: both(
    '高校科技成果与孵化载体对接报告',
    'Match report: university research results and incubation carriers',
  ),
  overview: both('总体情况', 'Overview'),
  placements: both('对接方案', 'Plan of placements'),
  plans: both('方案比较', 'Comparison of plans'),
  demands: both('单独确定落位家数的成果', 'Results with a number of carriers of their own'),
  unplaced: both('未落位成果', 'Results without a placement'),
  loads: both('载体负荷', 'Carriers and their loads'),
  concentration: both('集中度', 'Concentration'),
  parks: both('成果建园建议', 'Proposed parks'),
  gaps: both('能力缺口', 'Gaps'),
  targets: both('规划目标进度', 'Targets of the plan'),
  decisions: both('既往审核决定', 'Decisions of earlier reviews'),
  difference: both('与上轮比较', 'Against the last round'),
  sheets: both('对接单', 'Placement sheets'),
  basis: both('说明与校验', 'Notes and verification'),
} as const;

export const SECTIONS = {
  parties: both('对接双方', 'Parties'),
  scores: both('评分明细', 'Score sheet'),
  shortfalls: both('不足之处', 'Why it is not higher'),
  recommendation: both('对接建议', 'Recommendation'),
  risks: both('风险提示', 'Risks'),
  steps: both('下一步工作', 'Next steps'),
  contribution: both('规划目标贡献', 'Contribution to targets'),
  review: both('审核意见', 'Review'),
} as const;

export const DISCLAIMER = both(
  '本报告由系统依据冻结数据生成，供审核使用，经区级主管部门审核后生效。',
  'Made by a system from frozen records, for review; valid only after the review of the district’s bureau.',
);
