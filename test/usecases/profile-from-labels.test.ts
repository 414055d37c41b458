import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { LabelledText } from '../../src/domain/labelled-text.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { loadProfile, readLabelledTexts, writeProfile } from '../../src/exchange/index.ts';
import { evaluateSectors } from '../../src/usecases/evaluate-sectors.ts';
import { learnSectorConfidence } from '../../src/usecases/learn-sector-confidence.ts';
import { profileFromLabels } from '../../src/usecases/profile-from-labels.ts';

const DISTRICT = { id: 'river', name: '某区载体', district: '某区' };
const BASE = await loadProfile();

const TEXTS: Record<string, readonly string[]> = {
  茶学: [
    '绿茶杀青温度与茶多酚含量',
    '红茶萎凋与发酵中的茶黄素',
    '茶树品种的抗寒性',
    '普洱茶渥堆的菌群',
    '茶园土壤与茶叶香气',
    '乌龙茶摇青与香气',
  ],
  考古学: [
    '墓葬出土青铜器的铸造',
    '陶器类型与遗址分期',
    '石器遗址的地层',
    '甲骨卜辞的断代',
    '墓葬壁画与葬俗',
    '遗址出土漆器',
  ],
  生物医药: [
    '抗肿瘤小分子药物',
    '单克隆抗体的表达',
    '疫苗佐剂的免疫原性',
    '原料药结晶',
    '药物递送的脂质体',
    '细胞治疗的质量控制',
  ],
};

function labelled(texts: Record<string, readonly string[]>): LabelledText[] {
  return Object.entries(texts).flatMap(([label, list]) =>
    list.map((abstract, i) => ({ line: i + 1, title: '', keywords: [], abstract, labels: [label] })),
  );
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'profile-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('a profile from labels loads, reads its sectors and keeps those that the base knows', async () => {
  const path = join(await folder(), 'new');
  const made = profileFromLabels(BASE, labelled(TEXTS), DISTRICT);
  await writeProfile(path, made);
  const profile = await loadProfile(path);
  expect(profile).toEqual(made);
  expect(profile.sectors.map(({ code, zh }) => `${code} ${zh}`)).toEqual([
    expect.stringMatching(/^BIO /u),
    'S1 考古学',
    'S2 茶学',
  ]);
  expect(profile.terms['BIO']).toEqual(BASE.terms['BIO']);
  const engine = createEngine(profile);
  const read = (title: string) => engine.analyseResult({ title }).sectors.weights[0]?.code;
  expect(read('白茶的香气与茶多酚')).toBe('S2');
  expect(read('新出土墓葬的陶器')).toBe('S1');
  expect(read('抗肿瘤抗体药物')).toBe('BIO');
  const again = profileFromLabels(BASE, labelled(TEXTS), DISTRICT);
  expect(createEngine(again).version).toBe(engine.version);
});

test('a profile that reads its own examples badly says less, one that reads them well more, and both are kept', async () => {
  const said = async (texts: Record<string, readonly string[]>) => {
    const path = join(await folder(), 'new');
    const made = learnSectorConfidence(profileFromLabels(BASE, labelled(texts), DISTRICT));
    await writeProfile(path, made);
    const profile = await loadProfile(path);
    expect(profile).toEqual(made);
    return createEngine(profile).analyseResult({ title: '白茶的香气与茶多酚' }).sectors.confidence;
  };
  const [tea = [], tombs = []] = [TEXTS['茶学'], TEXTS['考古学']];
  const mixed = (odd: number) => [...tea, ...tombs].filter((_, i) => i % 2 === odd);
  const right = createEngine(profileFromLabels(BASE, labelled({ 茶学: tea, 考古学: tombs }), DISTRICT));
  const plain = right.analyseResult({ title: '白茶的香气与茶多酚' }).sectors.confidence;
  expect(await said({ 茶学: tea, 考古学: tombs })).toBeGreaterThan(plain);
  expect(await said({ 甲: mixed(0), 乙: mixed(1) })).toBeLessThan(plain);
});

test('a label with too few texts is named, with their number', () => {
  const texts = labelled({ ...TEXTS, 农学: ['水稻', '小麦'] });
  expect(() => profileFromLabels(BASE, texts, DISTRICT)).toThrow(
    expect.objectContaining({
      code: 'labels.too_few',
      findings: [expect.objectContaining({ field: '农学', found: '2 条 texts' })],
    }),
  );
  const one = labelled({ 茶学: TEXTS['茶学']! });
  expect(() => profileFromLabels(BASE, one, DISTRICT)).toThrow(/至少需要 2 个领域/u);
});

test('nothing is written over', async () => {
  const path = await folder();
  await writeFile(join(path, 'mine.txt'), '');
  await expect(writeProfile(path, BASE)).rejects.toThrow(/目录不为空/u);
});

test('labelled texts come from JSON lines and CSV; what cannot be used is said', () => {
  const read = (filename: string, text: string, field?: string) =>
    readLabelledTexts({ filename, bytes: new TextEncoder().encode(text) }, field);
  const jsonl = read(
    'a.jsonl',
    `{"title":"茶","keywords":["绿茶","红茶"],"label":"茶学；农学"}\n{"text":"无标签"}\n{"label":"茶学"}\n{`,
  );
  expect(jsonl.texts).toEqual([
    { line: 1, title: '茶', keywords: ['绿茶', '红茶'], abstract: '', labels: ['茶学', '农学'] },
  ]);
  expect(jsonl.findings.map(({ row }) => row)).toEqual([2, 3, 4]);
  expect(read('a.csv', '摘要,领域\n"茶，\n与水",茶学\n').texts[0]).toMatchObject({
    abstract: '茶，\n与水',
    labels: ['茶学'],
  });
  expect(read('a.jsonl', '{"text":"茶","kind":"茶学"}', 'kind').texts[0]?.labels).toEqual(['茶学']);
  expect(() => read('a.jsonl', '{"text":"茶"}')).toThrow(/没有带标签的文本/u);
});

test('accuracy, calibration and confusions are counted over the labels that the profile knows', () => {
  const profile = profileFromLabels(BASE, labelled(TEXTS), DISTRICT);
  const texts = labelled({ 茶学: ['a', 'b', 'c'], S1: ['d'], 天文学: ['e'] });
  const said: Record<string, readonly [string[], number]> = {
    a: [['S2', 'S1'], 0.85],
    b: [['S1', 'BIO', 'S2'], 0.85],
    c: [[], 0],
    d: [['S1'], 1],
  };
  const evaluation = evaluateSectors(profile, texts, ({ abstract }) => {
    const [codes, confidence] = said[abstract]!;
    return { weights: codes.map((code) => ({ code, weight: 1 / codes.length })), confidence };
  });
  expect(evaluation).toMatchObject({
    texts: 4,
    unknown: [{ label: '天文学', texts: 1 }],
    accuracy1: { mean: 0.5 },
    accuracy3: { mean: 0.75 },
    calibration: [
      { from: 0, texts: 1, right: 0 },
      { from: 0.8, texts: 2, confidence: 0.85, right: 0.5 },
      { from: 0.9, texts: 1, right: 1 },
    ],
    confused: [
      { label: 'S2', read: undefined, texts: 1 },
      { label: 'S2', read: 'S1', texts: 1 },
    ],
  });
  expect(() =>
    evaluateSectors(profile, labelled({ 天文学: ['e'] }), () => ({ weights: [], confidence: 0 })),
  ).toThrow(/none of the labels/u);
});
