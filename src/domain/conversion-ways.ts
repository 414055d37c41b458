/** Names of the ways of conversion (促进科技成果转化法 art. 16) and of the contracts that they are signed as. */
import type { ContractKind } from './advice.ts';
import type { Bilingual } from './match.ts';
import type { TransferMode } from './reading/enumerations.ts';

export const WAY_NAMES: Readonly<Record<TransferMode, Bilingual>> = {
  assignment: { zh: '转让', en: 'assignment' },
  licence: { zh: '许可', en: 'licence' },
  equity: { zh: '作价入股', en: 'equity' },
  cooperation: { zh: '合作开发', en: 'joint development' },
  service: { zh: '技术服务', en: 'technical service' },
  self: { zh: '自行实施', en: 'own company' },
  other: { zh: '其他协商方式', en: 'another agreed way' },
};

export const CONTRACT_NAMES: Readonly<Record<ContractKind, Bilingual>> = {
  development: { zh: '技术开发合同', en: 'technology development contract' },
  assignment: { zh: '技术转让合同', en: 'technology assignment contract' },
  licence: { zh: '技术许可合同', en: 'technology licence contract' },
  consulting: { zh: '技术咨询合同', en: 'technology consulting contract' },
  service: { zh: '技术服务合同', en: 'technology service contract' },
};

/** Null where no technology contract by itself carries the way: a company is founded. */
export const CONTRACT_OF: Readonly<Record<TransferMode, ContractKind | null>> = {
  assignment: 'assignment',
  licence: 'licence',
  equity: null,
  cooperation: 'development',
  service: 'service',
  self: null,
  other: null,
};
