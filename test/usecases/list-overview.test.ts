import { expect, test, vi } from 'vitest';
import type { Analysis } from '../../src/domain/analysis.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { analyseWhatChanged } from '../../src/usecases/analyse-jobs.ts';
import { openDistrict, PROFILE, someResults } from './district.ts';
import { createTinyEngine } from './tiny-engine.ts';

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

const READ: Readonly<Record<string, Partial<Analysis['sectors']>>> = {
  several: { weights: [weight('MAT', 0.6), weight('BIO', 0.3), weight('ENV', 0.1)] },
  unsure: { weights: [weight('BIO', 1)], confidence: 0.4 },
  other: { weights: [weight('MAT', 1)] },
};

function weight(code: string, share: number) {
  return { code, weight: share };
}

/** Reads the sectors of results by their titles. */
function readingEngine(): Engine {
  const tiny = createTinyEngine();
  return {
    ...tiny,
    analyseResult(result) {
      const analysis = tiny.analyseResult(result);
      return { ...analysis, sectors: { ...analysis.sectors, ...READ[result.title] } };
    },
  };
}

test('a record is of every sector that much of it speaks of, and of none where the reading is unsure', async () => {
  const { usecases, settle } = await openDistrict({ engine: readingEngine() });
  const stage = '小试';
  for (const title of Object.keys(READ)) await usecases.submitResult({ id: title, title, stage });
  await settle();
  const { items } = await usecases.overviewResults({ limit: 9 });
  expect(items).toEqual([
    { id: 'other', title: 'other', university: null, stage, trl: undefined, sectors: ['MAT'] },
    expect.objectContaining({ id: 'several', sectors: ['MAT', 'BIO'] }),
    expect.objectContaining({ id: 'unsure', sectors: [] }),
  ]);
  const [alias] = PROFILE.sectors.find(({ code }) => code === 'BIO')!.aliases;
  for (const sector of ['bio', '生物医药', alias!])
    expect(await usecases.overviewResults({ limit: 9, sector })).toMatchObject({
      items: [{ id: 'several' }],
      unread: 0,
    });
});

test('a sector is looked for among all records, however many stand before', async () => {
  const { usecases, store, settle } = await openDistrict({ engine: readingEngine() });
  const ids = Array.from({ length: 450 }, (_, i) => `R${String(i).padStart(3, '0')}`);
  const titles = new Map([
    ['R210', 'several'],
    ['R449', 'several'],
  ]);
  await store.results.save(
    ids.map((id) => ({ id, title: titles.get(id) ?? 'other' })),
    analyseWhatChanged('results', null),
  );
  await settle();
  // who begins at the first record again would never come to an end
  const { list } = store.results;
  const pages = vi.spyOn(store.results, 'list').mockImplementation((query) => {
    if (pages.mock.calls.length > 3) throw new Error('more pages are asked for than there are');
    return list(query);
  });
  const { items, more } = await usecases.overviewResults({ limit: 5, sector: 'BIO' });
  expect([items.map(({ id }) => id), more]).toEqual([['R210', 'R449'], false]);
});
