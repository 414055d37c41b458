import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DistrictApi, openApi, problemOf } from './district-api.ts';

let api: DistrictApi;
beforeAll(async () => {
  api = await openApi();
  for (let i = 0; i < 11; i += 1) {
    await api.post('/api/v1/results', { id: `成果-${i}`, title: `${i % 2 ? '抗体' : '雷达'}之${i}` });
    await api.post('/api/v1/carriers', { id: `C-${i}`, name: `第${i}孵化器` });
  }
});
afterAll(() => api.close());

/** Every item of a list, page after page; a page that leads back to one before would go on for ever. */
async function pages(path: string): Promise<{ items: Record<string, unknown>[]; sizes: number[] }> {
  const items: Record<string, unknown>[] = [];
  const sizes: number[] = [];
  const seen = new Set<string>();
  for (let cursor = ''; ; ) {
    expect(seen, 'a page that was seen before').not.toContain(cursor);
    seen.add(cursor);
    const { body } = await api.get(`${path}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    items.push(...body.items);
    sizes.push(body.items.length);
    if (body.next === null) return { items, sizes };
    cursor = body.next;
    expect(cursor).toMatch(/^[\w-]+$/u);
  }
}

test.each(['results', 'carriers', 'jobs'])('page by page, each of the %s is seen once', async (list) => {
  const key = list === 'jobs' ? 'key' : 'id';
  const whole = (await api.get(`/api/v1/${list}?limit=200`)).body.items;
  expect(whole.length).toBeGreaterThanOrEqual(11);
  const { items, sizes } = await pages(`/api/v1/${list}?limit=4`);
  expect(items).toEqual(whole);
  expect(new Set(items.map((item) => item[key])).size).toBe(whole.length);
  expect(sizes.slice(0, -1).every((size) => size === 4)).toBe(true);
});

test('a record that comes in between pages neither repeats nor hides another', async () => {
  const first = (await api.get('/api/v1/carriers?limit=5')).body;
  await api.post('/api/v1/carriers', { id: 'C-00', name: '后来的孵化器' });
  const rest = (await api.get(`/api/v1/carriers?limit=200&cursor=${first.next}`)).body;
  const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (let i = 0; i < 11; i += 1) expect(ids).toContain(`C-${i}`);
});

test('a search is paged like the whole list', async () => {
  const { items } = await pages(`/api/v1/results?limit=2&search=${encodeURIComponent('抗体')}`);
  expect(items.map(({ title }) => title)).toEqual(['抗体之1', '抗体之3', '抗体之5', '抗体之7', '抗体之9']);
});

test('a cursor of another list, a made-up one and an impossible limit are refused', async () => {
  const { next } = (await api.get('/api/v1/results?limit=1')).body;
  const queries = [
    `cursor=${next}`,
    'cursor=nonsense',
    'cursor=',
    'limit=0',
    'limit=201',
    'limit=x',
    'limit=1&limit=2',
  ];
  for (const query of queries) {
    const response = await api.get(`/api/v1/carriers?${query}`);
    expect([query, response.status, problemOf(response).code]).toEqual([query, 400, 'request.invalid']);
    expect(response.body.findings).toHaveLength(1);
  }
});

test('a parameter that is not known is refused, so that a misspelt one is not ignored', async () => {
  const response = await api.get('/api/v1/results/x/recommendations?purpse=pilot');
  expect(problemOf(response).findings).toMatchObject([
    { field: 'purpse', expected: expect.stringContaining('purpose, top') },
  ]);
});
