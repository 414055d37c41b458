/** Names of the profile's codes in both languages. */
import type { Bilingual } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';

interface Entry extends Bilingual {
  readonly code: string;
}

export function sectorName(profile: Profile, code: string): Bilingual {
  return nameOf(find(profile.sectors, code) ?? find(profile.outside, code), code);
}

/** Of a capability, or of a condition that stands among the asks. */
export function capabilityName(profile: Profile, code: string): Bilingual {
  return nameOf(
    find(profile.capabilities, code) ?? find(profile.conditions, code.replace(/^condition\./u, '')),
    code,
  );
}

/** `中试熟化、检验检测` / `pilot production, inspection`. */
export function joined(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') };
}

function find(table: readonly Entry[], code: string): Entry | undefined {
  return table.find((entry) => entry.code === code);
}

const spoken = new WeakMap<Entry, Bilingual>();

/** As it stands in a sentence: `Smart manufacturing` → `smart manufacturing`; `IP conversion` and `5G` stay. */
function nameOf(entry: Entry | undefined, code: string): Bilingual {
  if (!entry) return { zh: code, en: code };
  let name = spoken.get(entry);
  if (!name) {
    const { zh, en } = entry;
    name = { zh, en: /^[A-Z][a-z]/u.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en };
    spoken.set(entry, name);
  }
  return name;
}
