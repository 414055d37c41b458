/**
 * What a Chinese title is about: in 车身用铝合金板, 面向银行的风控模型, 基于PLC的家庭网关 the thing stands at the
 * end, what it is for or made by before it. English titles follow no such order and are left whole.
 */
import type { Token } from './segmenter.ts';

/** Words behind which the thing begins. */
const LEADS = new Set(['用', '的', '中', '之']);
/** Words before which what follows is no longer the thing. */
const TAILS = new Set(['及其', '及', '在']);

/** Start of the thing's name in a folded title; 0 where the whole title is. */
export function thingStart(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ text }, i) => i > 0 && TAILS.has(text));
  const named = end < 0 ? tokens : tokens.slice(0, end);
  for (let i = named.length - 2; i > 0; i--) {
    const token = named[i]!;
    if (token.kind === 'han' && LEADS.has(token.text)) return named[i + 1]!.start;
  }
  return 0;
}
