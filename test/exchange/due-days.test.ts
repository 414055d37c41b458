import { expect, it } from 'vitest';
import { dueOn } from '../../src/exchange/report/content/days.ts';

it('a step is due on no Saturday or Sunday, and never before its days are over', () => {
  // 2024-05-06 is a Monday in Beijing; late on Friday in Greenwich is Saturday there
  expect(dueOn('2024-05-06T06:30:00.000Z', 4)).toBe('2024-05-10');
  expect(dueOn('2024-05-06T06:30:00.000Z', 5)).toBe('2024-05-13');
  expect(dueOn('2024-05-06T06:30:00.000Z', 6)).toBe('2024-05-13');
  expect(dueOn('2024-05-06T06:30:00.000Z', 7)).toBe('2024-05-13');
  expect(dueOn('2024-05-10T15:59:00.000Z', 0)).toBe('2024-05-10');
  expect(dueOn('2024-05-10T16:00:00.000Z', 0)).toBe('2024-05-13');
  expect(dueOn('2024-12-27T06:30:00.000Z', 1)).toBe('2024-12-30');
  expect(dueOn('no time', 1)).toBeNull();
});
