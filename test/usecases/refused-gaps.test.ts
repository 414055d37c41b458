/** Gaps that refusals leave, in the report of a round by the real engine. */
import { expect, test } from 'vitest';
import { ENGINE } from '../engine/given.ts';
import { openDistrict } from './district.ts';

const FLOW = {
  title: '铁铬液流电池单堆及电解液再平衡',
  abstract: '完成8 kW液流短堆，能量效率81.7%。',
  needs: '需要电池充放电台架和电解液循环的试制场地。',
  trl: 5,
};
const MADE = '锂电、钠电电池试制，充放电台架256通道，电解液比对。';

async function roundOver(carriers: Readonly<Record<string, string>>, isPlacedByDecision = false) {
  const { usecases, settle } = await openDistrict({ engine: ENGINE });
  await usecases.submitResult({ ...FLOW, id: 'flow' });
  for (const [id, said] of Object.entries(carriers))
    await usecases.registerCarrier({
      id,
      name: `软包电芯试制线${id}`,
      description: `${MADE}${said}`,
      trlMin: 4,
      trlMax: 7,
    });
  await settle();
  if (isPlacedByDecision)
    for (const purpose of ['transfer', 'pilot'] as const) {
      const decision = { verdict: 'approved', reason: null, comment: '同意', reviewer: '王某某' } as const;
      await usecases.decidePair({
        ...decision,
        resultId: 'flow',
        carrierId: Object.keys(carriers)[0]!,
        purpose,
      });
    }
  const { id } = await usecases.startRound();
  await settle();
  const report = await usecases.getReport(id);
  const { disagreement } = await usecases.verifyReport(
    JSON.parse(JSON.stringify(report)),
    await usecases.freezeRound(id),
  );
  expect(disagreement).toBeNull();
  return report.gaps;
}

test('a result that every fitting carrier turns away is counted under its subject, with their words', async () => {
  const { refused } = await roundOver({ B: '液流电池不接。', A: '不做液流电池。' });
  expect(refused?.find(({ purpose }) => purpose === 'transfer')).toMatchObject({
    subject: '液流电池',
    results: ['flow'],
    carriers: [
      { carrierId: 'A', quote: '不做液流电池' },
      { carrierId: 'B', quote: '液流电池不接' },
    ],
    why: {
      zh: '有1项成果涉及“液流电池”，其余条件相符的载体（2家）已写明不接收或不具备，转化承接暂无载体可推荐',
    },
  });
});

const linesOver = async (carriers: Readonly<Record<string, string>>) =>
  (await roundOver(carriers)).refused
    ?.filter(({ purpose }) => purpose === 'transfer')
    .map(({ subject, carriers: turning }) => [subject, turning.map(({ carrierId }) => carrierId).join()]);

test('the short name of a subject and the whole are one line, with both words', async () => {
  const said = { A: '液流电池不接。', B: '也不碰液流。', C: '不做液流电池。' };
  expect(await linesOver(said)).toEqual([['液流、液流电池', 'A,B,C']]);
  const { refused } = await roundOver(said);
  expect(refused?.[0]?.why.zh).toContain('有1项成果涉及“液流”、“液流电池”，其余条件相符的载体（3家）');
  expect(refused?.[0]?.why.en).toContain('about or asking for “液流”, “液流电池”: 1; ');
});

test('a wider kind does not swallow a narrower one: who takes no flow battery may take others', async () => {
  expect(await linesOver({ A: '液流电池不接。', B: '不做电池。' })).toEqual([
    ['液流电池', 'A'],
    ['电池', 'B'],
  ]);
});

test('it is none where another carrier takes it', async () => {
  expect(await roundOver({ A: '液流电池不接。', B: '液流电池也做。' })).not.toHaveProperty('refused');
});

test('nor where a person has placed it all the same', async () => {
  expect(await roundOver({ A: '液流电池不接。' }, true)).not.toHaveProperty('refused');
});

test('nor where something else is in the way as well', async () => {
  const { usecases, settle } = await openDistrict({ engine: ENGINE });
  await usecases.submitResult({ ...FLOW, id: 'flow' });
  await usecases.registerCarrier({ id: 'A', name: '试制线', description: `${MADE}液流电池不接。`, slots: 0 });
  await settle();
  const { id } = await usecases.startRound();
  await settle();
  expect((await usecases.getReport(id)).gaps).not.toHaveProperty('refused');
});
