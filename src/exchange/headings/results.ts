/**
 * Headings of university result lists (成果汇编, 成果目录, 登记表) and the field each one means.
 * From live importers and forms, and from common practice; English names and the contract's own names too.
 */
import { type HeadingRule, heading, NOT_KEPT } from './rule.ts';

export const RESULT_HEADINGS: readonly HeadingRule[] = [
  heading(NOT_KEPT, `序号, 编号, 行号, no, number, serial, 图片, 照片`),
  heading('id', `id, resultId, recordId, 系统编号, 记录号`),
  heading(
    'title',
    `
    title, 成果名称, 科技成果名称, 成果全称, 成果项目名称, 项目成果名称, 成果标题, 成果题目, 项目名称,
    技术名称, 技术成果名称, 课题名称, 论文题目, 论文标题, 题目, 标题, 题名, 名称, 成果, 专利名称,
    产品名称, result title, achievement, name, project name
  `,
  ),
  heading(
    'abstract',
    `
    abstract, 成果简介, 成果摘要, 成果介绍, 成果描述, 成果概述, 成果内容, 项目简介, 项目概况,
    项目介绍, 技术简介, 技术介绍, 技术描述, 技术内容, 技术方案, 简介, 摘要, 概述, 主要内容,
    内容简介, 内容提要, 内容摘要, 提要, 简要介绍, 简要说明, 内容, 描述, summary, description, introduction
  `,
  ),
  heading(
    'keywords',
    `
    keywords, 关键词, 关键字, 成果关键字, 成果关键词, 主题词, 专业特长, 标签, key words, tags
  `,
  ),
  heading(
    'discipline',
    `
    discipline, 学科, 学科分类, 学科领域, 所属学科, 学科专业, 一级学科, 学科门类, 研究方向, subject
  `,
  ),
  heading(
    'university',
    `
    university, 完成单位, 第一完成单位, 成果完成单位, 成果所属单位, 所属单位, 高校, 高校名称,
    所属高校, 学校, 学校名称, 所在学校, 单位名称, 成果单位, 申报单位, 报送单位, 推荐单位, 依托单位,
    研发单位, 单位, 机构, 机构名称, 权利人, 专利权人, institution, organisation, organization,
    school, affiliation
  `,
  ),
  heading(
    'department',
    `
    department, 学院, 所在学院, 所属学院, 院系, 二级单位, 依托平台, 实验室, 课题组, 团队名称,
    研究团队, 科研团队, teamName, 所在部门, 部门, college, faculty, laboratory
  `,
  ),
  heading(
    'lead',
    `
    lead, 负责人, 项目负责人, 成果负责人, 第一完成人, 团队带头人, 团队负责人, 完成人, 成果完成人,
    发明人, 主要完成人, 课题负责人, 首席专家, 姓名, principal investigator, pi, inventor, author,
    leader
  `,
  ),
  heading('team', `team, 团队, 团队成员, 项目组成员, 参与人, 其他完成人, 合作完成人, members`),
  heading(
    'sectors',
    `
    sectors, 产业领域, 所属产业, 产业方向, 技术领域, 所属领域, 所属技术领域, 领域,
    所属高新技术领域, 高新技术领域, 所属高新技术类别, 战略性新兴产业分类, 战略性新兴产业, 所属行业,
    行业领域, 行业分类, 技术分类, 技术所属领域, 领域分类, 产业分类, sector, field, technical field,
    industry sector
  `,
  ),
  heading(
    'industryCode',
    `
    industryCode, 应用行业, 国民经济行业, 国民经济行业分类, 行业代码, industry code, industry
  `,
  ),
  heading(
    'needs',
    `
    needs, 转化需求, 转化需求描述, 需求, 需求描述, 合作需求, 成果需求, 转化条件, 所需条件,
    所需支持, 需要的支持, 拟解决的需求, 需求说明, 对载体的需求, 对接需求, requiredAbilities, need,
    requirements, requests, 转化说明, 资金需求, 投资需求, 融资需求, 场地需求, 可提供的资源描述
  `,
    `转化说明, 资金需求, 投资需求, 融资需求, 场地需求, 可提供的资源描述`,
  ),
  heading(
    'trl',
    `
    trl, 技术成熟度, 成熟度, trl等级, 技术就绪度, 技术成熟度等级, 成熟度等级, readiness,
    technology readiness level
  `,
  ),
  heading(
    'stage',
    `
    stage, 成果所处阶段, 所处阶段, 成果阶段, 研发阶段, 项目阶段, 项目进展, 阶段, 技术阶段,
    转化阶段, 小试中试产业化, 成果状态, 进展情况, 目前进展, 当前进展, 研发进展, phase
  `,
  ),
  heading(
    'ip',
    `
    ip, 知识产权, 知识产权情况, 知识产权状况, 核心专利, 专利情况, 专利, 自主知识产权, patents,
    patent, intellectual property, 专利信息
  `,
  ),
  heading('ip.kind', `知识产权类型, 知识产权类别, 专利类型, 专利类别, ipType, ip type, patent type`),
  heading(
    'ip.number',
    `
    知识产权编号, 专利号, 授权号, 申请号, 专利申请号, 专利号申请号, 授权公告号, 登记证书号,
    软著登记号, 知识产权号, ipNumber, patent number, patent no
  `,
  ),
  heading(
    'ip.status',
    `
    法律状态, 专利状态, 知识产权状态, ipStatus, ip status, legal status, 授权日期, 授权时间
  `,
  ),
  heading(
    'transferModes',
    `
    transferModes, 转化方式, 拟采取的转化方式, 拟转化方式, 合作方式, 合作意向, 转让方式,
    技术转移方式, 转移转化方式, 成果转化方式, 交易方式, 合作模式, transfer mode, cooperation mode,
    mode of cooperation, mode of transfer, form of cooperation, way of cooperation, licensing
  `,
  ),
  heading('category', `category, 成果类别, 成果类型, 成果分类, 类别, 类型, result category, type`),
  heading(
    'secrecy',
    `
    secrecy, 密级, 保密级别, 成果密级, 涉密情况, 是否涉密, 保密等级, classification, confidentiality
  `,
  ),
  heading('contact', `contact, 联系方式, 联系信息, 联络方式, contact details`),
  heading('contact.name', `联系人, 联系人姓名, 联络人, contact name, contact person`),
  heading(
    'contact.phone',
    `
    联系电话, 联系人电话, 电话, 手机, 手机号, 手机号码, 联系手机, 办公电话, phone, tel, telephone,
    mobile, contact phone, contact number, contact tel, contact telephone, contact mobile, phone number
  `,
  ),
  heading('contact.email', `邮箱, 电子邮箱, 联系邮箱, 电子邮件, email, e-mail, mail, contact email`),
  heading('contact.role', `联系人职务, 联系人职称, contact role`),
  heading('regNo', `regNo, 登记号, 批准登记号, 成果登记号, 成果编号, 项目编号, registration number`),
  heading(
    'advance',
    `
    advance, 技术指标, 主要技术指标, 主要性能指标, 性能指标, 指标, 技术经济指标, 成果的先进性,
    先进性, 创新点, 主要创新点, 技术创新点, 技术优势, 技术特点, 核心优势, 创新性, 优势, advantages,
    innovation
  `,
  ),
  heading(
    'application',
    `
    application, 应用范围, 应用场景, 应用领域, 适用范围, 应用前景, 市场前景, 前景分析, 效益分析,
    应用情况, 推广应用前景, 市场分析, 经济效益, 社会效益, applicationScenario, use cases,
    applications, market
  `,
  ),
  heading(
    'problem',
    `
    problem, 拟解决的问题, 解决的问题, 解决问题, 解决的痛点, 行业痛点, 痛点, 技术背景, 研究背景
  `,
  ),
  heading('levelClaim', `levelClaim, 成果水平, 成果技术水平, 技术水平, 鉴定水平, 水平`),
  heading('applicationStatus', `applicationStatus, 应用状态, 应用状况, 转化状态, 对接状态, 转化情况`),
  heading('form', `form, 成果体现形式, 体现形式, 成果形式, 成果属性`),
  heading('origin', `origin, 成果来源, 来源, 信息来源, 项目来源, 课题来源, 立项情况, source`),
  heading(
    'evaluation',
    `
    evaluation, 评价形式, 成果评价, 鉴定情况, 验收情况, 评价情况, 获奖情况, 奖励情况, awards
  `,
  ),
  heading(
    'period',
    `
    period, 完成时间, 完成日期, 研究起止时间, 起止时间, 起止日期, 年份, 完成年份, 年度, year,
    completed
  `,
  ),
  heading('ipc', `ipc, IPC分类号, 国际专利分类, 专利分类号, 主分类号`),
  heading(
    'priceWan',
    `
    priceWan, 转让价格, 意向价格, 预期价格, 报价, 价格, 估值, 预算金额, 预算资金, 转让费, 许可费,
    挂牌价格, 交易价格, 投资额, price, budget
  `,
  ),
  heading('regulatory', `regulatory, 行业准入, 准入情况, 注册情况, 临床阶段, 资质情况, 许可资质`),
  heading('environment', `environment, 环境影响, 能耗污染, 环保要求, 三废情况, 能耗, 环保情况`),
  heading('remarks', `remarks, 备注, 其他, 其他说明, 附注, notes, comments, remark`),
];
