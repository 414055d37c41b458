import { describe, expect, it } from 'vitest';
import { saysNothing } from '../../src/text/stop-words.ts';

describe('words that say nothing of the subject', () => {
  it('how many there are, not what', () => {
    expect(['两座', '一间', '数百台', '十二套'].filter((word) => !saysNothing(word))).toEqual([]);
  });
  it('a number inside a term is part of it', () => {
    expect(['三元', '二次', '多层', '三类', '万向', '一体', '五金'].filter(saysNothing)).toEqual([]);
  });
});
