import { expect, it } from 'vitest';
import { PURPOSES } from '../../src/domain/purpose.ts';
import { finish } from '../../src/engine/model/steps.ts';
import { groundOf } from '../../src/planning/parks/affinities.ts';
import { checkSites } from '../../src/planning/parks/check-sites.ts';
import { composeParks } from '../../src/planning/parks/compose-parks.ts';
import { PackedAffinities } from '../../src/planning/parks/packed-affinities.ts';
import { ParkMaterial } from '../../src/planning/parks/park-material.ts';
import { readDemonstration } from '../engine/demonstration.ts';
import { PROFILE } from '../engine/given.ts';

const { results, carriers, pool } = await readDemonstration();
const pairs = new PackedAffinities();
for (const purpose of PURPOSES)
  for (const { record } of results)
    pairs.add(
      purpose,
      record.id,
      pool.carriersFor(record.id, purpose, 20).matches.flatMap((match) => groundOf(match) ?? []),
    );
const { proposals, considered, duplicates } = compose(results, carriers);

function compose(given: typeof results, district: typeof carriers) {
  const material = new ParkMaterial(PROFILE);
  for (const result of given) material.addResult(result);
  for (const carrier of district) material.addCarrier(carrier);
  return finish(composeParks(material, pairs));
}

it('proposes the light alloys of 重庆大学, with the casting line of the district', () => {
  const park = proposals.find(({ theme }) => theme.name.zh.startsWith('重庆大学·先进有色金属'))!;
  expect(park.members.length).toBeGreaterThanOrEqual(5);
  expect(park.pilot?.name).toBe('江北轻合金压铸中试平台');
});

it('keeps to the rules: no result twice, research at the university, gains that sum, quotes that stand in the text', () => {
  const texts = new Map(results.map(({ record }) => [record.id, record]));
  const ids = proposals.flatMap(({ members }) => members.map(({ resultId }) => resultId));
  expect(new Set(ids).size).toBe(ids.length);
  for (const proposal of proposals) {
    expect(checkSites(proposal)).toEqual([]);
    expect(proposal.members.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(proposal.value.total, 9);
    for (const { resultId, field, start, end, quote } of proposal.theme.evidence) {
      const text = texts.get(resultId)![field as 'title' | 'abstract'];
      if (typeof text === 'string') expect(text.slice(start, end)).toBe(quote);
    }
  }
});

it('names no platform that is recommended to none of the members, and seats nobody where the pair is none', () => {
  for (const { members, hosts, pilot } of proposals) {
    const recommended = members.filter(
      ({ resultId }) => pilot && pairs.of('pilot', resultId, pilot.carrierId)?.verdict === 'recommended',
    );
    expect(recommended.length > 0).toBe(pilot !== null);
    for (const { hostAffinity } of members) expect(hostAffinity === null).toBe(hosts.length === 0);
  }
});

it('counts no pair whose carrier does not have a process that the result needs, however alike the texts are', () => {
  const refused = results.flatMap(({ record }) =>
    pool
      .carriersFor(record.id, 'pilot', 20)
      .matches.filter(
        ({ affinity, limits }) =>
          affinity >= 0.5 &&
          limits.some(
            ({ code, outcome }) => outcome === 'failed' && code === 'condition.diagnostic_reagents',
          ),
      ),
  );
  expect(refused.length).toBeGreaterThan(0);
  for (const { resultId, carrierId } of refused) expect(pairs.of('pilot', resultId, carrierId)).toBeNull();
});

it('says of other themes why they are none, and which results came twice', () => {
  expect(considered.length).toBeGreaterThan(0);
  for (const { why } of considered) expect(why.zh).toMatch(/^\d+ 项|^同一方向成果 \d+ 项|^现有载体|^符合/u);
  expect(duplicates.length).toBeGreaterThan(0);
});

it('is the same whatever the order of the files', () => {
  const turned = compose([...results].reverse(), [...carriers].reverse());
  expect(turned).toEqual({ proposals, considered, duplicates });
});
