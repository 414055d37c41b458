/** Enumerated fields of results and carriers, from their codes or from the words that spreadsheets hold. */
import { firstWord, plain } from './plain.ts';

export const TRANSFER_MODES = [
  'assignment',
  'licence',
  'equity',
  'cooperation',
  'service',
  'self',
  'other',
] as const;
/** Ways of conversion: 转让, 许可, 作价投资, 合作, 技术服务, 自行实施 (促进科技成果转化法 art. 16), other. */
export type TransferMode = (typeof TRANSFER_MODES)[number];

const MODES: readonly (readonly [TransferMode, RegExp])[] = [
  ['equity', /作价|入股|股权|equity|shares/iu],
  ['licence', /许可|licen[cs]/iu],
  ['assignment', /转让|买断|assign|sale/iu],
  // who founds a company to carry it out does so himself; with shares for the right it is equity, with others cooperation
  [
    'self',
    /自行|自主实施|自己?[办创]|创业|(?<!合作|联合|共同|合资)(?:创办|开办|成立|注册|设立|新设|组建)[^,;，；]{0,4}(?:企业|公司)|衍生企业|spin|self|own company|found(?:ing)? an? company|start-?up/iu,
  ],
  ['cooperation', /合作|联合|委托|共建|cooperat|joint|co-develop/iu],
  ['service', /服务|咨询|service|consult/iu],
];

/** Undefined for "面议" and blanks: no way stated. */
export function readTransferMode(text: string): TransferMode | undefined {
  const flat = plain(text);
  if (flat === '' || /^(面议|不限|均可|待定|无)$/u.test(flat)) return undefined;
  const exact = TRANSFER_MODES.find((mode) => mode === flat.toLowerCase());
  return exact ?? firstWord(flat, MODES) ?? 'other';
}

export const RESULT_CATEGORIES = ['applied', 'theory', 'soft_science', 'other'] as const;
/** 成果类别: 应用技术, 基础理论, 软科学, 其他. */
export type ResultCategory = (typeof RESULT_CATEGORIES)[number];

const CATEGORIES: readonly (readonly [ResultCategory, RegExp])[] = [
  ['soft_science', /软科学|soft[\s_-]?science/iu],
  ['theory', /基础|理论|theor|basic/iu],
  ['applied', /应用|技术开发|社会公益|appl/iu],
];

export function readResultCategory(text: string): ResultCategory {
  return firstWord(plain(text), CATEGORIES) ?? 'other';
}

export const CARRIER_KINDS = [
  'maker_space',
  'incubator',
  'accelerator',
  'park',
  'community',
  'pilot_platform',
  'poc_center',
  'industry_base',
  'other',
] as const;
export type CarrierKind = (typeof CARRIER_KINDS)[number];

const KINDS: readonly (readonly [CarrierKind, RegExp])[] = [
  ['pilot_platform', /pilot|中试|试验基地|试验线/iu],
  ['poc_center', /poc|概念验证|proof/iu],
  ['maker_space', /maker|众创|创客/iu],
  ['accelerator', /accelerator|加速器/iu],
  ['community', /community|社区/iu],
  ['industry_base', /industry_base|产业基地/iu],
  ['incubator', /incubator|孵化器/iu],
  ['park', /\bpark|园/iu],
];

export function readCarrierKind(text: string): CarrierKind {
  const flat = plain(text);
  return CARRIER_KINDS.find((kind) => kind === flat.toLowerCase()) ?? firstWord(flat, KINDS) ?? 'other';
}

export const CARRIER_LEVELS = ['district', 'municipal', 'national'] as const;
/** 区级, 市级 (province level in a municipality), 国家级. */
export type CarrierLevel = (typeof CARRIER_LEVELS)[number];

const LEVELS: readonly (readonly [CarrierLevel, RegExp])[] = [
  ['national', /国家|\bnational/iu],
  ['municipal', /市级|省级|省部|municipal|provincial/iu],
  ['district', /区级|县级|district|county/iu],
];

/** A level that is sought is not held: 拟申报国家级, 市级（国家级创建中）. */
const SOUGHT = /拟|申报|申请|争创|创建|培育|未|非|\bnot\b|\bappl/iu;

/** Undefined for "无", "未认定" and unknown words: not recognised at any level. */
export function readCarrierLevel(text: string): CarrierLevel | undefined {
  const held = levelParts(text).filter((part) => !SOUGHT.test(part));
  return firstWord(held.join(';'), LEVELS);
}

/** Whether a level is named that it does not hold (yet): nothing keeps it but the words. */
export function namesSoughtLevel(text: string): boolean {
  return levelParts(text).some((part) => SOUGHT.test(part) && firstWord(part, LEVELS) !== undefined);
}

function levelParts(text: string): string[] {
  return plain(text).split(/[,;、()\n]/u);
}

export const CARRIER_STATUSES = ['normal', 'rewarded', 'rectifying', 'delisted'] as const;
/** 正常, 奖补, 督促整改, 摘牌 (dynamic management). */
export type CarrierStatus = (typeof CARRIER_STATUSES)[number];

const STATUSES: readonly (readonly [CarrierStatus, RegExp])[] = [
  ['delisted', /摘牌|撤销|取消|退出|delist|revoked/iu],
  ['rectifying', /整改|rectif/iu],
  ['rewarded', /奖|优秀|reward/iu],
  // 不合格, 停止运营, not active: a text that denies anything never says normal
  ['normal', /^(?!.*(?:[不未非停]|\bnot?\b)).*(?:正常|运营|合格|良好|\b(?:normal|active|operat))/isu],
];

/** Undefined where the words are not known: the caller reports it, a status is never guessed. */
export function readCarrierStatus(text: string): CarrierStatus | undefined {
  return firstWord(plain(text), STATUSES);
}

/** Words by which a record says that it may be published; anything else is refused at the door. */
const PUBLIC =
  /^(公开|公开级|非密|非涉密|不涉密|未涉密|不涉及国家秘密|无|否|public|open|none|no|unclassified)?$/iu;

/** Whether a result may enter the pool. The text itself is not looked at: only the declaration. */
export function isPublic(secrecy: string): boolean {
  return PUBLIC.test(plain(secrecy));
}
