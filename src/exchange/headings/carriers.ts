/**
 * Headings of carrier lists (孵化载体, 中试平台) as a bureau keeps them, after the Torch statistics and the
 * recognition forms, and the field each one means.
 */
import { type HeadingRule, heading, NOT_KEPT } from './rule.ts';

export const CARRIER_HEADINGS: readonly HeadingRule[] = [
  heading(NOT_KEPT, `序号, 编号, 行号, no, number, serial, 图片, 照片`),
  heading('id', `id, carrierId, recordId, 载体编号, 系统编号, 记录号`),
  heading(
    'name',
    `
    name, 载体名称, 孵化载体名称, 孵化载体, 平台名称, 孵化器名称, 众创空间名称, 基地名称,
    中试平台名称, 园区名称, 机构名称, 单位名称, 载体全称, 平台全称, 机构全称, 单位全称, 名称, 载体, carrier, carrier name, incubator, title
  `,
  ),
  heading(
    'kind',
    `
    kind, 载体类型, 载体类别, 载体种类, 载体性质, 类型, 平台类型, 孵化链条, carrier type, type
  `,
  ),
  heading(
    'category',
    `
    category, 特色类别, 特色类型, 载体特色, 特色, 类别, 综合专业, 综合或专业, feature
  `,
  ),
  heading('level', `level, 认定级别, 级别, 载体级别, 认定等级, 等级, 备案级别, recognition level`),
  heading('status', `status, 运行状态, 状态, 载体状态, 运营状态, 动态管理, 考核结果, 管理状态`),
  heading(
    'description',
    `
    description, 载体简介, 简介, 载体介绍, 平台简介, 基本情况, 载体概况, 概况, 介绍, 内容提要, 简要说明, 主要功能,
    功能定位, 运营情况, 描述, summary, introduction, about, abstract
  `,
  ),
  heading(
    'sectors',
    `
    sectors, 主攻领域, 产业方向, 主导产业, 产业领域, 主攻方向, 重点领域, 孵化领域, 服务领域,
    聚焦领域, 所属领域, 领域, 行业领域, 专业领域, 技术领域, sector, field, focus
  `,
  ),
  heading(
    'capabilities',
    `
    capabilities, 服务能力, 能力, 服务内容, 服务功能, 可提供服务, 可提供的服务, 孵化服务, 专业服务,
    中试能力, 平台能力, 技术服务能力, 设备能力, 主要设备, 公共服务平台, services, capability,
    equipment
  `,
    `中试能力, 设备能力, 主要设备, 公共服务平台`,
  ),
  heading(
    'portfolio',
    `
    portfolio, 孵化案例, 代表项目, 典型案例, 代表企业, 典型企业, 在孵项目, 服务案例, 成功案例,
    案例, 代表性项目, 已孵化项目, 承接项目, cases, projects, past projects
  `,
  ),
  heading(
    'trlRange',
    `
    接收成熟度, 承接成熟度, 可承接成熟度, 成熟度范围, 成熟度要求, 成熟度, 技术成熟度, 接收阶段,
    承接阶段, 适合阶段, trl, trl range, accepted trl
  `,
  ),
  heading('trlMin', `trlMin, 最低成熟度, 成熟度下限, trl下限, min trl`),
  heading('trlMax', `trlMax, 最高成熟度, 成熟度上限, trl上限, max trl`),
  heading(
    'areaTotalM2',
    `
    areaTotalM2, 建筑面积, 总面积, 建筑总面积, 孵化面积, 场地面积, 载体面积, 可自主支配面积, 面积,
    total area, area
  `,
  ),
  heading(
    'areaFreeM2',
    `
    areaFreeM2, 可用面积, 剩余面积, 空闲面积, 可供面积, 空置面积, 可租面积, 可入驻面积,
    剩余可用面积, free area, available area
  `,
  ),
  heading(
    'slots',
    `
    slots, 本轮名额, 可接收项目数, 名额, 可承接项目数, 接收名额, 可接收数量, 剩余名额,
    本轮可接收项目数, quota, places
  `,
  ),
  heading(
    'pilotLots',
    `
    pilotLots, 本轮中试批次, 可承接中试批次, 中试批次, 可承接中试项目数, 中试名额, 剩余中试批次, pilot lots
  `,
  ),
  heading(
    'limits',
    `
    limits, 限制条件, 不接收, 不接受, 限制, 准入限制, 不接收项目, 不承接, 禁止类, 负面清单,
    入驻限制, 限制说明, 入驻要求, restrictions, not accepted, exclusions
  `,
    `不接收, 不接受, 不接收项目, 不承接, 禁止类, 负面清单, 入驻要求`,
  ),
  heading('city', `city, 所在地, 城市, 所在城市, 所属城市, location`),
  heading('city.district', `所在区县, 所属区县, 区县, 所在区, 所属区`),
  heading(
    'zone',
    `
    zone, 所属街道, 街道, 片区, 所属片区, 街道片区, 所属街道片区, 所在区域, 镇街, 区域, street,
    district
  `,
  ),
  heading('address', `address, 地址, 详细地址, 载体地址, 场地地址, 通讯地址`),
  heading(
    'operator',
    `
    operator, 运营机构, 运营单位, 运营主体, 运营公司, 建设单位, 依托单位, 管理机构,
    operating company
  `,
  ),
  heading('creditCode', `creditCode, 统一社会信用代码, 信用代码, 组织机构代码, credit code`),
  heading(
    'founded',
    `
    founded, 成立时间, 成立日期, 建成时间, 运营时间, 开业时间, 投运时间, established
  `,
  ),
  heading(
    'recognition',
    `
    recognition, 认定情况, 认定文号, 认定时间, 资质, 资质荣誉, 荣誉, 认定年份, 备案情况
  `,
  ),
  heading(
    'seedFundWan',
    `
    seedFundWan, 种子基金, 孵化基金, 种子资金, 孵化基金总额, 种子基金规模, 基金规模, seed fund
  `,
  ),
  heading(
    'staff',
    `
    staff, 专职人员, 专职人员数, 专职孵化服务人员, 专职孵化人员, 工作人员, 员工数, employees
  `,
  ),
  heading('mentors', `mentors, 创业导师, 创业导师数, 导师, 导师数, 导师人数, 签约导师`),
  heading(
    'incubatees',
    `
    incubatees, 在孵企业, 在孵企业数, 在孵企业数量, 入驻企业数, 企业数, 在孵企业和团队数, tenants
  `,
  ),
  heading('teams', `teams, 初创团队, 初创团队数, 在孵团队, 在孵团队数, 创业团队数, start-up teams`),
  heading(
    'techEnterprises',
    `
    techEnterprises, 科技型企业, 科技型企业数, 孵化科技型企业数, 累计孵化科技型企业, 培育科技型企业数,
    technology enterprises
  `,
  ),
  heading('dataAsOf', `dataAsOf, 数据截止日期, 数据截止时间, 统计时间, 统计日期, 填报时间, 填报日期, as of`),
  heading('dataSource', `dataSource, 数据来源, 来源, 填报来源, 统计口径, data source`),
  heading('networks', `networks, 所属联盟, 联盟, 合作网络, 合作高校, 合作机构, 加入联盟, 协会联盟`),
  heading('contact', `contact, 联系方式, 联系信息, 联络方式, contact details`),
  heading(
    'contact.name',
    `
    联系人, 联系人姓名, 负责人, 载体负责人, 联络人, contact name, contact person, manager
  `,
  ),
  heading(
    'contact.phone',
    `
    联系电话, 联系人电话, 电话, 手机, 手机号, 手机号码, 联系手机, 办公电话, phone, tel, telephone,
    mobile, contact phone, contact number, contact tel, contact telephone, contact mobile, phone number
  `,
  ),
  heading('contact.email', `邮箱, 电子邮箱, 联系邮箱, 电子邮件, email, e-mail, mail, contact email`),
  heading('contact.role', `联系人职务, 职务, contact role`),
  heading('remarks', `remarks, 备注, 其他, 其他说明, 附注, notes, comments, remark`),
];
