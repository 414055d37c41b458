/** Intellectual property as a cell states it: `发明专利3项（授权2项）；软件著作权1件`, `ZL202010123456.7`. */
import { firstWord, isBlank, plain } from './plain.ts';

export const IP_KINDS = [
  'invention_patent',
  'utility_model',
  'design_patent',
  'patent',
  'software_copyright',
  'ic_layout',
  'plant_variety',
  'drug_protection',
  'trade_secret',
  'defence_patent',
  'standard',
  'paper',
  'other',
] as const;
export type IpKind = (typeof IP_KINDS)[number];

export const IP_STATUSES = ['pending', 'granted', 'lapsed', 'assigned', 'licensed', 'pledged'] as const;
export type IpStatus = (typeof IP_STATUSES)[number];

export interface IpRight {
  readonly kind: IpKind;
  readonly text: string;
  readonly status?: IpStatus | undefined;
  readonly count?: number | undefined;
  readonly number?: string | undefined;
}

const KINDS: readonly (readonly [IpKind, RegExp])[] = [
  ['defence_patent', /国防专利/u],
  ['invention_patent', /发明|PCT|invention/iu],
  ['utility_model', /实用新型|utility/iu],
  ['design_patent', /外观/u],
  ['software_copyright', /软件著作|软著|著作权|software/iu],
  ['ic_layout', /布图/u],
  ['plant_variety', /植物新品种|品种权/u],
  ['drug_protection', /新药|中药保护/u],
  ['trade_secret', /技术秘密|专有技术|商业秘密|know-?how|trade secret/iu],
  ['standard', /标准|standard/iu],
  ['paper', /论文|著作|paper/iu],
  ['patent', /专利|patent|ZL|CN\s?\d/iu],
];

const STATUSES: readonly (readonly [IpStatus, RegExp])[] = [
  ['lapsed', /失效|过期|终止|撤回|驳回|lapsed|expired|withdrawn/iu],
  ['assigned', /已转让|assigned/iu],
  ['licensed', /已.{0,4}许可|独占许可|licensed/iu],
  ['pledged', /质押|pledged/iu],
  [
    'pending',
    /申请|受理|公开|实审|在审|[未待][^,()]{0,3}授权|\bnot (?:yet )?granted|pending|application|filed/iu,
  ],
  ['granted', /授权|已获|ZL|granted|issued/iu],
];

/** Splits and reads one cell. Text without a known kind is kept as `other`: nothing is lost. */
export function readIp(text: string): IpRight[] {
  return plain(text)
    .split(/[;；、\n\r]+|[,，](?![^（(]*[)）])/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isBlank(part))
    .map(readRight);
}

function readRight(text: string): IpRight {
  const count = /(\d+)\s*(?:项|件|个|篇|部)/u.exec(text)?.[1];
  const number = /(?:ZL|CN)\s?\d[\d.X]{6,}[A-Z]?|20\d{10}(?:\.[\dX])?/iu.exec(text)?.[0];
  return {
    kind: firstWord(text, KINDS) ?? 'other',
    text,
    status: firstWord(text, STATUSES),
    count: count === undefined ? undefined : Number(count),
    number,
  };
}
