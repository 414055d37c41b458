/** Names of the profile's codes in both languages, each made once. */
import type { Bilingual } from '../../domain/match.ts';
import type { Profile } from '../../domain/profile.ts';
import { conditionOffer } from '../score/facts.ts';

type Names = ReadonlyMap<string, Bilingual>;

export interface NamedSector {
  readonly code: string;
  readonly name: Bilingual;
}

export function sectorName(profile: Profile, code: string): Bilingual {
  return namedSector(profile, code).name;
}

export function namedSector(profile: Profile, code: string): NamedSector {
  return namesOf(profile).sectors.get(code) ?? { code, name: { zh: code, en: code } };
}

/** Of a capability, or of a condition that stands among the asks. */
export function capabilityName(profile: Profile, code: string): Bilingual {
  return namesOf(profile).capabilities.get(code) ?? { zh: code, en: code };
}

/** `中试熟化、检验检测` / `pilot production, inspection`, unless told to set other marks between them. */
export function joined(names: readonly Bilingual[], mark = '、', comma = ', '): Bilingual {
  let [zh, en] = ['', ''];
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    zh = i === 0 ? name.zh : `${zh}${mark}${name.zh}`;
    en = i === 0 ? name.en : `${en}${comma}${name.en}`;
  }
  return { zh, en };
}

interface ProfileNames {
  readonly sectors: ReadonlyMap<string, NamedSector>;
  readonly capabilities: Names;
}

const known = new WeakMap<Profile, ProfileNames>();

function namesOf(profile: Profile): ProfileNames {
  let names = known.get(profile);
  if (!names) {
    const conditions = profile.conditions.map(({ code, zh, en }) => ({ code: conditionOffer(code), zh, en }));
    names = {
      sectors: new Map(
        [...table([...profile.outside, ...profile.sectors])].map(([code, name]) => [code, { code, name }]),
      ),
      capabilities: table([...profile.capabilities, ...conditions]),
    };
    known.set(profile, names);
  }
  return names;
}

/** As they stand in a sentence: `Smart manufacturing` → `smart manufacturing`; `IP conversion` and `5G` stay. */
function table(entries: readonly (Bilingual & { readonly code: string })[]): Names {
  return new Map(
    entries.map(({ code, zh, en }) => [
      code,
      { zh, en: /^[A-Z][a-z]/u.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en },
    ]),
  );
}
