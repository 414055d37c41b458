import { expect, it } from 'vitest';
import { generalEnglish } from '../../src/text/bilingual.ts';
import { stem } from '../../src/text/stem.ts';

it('an English noun means the thing rather than the deed of its name', () => {
  const chinese = (word: string) => generalEnglish().chinese([stem(word)]);
  expect(chinese('shell')).not.toContain('炮击');
  expect(chinese('shield')).toContain('屏蔽');
  expect(chinese('spring')).toContain('弹簧');
  expect(chinese('weld')).toContain('焊接');
});
