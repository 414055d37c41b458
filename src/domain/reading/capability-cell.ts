/** Capabilities of a carrier in one cell: `C04 中试熟化：吨级反应釜（自有）；检验检测（合作单位提供）`. */
import { isBlank, plain } from './plain.ts';

export interface CapabilityCell {
  code: string;
  detail?: string | undefined;
  provider?: 'own' | 'partner' | undefined;
}

const PARTNER = /合作单位|合作方|合作机构|由合作|第三方提供|外协|partner/iu;

/** Entries are split at ；; and line breaks, and at 、 and ， outside brackets where no detail follows a colon. */
export function readCapabilityCell(cell: string): CapabilityCell[] {
  return cell
    .split(/[;；\n\r]+/u)
    .flatMap((entry) => (/[:：]/u.test(entry) ? [entry] : entry.split(/[、,，](?![^（(]*[)）])/u)))
    .map((entry) => entry.trim())
    .filter((entry) => !isBlank(entry))
    .map(readEntry);
}

function readEntry(entry: string): CapabilityCell {
  const provider = PARTNER.test(entry) ? 'partner' : /自有|自建|\bown\b/iu.test(entry) ? 'own' : undefined;
  const [head = entry, ...rest] = entry.split(/[:：]/u);
  const detail = rest.join('：').trim();
  const code = /^C\d{2}[a-d]?/iu.exec(plain(head))?.[0].toLowerCase().replace('c', 'C');
  const named = head.replace(/^C\d{2}[a-d]?\s*/iu, '').trim();
  const bracket = /^([^（(]+)[（(](.+)[)）]$/u.exec(named);
  const name = (bracket?.[1] ?? named).trim();
  const said = [code ? name : '', bracket?.[2] ?? '', detail].filter((part) => part !== '').join('：');
  return { code: code ?? name, detail: said === '' ? undefined : said, provider };
}
