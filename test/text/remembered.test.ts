import { describe, expect, it } from 'vitest';
import { Remembered } from '../../src/text/remembered.ts';

describe('what is remembered', () => {
  it('is what was asked for lately; what nobody asks for again is forgotten', () => {
    const remembered = new Remembered<string[]>(2);
    const found: string[] = [];
    const find = (text: string) => {
      found.push(text);
      return [text];
    };
    for (const text of ['a', 'b', 'c', 'c', 'a', 'd', 'a', 'b'])
      expect(remembered.of(text, find)).toEqual([text]);
    expect(found).toEqual(['a', 'b', 'c', 'd', 'b']);
  });
});
