/** City and district of a carrier, often in two columns: 城市 重庆市, 区县 江北区. The city alone says little. */
import type { Cell } from './cell.ts';
import type { Reading } from './reading.ts';

/** One place, the wider part first; where one column already says both, that one. Further columns are left over. */
export function readPlace(reading: Reading, cities: readonly Cell[], districts: readonly Cell[]): void {
  const [city, ...otherCities] = byPreference(cities);
  const [district, ...otherDistricts] = byPreference(districts);
  if (!city || !district) {
    reading.combine('city', [...cities, ...districts]);
    return;
  }
  const [wide, narrow] = [String(city.value).trim(), String(district.value).trim()];
  if (wide.includes(narrow)) reading.set('city', wide, city);
  else if (narrow.includes(wide)) reading.set('city', narrow, district);
  else reading.set('city', `${asCity(wide)}${narrow}`, city);
  for (const other of [...otherCities, ...otherDistricts]) reading.leave(other);
}

function byPreference(cells: readonly Cell[]): Cell[] {
  return [...cells].sort((a, b) => a.preference - b.preference);
}

/** 宁波 beside 江北区 is 宁波市江北区: another district than the one of that name in 重庆. */
function asCity(words: string): string {
  if (!/\p{Script=Han}$/u.test(words)) return `${words} `;
  return /[省市州盟区县]$/u.test(words) ? words : `${words}市`;
}
