import { describe, expect, it } from 'vitest';
import { said } from './reading.ts';

describe('how a text speaks of a thing', () => {
  it.each([
    ['小试已完成，待中试', '小试', 'done'],
    ['小试已完成，待中试', '中试', 'asked'],
    ['完成小试，需中试', '小试', 'done'],
    ['完成小试，需中试', '中试', 'asked'],
    ['需完成小试', '小试', 'asked'],
    ['尚未完成中试', '中试', 'asked'],
    ['已完成吨级中试，现寻求专利许可', '中试', 'done'],
    ['已完成吨级中试，现寻求专利许可', '许可', 'asked'],
    ['小试和中试均已完成', '中试', 'done'],
    ['缺乏中试条件', '中试', 'asked'],
    ['希望企业承接中试', '中试', 'asked'],
    ['可承接中试项目', '中试', 'offered'],
    ['已建成中试线，拟扩产', '中试', 'done'],
    ['不需要场地和试制', '场地', 'denied'],
    ['不需要场地和试制', '试制', 'denied'],
    ['无需场地、设备和中试', '中试', 'denied'],
    ['平台不承接中试', '中试', 'denied'],
    ['需要检测，试产五百台', '试产', 'asked'],
    ['需要检测、试制和小试', '小试', 'asked'],
    ['不需要场地，需要检测', '检测', 'asked'],
    ['无需中试但需要检测', '检测', 'asked'],
    ['不接受危化品，可提供检测', '检测', 'offered'],
    ['不做中试；需要检测', '检测', 'asked'],
    ['需要场地，检测不用外协', '检测', 'done'],
  ])('%s: %s is %s', (text, words, modality) => {
    expect(said(text, words)).toBe(modality);
  });

  it.each([
    ['No drugs, no reagents', 'drugs', 'denied'],
    ['No drugs, no reagents', 'reagents', 'denied'],
    ['The result does not need pilot production.', 'pilot production', 'denied'],
    ['Pilot production is not required', 'pilot production', 'denied'],
    ['We do not need a pilot line but seek a licensee', 'pilot line', 'denied'],
    ['We do not need a pilot line but seek a licensee', 'licensee', 'asked'],
    ['We have no pilot plant', 'pilot plant', 'asked'],
    ['Pilot trials have not yet been carried out', 'Pilot trials', 'asked'],
    ['The pilot has been completed; we seek a licence', 'pilot', 'done'],
    ['The pilot has been completed; we seek a licence', 'licence', 'asked'],
    ['Seeking a pilot plant. Testing has been completed.', 'pilot plant', 'asked'],
    ['Seeking a pilot plant. Testing has been completed.', 'Testing', 'done'],
    ['need testing, trial production of 500 units', 'trial production', 'asked'],
  ])('%s: %s is %s', (text, words, modality) => {
    expect(said(text, words)).toBe(modality);
  });

  it('says nothing where no marker governs the words', () => {
    expect(said('一种中试方法', '中试')).toBeUndefined();
    expect(said('需要检测。中试方法', '中试')).toBeUndefined();
    expect(said('已完成检测，中试', '中试')).toBeUndefined();
  });

  it('goes on asking within the sentence, not beyond it', () => {
    expect(said('需要检测，还有中试，以及试产', '试产')).toBe('asked');
    expect(said('需要检测。试产方法', '试产')).toBeUndefined();
  });
});

describe('not yet done is still wanted', () => {
  it.each(['尚未完成中试', '尚无中试条件', '仍未完成中试', '中试还没做'])('%s', (text) => {
    expect(said(text, '中试')).toBe('asked');
  });

  it.each([
    '中试尚未开展',
    '尚未进行吨级中试',
    '尚未开展公斤级中试',
    '还未进行中试放大',
    '目前尚未开展任何中试',
  ])('%s', (text) => {
    expect(said(text, '中试')).not.toBe('denied');
  });
});
