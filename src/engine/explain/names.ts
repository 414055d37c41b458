/** Names of the profile's codes in both languages. */
import type { Bilingual } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';

export function sectorName(profile: Profile, code: string): Bilingual {
  return inSentence(find(profile.sectors, code) ?? find(profile.outside, code) ?? { zh: code, en: code });
}

/** Of a capability, or of a condition that stands among the asks. */
export function capabilityName(profile: Profile, code: string): Bilingual {
  return (
    find(profile.capabilities, code) ??
    find(profile.conditions, code.replace(/^condition\./u, '')) ?? { zh: code, en: code }
  );
}

/** `Smart manufacturing` → `smart manufacturing`; names like `5G` and `IoT` stay. */
function inSentence({ zh, en }: Bilingual): Bilingual {
  return { zh, en: /^[A-Z][a-z]/u.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en };
}

function find(
  table: readonly { code: string; zh: string; en: string }[],
  code: string,
): Bilingual | undefined {
  const entry = table.find((candidate) => candidate.code === code);
  return entry && { zh: entry.zh, en: entry.en };
}

/** `中试熟化、检验检测` / `pilot production, inspection`. */
export function joined(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') };
}
