/** A university's results on light alloys, and carriers of the district, as people hand them in. */
import type { CarrierInput } from '../../src/domain/carrier.ts';
import type { ParkComposition } from '../../src/domain/park.ts';
import type { ResearchResultInput } from '../../src/domain/research-result.ts';
import { finish } from '../../src/engine/model/steps.ts';
import type { PairAffinity } from '../../src/planning/parks/affinities.ts';
import { composeParks } from '../../src/planning/parks/compose-parks.ts';
import { PackedAffinities } from '../../src/planning/parks/packed-affinities.ts';
import { ParkMaterial } from '../../src/planning/parks/park-material.ts';
import type { ParkSettings } from '../../src/planning/parks/settings.ts';
import { PROFILE, readCarrier, readResult } from '../engine/given.ts';

const university = '重庆大学材料科学与工程学院';

export const ALLOYS: readonly ResearchResultInput[] = [
  {
    id: 'a1',
    title: '镁合金汽车仪表板支架压铸成形',
    abstract: '薄壁镁合金支架一体压铸，替代钢件。',
    needs: '寻求中试合作，需要检验检测。',
    trl: 5,
    university,
    transferModes: ['作价入股'],
  },
  {
    id: 'a2',
    title: '铝合金轮毂低压铸造',
    abstract: '铝合金轮毂充型与凝固过程的控制。',
    needs: '急需中试放大。',
    trl: 6,
    university,
    transferModes: ['许可'],
  },
  {
    id: 'a3',
    title: '钛合金棒材低模量设计',
    abstract: '钛合金棒材的轧制与热处理。',
    needs: '需要第三方检测。',
    trl: 4,
    university,
  },
  { id: 'a4', title: '镁锂合金超轻板材', abstract: '镁锂合金板材的轧制。', trl: 7, university },
  {
    id: 'a5',
    title: '铝合金薄板温成形模具',
    abstract: '铝合金薄板的温成形。',
    trl: 8,
    university: '重庆大学',
  },
];

export const CARRIERS: readonly CarrierInput[] = [
  {
    id: 'host',
    name: '港城新材料孵化器',
    kind: 'incubator',
    description: '面向新材料企业，提供孵化场地和创业辅导。',
    sectors: ['新材料'],
    slots: 8,
    areaFreeM2: 2_000,
    city: '重庆市江北区',
  },
  {
    id: 'line',
    name: '江北轻合金中试线',
    kind: 'pilot_platform',
    description: '建有铝镁合金压铸中试生产线，可承接中试；提供检验检测服务，具备CMA资质。',
    sectors: ['新材料'],
    slots: 6,
    city: '重庆市江北区',
  },
  {
    id: 'away',
    name: '渝北材料加速器',
    kind: 'accelerator',
    description: '面向新材料企业，提供标准厂房。',
    sectors: ['新材料'],
    slots: 30,
    areaFreeM2: 20_000,
    city: '重庆市渝北区',
  },
];

export interface Parks {
  readonly results?: readonly ResearchResultInput[];
  readonly carriers?: readonly CarrierInput[];
  /** Of every result with each of these carriers. */
  readonly transfer?: Readonly<Record<string, number>>;
  readonly pilot?: Readonly<Record<string, number>>;
  /** Of single results with single carriers, where it is another; for pilot production. */
  readonly pilotApart?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of single results with single carriers, where it is another. */
  readonly apart?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly settings?: Partial<ParkSettings> | undefined;
}

export function parksOf({
  results = ALLOYS,
  carriers = CARRIERS,
  transfer = { host: 0.6, away: 0.9 },
  pilot = { line: 0.7 },
  apart = {},
  pilotApart = {},
  settings,
}: Parks): ParkComposition {
  const given = results.map(readResult);
  const pairs = (given: Readonly<Record<string, number>>) =>
    Object.entries(given).map(
      ([carrierId, affinity]): PairAffinity => ({
        carrierId,
        affinity,
        verdict: affinity >= 0.5 ? 'recommended' : affinity >= 0.1 ? 'possible' : 'unfit',
      }),
    );
  const affinities = new PackedAffinities();
  for (const { record } of given) {
    affinities.add('transfer', record.id, pairs({ ...transfer, ...apart[record.id] }));
    affinities.add('pilot', record.id, pairs({ ...pilot, ...pilotApart[record.id] }));
  }
  const material = new ParkMaterial(PROFILE, settings);
  for (const result of given) material.addResult(result);
  for (const carrier of carriers) material.addCarrier(readCarrier(carrier));
  return finish(composeParks(material, affinities));
}
