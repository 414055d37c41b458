import { expect, test } from 'vitest';
import { openDistrict, someResults } from './district.ts';

test('records that nobody has read yet are listed as such, and counted where a sector leaves them out', async () => {
  const { usecases, settle } = await openDistrict();
  for (const result of someResults(3)) await usecases.submitResult(result);
  const before = await usecases.overviewResults({ limit: 2 });
  expect(before).toMatchObject({
    items: [{ id: 'R000', sectors: null }, { id: 'R001' }],
    more: true,
    unread: 0,
  });
  expect(await usecases.overviewResults({ limit: 2, sector: 'BIO' })).toEqual({
    items: [],
    more: false,
    unread: 3,
  });

  await settle();
  const { items } = await usecases.overviewResults({ limit: 9 });
  expect(items.map(({ sectors }) => Array.isArray(sectors))).toEqual([true, true, true]);
  expect((await usecases.overviewResults({ limit: 9, sector: 'BIO' })).unread).toBe(0);
});
