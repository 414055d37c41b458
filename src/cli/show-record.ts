/** A record field by field: the Chinese heading, the name of the contract, and everything that is kept. */
import { type Carrier, CarrierSchema } from '../domain/carrier.ts';
import type { Contact } from '../domain/contact.ts';
import { WAY_NAMES } from '../domain/conversion-ways.ts';
import type { RecordKind } from '../domain/import-report.ts';
import type { Profile } from '../domain/profile.ts';
import { type ResearchResult, ResearchResultSchema } from '../domain/research-result.ts';
import { chineseHeading, KIND_NAMES, LEVEL_NAMES, STATUS_NAMES } from '../exchange/index.ts';
import type { FoundRecord } from '../usecases/find-records.ts';
import { heading, paragraph, print, terminal } from './output/terminal.ts';

const KINDS: Record<RecordKind, string> = { results: '成果 result', carriers: '载体 carrier' };
const PROVIDERS = { own: '自有', partner: '合作单位提供' };

/** In this order, whatever the order in which a store keeps them. */
const FIELDS: Record<RecordKind, readonly string[]> = {
  results: Object.keys(ResearchResultSchema.shape),
  carriers: Object.keys(CarrierSchema.shape),
};

/** By field; what is said otherwise than it is kept. */
type Said = Readonly<Record<string, string | readonly string[] | undefined>>;

export function printRecord({ kind, record, ...stored }: FoundRecord, profile: Profile): void {
  const said = kind === 'results' ? resultFields(record) : carrierFields(record, profile);
  heading(`${KINDS[kind]} ${record.id}`);
  const all: Readonly<Record<string, unknown>> = record;
  for (const field of FIELDS[kind]) {
    const kept = all[field];
    if (field === 'id' || kept === undefined) continue;
    print(terminal.colours.bold(`${chineseHeading(kind, [field]) ?? ''} ${field}`.trim()));
    for (const line of [said[field] ?? kept].flat())
      for (const text of String(line).split('\n')) paragraph(text, '  ');
  }
  print(terminal.colours.dim(`登记 created ${stored.createdAt}，更新 updated ${stored.updatedAt}`));
}

function resultFields({ trl, ip, transferModes, contact }: ResearchResult): Said {
  return {
    trl: trl && (trl.low === trl.high ? `${trl.low}` : `${trl.low}–${trl.high}`),
    ip: ip?.map(({ text }) => text),
    transferModes: transferModes?.map((mode) => `${mode} ${WAY_NAMES[mode].zh}`),
    contact: contact && contactLines('results', contact),
  };
}

function carrierFields(carrier: Carrier, { capabilities }: Profile): Said {
  const { kind, level, status, portfolio, contact } = carrier;
  const names = new Map(capabilities.map(({ code, zh }) => [code, zh]));
  return {
    kind: kind && `${kind} ${KIND_NAMES[kind].zh}`,
    level: level && `${level} ${LEVEL_NAMES[level].zh}`,
    status: status && `${status} ${STATUS_NAMES[status].zh}`,
    capabilities: carrier.capabilities?.map(({ code, detail, provider }) =>
      [code, names.get(code), detail, provider && PROVIDERS[provider]].filter(Boolean).join(' · '),
    ),
    portfolio: portfolio?.map(({ title, summary }) => [title, summary].filter(Boolean).join('：')),
    contact: contact && contactLines('carriers', contact),
  };
}

function contactLines(kind: RecordKind, contact: Contact): string[] {
  return Object.entries(contact).flatMap(([part, text]) =>
    text === undefined ? [] : [`${chineseHeading(kind, ['contact', part])} ${text}`],
  );
}
