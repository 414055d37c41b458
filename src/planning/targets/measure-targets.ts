/** Gauges of the plan's targets over the carriers that count: in the district, not delisted. */
import type { Carrier } from '../../domain/carrier.ts';
import type { Gauge, Goal } from '../../domain/gauge.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { Target } from '../../domain/placement-rules.ts';
import type { Profile } from '../../domain/profile.ts';
import { RULES } from './rules.ts';

/** In the order of the profile; targets that no rule measures are left out. */
export function measureTargets(profile: Profile, carriers: readonly Carrier[]): Gauge[] {
  const own = carriers.filter((carrier) => counts(profile, carrier));
  const left = leftOut(carriers.length - own.length);
  return profile.targets.flatMap((target): Gauge[] => {
    const rule = RULES[target.code];
    if (!rule) return [];
    const counted = own.filter(rule.counts);
    const stated = counted.filter((carrier) => rule.amount(carrier) !== undefined);
    const value =
      stated.length === 0 ? null : rounded(stated.reduce((sum, carrier) => sum + rule.amount(carrier)!, 0));
    const bound = stated.length < counted.length ? 'least' : rule.bound;
    return [
      {
        code: target.code,
        name: { zh: target.zh, en: target.en },
        unit: target.unit,
        value,
        stated: stated.length,
        counted: counted.length,
        bound,
        goals: goalsOf(target, value),
        asOf: datesOf(stated),
        sources: [...new Set(stated.flatMap(({ dataSource }) => dataSource ?? []))].sort(),
        remarks: [
          ...(rule.remark ? [rule.remark] : []),
          ...left,
          ...notStated(counted.length - stated.length),
        ],
      },
    ];
  });
}

/** Named elsewhere it does not count; where no place is stated it is taken for the district's own. */
function counts({ district }: Profile, { status, city }: Carrier): boolean {
  if (status === 'delisted') return false;
  if (city === undefined) return true;
  const own = /[^市]+[区县]$/u.exec(district.zh)?.[0] ?? district.zh;
  // a city alone (重庆) does not say which district
  return city.includes(own) || !/[区县]/u.test(city);
}

function goalsOf({ at2023, at2025 }: Target, value: number | null): Goal[] {
  const goals: Goal[] = [];
  for (const [year, goal] of [
    [2023, at2023],
    [2025, at2025],
  ] as const) {
    if (goal === null) continue;
    const [least, most] = typeof goal === 'number' ? [goal, null] : goal;
    const missing = value === null ? null : rounded(Math.max(0, least - value));
    goals.push({
      year,
      least,
      most,
      reached: missing === null ? 'unknown' : missing === 0 ? 'reached' : 'short',
      missing,
    });
  }
  return goals;
}

function datesOf(carriers: readonly Carrier[]): Gauge['asOf'] {
  const dates = carriers.flatMap(({ dataAsOf }) => dataAsOf ?? []).sort();
  const [earliest] = dates;
  const latest = dates.at(-1);
  return earliest === undefined || latest === undefined ? null : { earliest, latest };
}

function leftOut(count: number): Bilingual[] {
  if (count === 0) return [];
  return [
    { zh: `区外或已摘牌的${count}家未计`, en: `${count} carriers elsewhere or delisted are not counted` },
  ];
}

function notStated(count: number): Bilingual[] {
  if (count === 0) return [];
  return [
    {
      zh: `${count}家未填报，实际值不低于此`,
      en: `${count} carriers do not state it: the true value is no lower`,
    },
  ];
}

/** Sums of square metres in 万㎡ keep four decimals. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
