import { describe, expect, it } from 'vitest';
import { capabilitiesIn, KNOWLEDGE, wordsOf } from './reading.ts';

describe('words that only look like 中试 or 小试', () => {
  it.each([
    '在全区集中试点推广',
    '集中试验',
    '无人机空中试飞数据链',
    '导弹空中试射',
    '其中试验组存活率更高',
    '水中试验结果良好',
    '研究中试图解释机理',
    '最小试样尺寸为五毫米',
    '高中试题库',
    '本项目中试点运行的设备',
    '微小试件的拉伸',
  ])('%s', (text) => {
    const found = capabilitiesIn(text);
    expect(found).not.toContain('C04');
    expect(found).not.toContain('C03');
  });

  it('污泥熟化 is a process of its own', () => {
    expect(capabilitiesIn('污泥好氧发酵熟化工艺')).not.toContain('C04');
  });
});

describe('中试 where it is meant', () => {
  it.each([
    '急需中试',
    '已完成吨级中试',
    '需中试放大',
    '寻求中试合作',
    '正在中试',
    '急 需 中 试',
    '项目处于中试阶段',
    '小试、中试均已完成',
    'in need of pilot production',
    'a pilot plant',
    'Pilot-scale trials',
  ])('%s', (text) => {
    expect(capabilitiesIn(text)).toContain('C04');
  });
});

describe('segmentation', () => {
  it('keeps the words of the profile whole, with the offsets of the folded text', () => {
    const read = KNOWLEDGE.reader.read('面向 CAR-T 细 胞 治 疗的ＡＡＶ载体，3.5倍');
    for (const { text, start, end } of read.tokens) expect(read.folded.text.slice(start, end)).toBe(text);
    expect(wordsOf('厌氧氨氧化颗粒污泥')).toContain('厌氧氨氧化');
    expect(wordsOf('用于自动泊车系统')).toContain('自动泊车');
  });

  it('cuts Latin words by their spelling and tells numbers apart', () => {
    const { tokens } = KNOWLEDGE.reader.read('C-V2X与5G、C++、RS485：精度0.5，共1,200个');
    const kinds = tokens.map(({ text, kind }) => `${text} ${kind}`);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'c-v2x latin',
        '5g latin',
        'c++ latin',
        'rs485 latin',
        '0.5 number',
        '1,200 number',
      ]),
    );
  });

  it('names the shorter words inside a long one', () => {
    expect(KNOWLEDGE.segmenter.parts('锂离子电池')).toEqual(expect.arrayContaining(['离子', '电池']));
    expect(KNOWLEDGE.segmenter.parts('中试')).toEqual([]);
  });

  it('takes a text of nothing but signs', () => {
    for (const text of ['', '   ', '。。。', '😀', '—/—']) expect(wordsOf(text)).toEqual([]);
  });
});
