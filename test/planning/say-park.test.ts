import { expect, it } from 'vitest';
import { sayParks } from '../../src/planning/advise/say-park.ts';
import { parksOf } from './park-given.ts';

it('names the pilot platform of a park only to a result that it suits', () => {
  const said = sayParks(parksOf({ pilotApart: { a4: { line: 0.05 } } }));
  expect(said.get('a1')!.zh).toContain('承载载体：港城新材料孵化器；中试平台：江北轻合金中试线');
  expect(said.get('a4')!.zh).toContain('承载载体：港城新材料孵化器');
  expect(said.get('a4')!.zh).not.toContain('中试平台：');
});
