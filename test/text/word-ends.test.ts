import { expect, test } from 'vitest';
import { foldText } from '../../src/text/fold.ts';
import { createReader } from '../../src/text/reader.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';
import { noteWordEnds, wordEndsAt } from '../../src/text/word-ends.ts';

const segmenter = createSegmenter(['中试放大', '工业机器人']);
const reader = createReader(segmenter, {
  ask: { zh: [], en: [] },
  done: { zh: [], en: [] },
  offer: { zh: [], en: [] },
  deny: { zh: [], en: [] },
  limit: { zh: [], en: [] },
});
const TEXTS = [
  { path: 'title', text: '大吨位压铸机开展全尺寸试模，Ｘ射线检测' },
  { path: 'abstract', text: '面积1500㎡，𠮷野家 5G工业机器人AGV〇二年㈱中试放大' },
  { path: 'needs', text: '太阳 能电池中试放大；寻求 pilot line 合作' },
];
const note = noteWordEnds(TEXTS.map(({ text }) => reader.read(text)));

/** Every stretch of a text that the note has the words of. */
function* noted({ path, text }: (typeof TEXTS)[number]) {
  const words = wordEndsAt(note, TEXTS, path)!;
  for (let start = 0; start < text.length; start++)
    for (let end = start + 1; end <= text.length; end++) {
      const plain = foldText(text.slice(start, end)).text;
      if (plain.length !== end - start) continue;
      const tokens = words.tokens(start, plain);
      if (tokens) yield { stretch: text.slice(start, end), plain, tokens };
    }
}

test.each(TEXTS)('a stretch of a text is cut by the note as by itself: $path', (text) => {
  const stretches = [...noted(text)];
  expect(stretches.length).toBeGreaterThan(8);
  for (const { plain, tokens } of stretches) expect(tokens).toEqual(segmenter.segment({ text: plain }));
});

test('of a run of characters cut off or written with blanks the note says nothing', () => {
  const of = (path: string, start: number, plain: string) =>
    wordEndsAt(note, TEXTS, path)!.tokens(start, plain);
  expect(of('title', 0, '大吨位压铸机开展全尺寸试模')).not.toBeNull();
  expect(of('title', 0, '大吨位压铸机')).toBeNull();
  expect(of('title', 3, '压铸机开展全尺寸试模')).toBeNull();
  expect(of('needs', 3, '能电池中试放大')).toBeNull();
});

test('texts without a Chinese word are not noted', () => {
  expect(noteWordEnds([reader.read('a pilot line for 5G')])).toBe('');
  expect(wordEndsAt('', TEXTS, 'title')).toBeNull();
});
