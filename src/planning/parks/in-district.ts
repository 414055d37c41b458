/** Whether a carrier stands in the district. What does not say where it is is unknown, never inside. */
import type { Carrier } from '../../domain/carrier.ts';
import type { ParkSite } from '../../domain/park.ts';
import type { Profile } from '../../domain/profile.ts';

export type Location = Exclude<ParkSite['location'], 'university'>;

export function locationIn(profile: Profile): (carrier: Carrier) => Location {
  const { zh, en } = profile.district;
  const names = [zh, shortName(zh), en.split(',')[0]!];
  // 宁波市江北区 is another one
  const namesake = `市${shortName(zh)}`;
  return (carrier) => {
    const said = [carrier.city, carrier.address, carrier.zone].filter((text) => text !== undefined);
    const inside = (text: string) =>
      names.some((name) => text.toLowerCase().includes(name.toLowerCase())) &&
      !text.replace(cityOf(profile), '').includes(namesake);
    if (said.some(inside)) return 'district';
    return said.some((text) => /[区县市镇]|district|county/iu.test(text.replace(cityOf(profile), '')))
      ? 'outside'
      : 'unknown';
  };
}

/** 重庆市江北区 → 江北区. */
export function shortName(district: string): string {
  return /(?<=市)[^市]+$/u.exec(district)?.[0] ?? district;
}

/** 重庆市江北区 → 重庆市: alone it names no district. */
function cityOf(profile: Profile): string {
  return /^.*市/u.exec(profile.district.zh)?.[0] ?? '';
}
