/** How the columns of one field become its value: joined texts, joined lists, or the best column alone. */

/** Texts: one paragraph per column. */
const TEXTS = new Set([
  'abstract',
  'needs',
  'advance',
  'application',
  'problem',
  'regulatory',
  'environment',
  'evaluation',
  'remarks',
  'description',
  'limits',
  'recognition',
]);

/** Lists: entries of all columns. */
const LISTS = new Set([
  'keywords',
  'sectors',
  'team',
  'ipc',
  'transferModes',
  'capabilities',
  'portfolio',
  'networks',
  'department',
]);

export function joinerOf(field: string): string | null {
  if (TEXTS.has(field)) return '\n';
  return LISTS.has(field) ? '；' : null;
}

export const MONEY_FIELDS: ReadonlySet<string> = new Set(['priceWan', 'seedFundWan']);
export const AREA_FIELDS: ReadonlySet<string> = new Set(['areaTotalM2', 'areaFreeM2']);
export const COUNT_FIELDS: ReadonlySet<string> = new Set([
  'slots',
  'pilotLots',
  'staff',
  'mentors',
  'incubatees',
  'teams',
  'techEnterprises',
]);
export const LEVEL_FIELDS: ReadonlySet<string> = new Set(['trl', 'trlMin', 'trlMax', 'trlRange']);
export const DATE_FIELDS: ReadonlySet<string> = new Set(['period', 'founded', 'dataAsOf']);
export const CONTACT_PARTS = ['name', 'phone', 'email', 'role'] as const;
