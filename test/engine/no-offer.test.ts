import { expect, it } from 'vitest';
import { readCarrier, readResult } from './given.ts';

/** The capabilities that a carrier with this description offers. */
function offeredBy(description: string): string[] {
  const { capabilities } = readCarrier({ name: '某平台', description }).analysis;
  return capabilities.filter(({ modality }) => modality === 'offered').map(({ code }) => code);
}

/** What a result with these needs asks for. */
function askedBy(needs: string): string[] {
  const { capabilities } = readResult({ title: '某项成果', needs }).analysis;
  return capabilities.filter(({ modality }) => modality === 'asked').map(({ code }) => code);
}

it('what is prepared before an inspection is no inspection', () => {
  expect(offeredBy('提供注册检验前准备服务。')).not.toContain('C05');
  expect(offeredBy('提供注册检验服务。')).toContain('C05');
});

it('a safety assessment that the carrier has passed is no consulting', () => {
  expect(offeredBy('园区环评、安评手续齐全。')).not.toContain('C16');
  expect(offeredBy('有气站和安评手续。')).not.toContain('C16');
  expect(offeredBy('提供环评、安评手续代办。')).toContain('C16');
  expect(offeredBy('环评报告通过率高，为企业编制环评报告。')).toContain('C16');
});

it('who wants no money asks for none', () => {
  expect(askedBy('不要钱，也不要给我们推荐卖雨量计的。')).not.toContain('C10');
  expect(askedBy('需要融资。')).toContain('C10');
});
