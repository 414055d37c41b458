import { expect, test } from 'vitest';
import { displayWidth, truncate, wrap } from '../../src/cli/output/width.ts';

test('a Chinese character takes two columns, a letter one', () => {
  expect(displayWidth('中试 pilot')).toBe(10);
  expect(displayWidth('，。（）')).toBe(8);
});

test('no line is wider than asked, and nothing is lost', () => {
  const text =
    '面向固态电池的硫化物电解质 sulfide electrolyte 连续化制备，已完成小试（5 kg/批），寻求中试放大。';
  for (const width of [12, 13, 20, 37]) {
    const lines = wrap(text, width).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});

test('a closing mark does not begin a line', () => {
  const lines = wrap('一二三四五，六七八九十。', 10).split('\n');
  expect(lines.some((line) => /^[，。]/u.test(line))).toBe(false);
});

test('a word longer than the line is cut, a long text is cut with a mark', () => {
  expect(wrap('abcdefghijkl', 5).split('\n')).toEqual(['abcde', 'fghij', 'kl']);
  expect(truncate('超临界二氧化碳萃取', 9)).toBe('超临界二…');
});
