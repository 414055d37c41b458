/** What each field takes, in the words of the people who fill the forms. Used by findings and by the template. */
import type { RecordKind } from '../../domain/import-report.ts';
import type { Bilingual } from '../../domain/match.ts';

const say = (zh: string, en: string): Bilingual => ({ zh, en });

const CONTACT = say('联系人姓名、电话或邮箱', 'name, phone or e-mail of a person');
const AREA = say(
  '面积数字（㎡），如 3500、1.2万㎡；不清楚请留空',
  'an area in m², e.g. 3500; blank where unknown',
);
const COUNT = say('不小于 0 的整数；不清楚请留空', 'a whole number from 0; blank where unknown');
const MONEY = say(
  '金额（万元），如 50；面议请留空',
  'an amount in 10,000 yuan, e.g. 50; blank where negotiable',
);
const LEVEL = say('1 到 9 的整数', 'a whole number from 1 to 9');
const ID = say(
  '字母、数字和 . _ : -，不超过 100 字；可留空',
  'letters, digits and . _ : -, at most 100; may be blank',
);

export const EXPECTATIONS: Record<RecordKind, Readonly<Record<string, Bilingual>>> = {
  results: {
    id: ID,
    title: say(
      '成果名称，1–500 字，须含汉字或字母',
      'a title of 1 to 500 characters, with a Chinese character or a letter',
    ),
    abstract: say('成果简介，不超过 20000 字', 'a text of at most 20,000 characters'),
    keywords: say(
      '关键词，用“；”分开，每个不超过 100 字，最多 50 个',
      'at most 50 keywords, separated by ；',
    ),
    sectors: say('产业领域，用“；”分开，最多 30 个', 'at most 30 sectors, separated by ；'),
    needs: say(
      '需要载体提供什么：中试、资金、场地、应用场景等，不超过 10000 字',
      'what is asked of a carrier, at most 10,000 characters',
    ),
    trl: say(
      '技术成熟度 1–9，如 6、5-6级；只知道阶段（小试、中试）也可',
      'TRL 1 to 9, e.g. 6 or 5-6; a stage in words is fine',
    ),
    ip: say(
      '知识产权，如“发明专利3项（授权2项）”，每项不超过 500 字',
      'rights, e.g. 发明专利3项, at most 500 characters each',
    ),
    transferModes: say(
      '转让、许可、作价投资、合作、技术服务、自行实施',
      'assignment, licence, equity, cooperation, service, self',
    ),
    category: say('应用技术、基础理论、软科学、其他', 'applied, theory, soft_science, other'),
    secrecy: say(
      '公开；涉密成果不得通过本系统提交',
      'public (公开); anything else must not be handed in here',
    ),
    contact: CONTACT,
    priceWan: MONEY,
  },
  carriers: {
    id: ID,
    name: say(
      '载体名称，2–300 字，须含汉字或字母',
      'a name of 2 to 300 characters, with a Chinese character or a letter',
    ),
    kind: say(
      '众创空间、孵化器、加速器、孵化园、孵化社区、中试平台、概念验证中心、产业基地',
      'maker_space, incubator, accelerator, park, community, pilot_platform, poc_center, industry_base',
    ),
    level: say('区级、市级、国家级', 'district, municipal, national'),
    status: say(
      '正常、奖补、督促整改、摘牌；不清楚请留空',
      'normal, rewarded, rectifying, delisted; blank where unknown',
    ),
    description: say(
      '载体简介（不超过 20000 字）或孵化案例，至少填一项',
      'a description or past projects: at least one of them',
    ),
    sectors: say('主攻领域，用“；”分开，最多 30 个', 'at most 30 sectors, separated by ；'),
    capabilities: say(
      '服务能力，用“；”分开，可注明（自有）或（合作单位提供），如“中试熟化：200L发酵罐（自有）；检验检测（合作单位提供）”',
      'services separated by ；, own (自有) or of a partner (合作单位提供)',
    ),
    portfolio: say('孵化案例或承接项目，用“；”或换行分开', 'past projects, separated by ； or line breaks'),
    trlMin: say('1 到 9，且不高于上限，如 TRL4-7', 'TRL 1 to 9, not above the upper bound, e.g. TRL4-7'),
    trlMax: LEVEL,
    areaTotalM2: AREA,
    areaFreeM2: AREA,
    slots: COUNT,
    pilotLots: COUNT,
    limits: say('不接收什么，不超过 5000 字', 'what is not accepted, at most 5,000 characters'),
    seedFundWan: MONEY,
    staff: COUNT,
    mentors: COUNT,
    incubatees: COUNT,
    teams: COUNT,
    techEnterprises: COUNT,
    contact: CONTACT,
  },
};

/** A field without a sentence of its own is a text. */
export function expectationOf(kind: RecordKind, field: string): Bilingual {
  return EXPECTATIONS[kind][field] ?? say('文字，可留空', 'a text, may be blank');
}
