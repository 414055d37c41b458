import { describe, expect, it } from 'vitest';
import type { TermAt } from '../../src/text/terms.ts';
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

function countTerms(terms: readonly TermAt[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { term, count } of terms) counts.set(term, (counts.get(term) ?? 0) + count);
  return counts;
}

function counts(text: string): ReadonlyMap<string, number> {
  return countTerms(KNOWLEDGE.terms.extract(KNOWLEDGE.reader.read(text)));
}

/** Terms that two texts have in common. */
function shared(one: string, other: string): string[] {
  const terms = counts(other);
  return [...counts(one).keys()].filter((term) => terms.has(term)).map((term) => term.replace(/^§/u, ''));
}

/** Terms without the Chinese beside them. */
function english(text: string): string[] {
  const terms = KNOWLEDGE.terms.extract(KNOWLEDGE.reader.read(text));
  return [...countTerms(terms).keys()].filter((term) => !/\p{Script=Han}/u.test(term));
}

describe('index terms', () => {
  it('an English phrase of the vocabulary meets its Chinese', () => {
    expect(shared('锂离子电池隔膜', 'separators for lithium-ion batteries')).toContain('锂离子电池');
    expect(shared('工业机器人', 'industrial robots')).toContain('工业机器人');
    expect(shared('厌氧氨氧化', 'banking software')).toEqual([]);
  });

  it('words of the genre are left out: they say nothing of the subject', () => {
    expect(
      [...counts('基于一种新型的关键技术研究与应用').keys()].filter((term) => !term.startsWith('#')),
    ).toEqual([]);
    expect([...counts('A study of the development and application of a new method').keys()]).toEqual([]);
    const subject = counts('基于钙钛矿的关键技术研究与应用');
    expect([...subject.keys()].join()).toContain('钙钛矿');
    for (const word of ['基于', '关键技术', '研究', '应用']) expect(subject.has(word)).toBe(false);
  });

  it('the kind of place is no subject: 孵化器, 加速器, 载体', () => {
    expect([...counts('综合孵化器').keys()].filter((term) => /^(孵化器?|综合)$/u.test(term))).toEqual([]);
    expect(counts('企业加速器').has('加速器')).toBe(false);
  });

  it('a long word meets its parts, which count less', () => {
    const whole = counts('锂离子电池');
    expect(whole.get('锂离子电池')).toBe(1);
    expect(whole.get('电池')).toBeGreaterThan(0);
    expect(whole.get('电池')).toBeLessThan(1);
  });

  it('different segmentations meet in pairs of characters, blanks or not', () => {
    const pairs = (text: string) => [...counts(text).keys()].filter((term) => term.startsWith('#'));
    expect(pairs('钙 钛 矿')).toEqual(pairs('钙钛矿'));
    expect(pairs('钙钛，矿')).not.toEqual(pairs('钙钛矿'));
  });

  it('English words meet in their other forms and spellings', () => {
    const of = (word: string) => [...counts(word).keys()];
    expect(of('reducers')).toEqual(of('reducer'));
    expect(of('polymerisation')).toEqual(of('polymerization'));
    expect(of('optical fibre')).toEqual(of('optical fiber'));
  });

  it('a hyphen joins what others write apart; names with a letter or a digit at a joint stay whole', () => {
    expect(english('boundary-layer')).toEqual(english('boundary layer'));
    expect(english('non-linear')).toContain('nonlinear');
    expect(english('C-V2X, X-ray, RS-485')).toEqual(expect.arrayContaining(['c-v2x', 'x-ray', 'rs-485']));
  });

  it('two English words beside each other are a term of their own, not across a comma or a word of the genre', () => {
    expect(english('heat transfer in shells, plates')).toContain('#heat transfer');
    expect(english('heat transfer in shells, plates')).not.toContain('#shell plate');
    expect(english('heat of transfer')).not.toContain('#heat transfer');
  });

  it('numbers are no terms, names with digits are', () => {
    expect([...counts('3.5 1,200 2024').keys()]).toEqual([]);
    expect(counts('RS485总线').has('rs485')).toBe(true);
  });

  it('repeated words are counted, and stand where they say', () => {
    expect(counts('钙钛矿与钙钛矿').get('#钙钛')).toBe(2);
    const read = KNOWLEDGE.reader.read('ＡＩ芯片、存算一体芯片与 lithium-ion batteries');
    for (const { term, start, end } of KNOWLEDGE.terms.extract(read)) {
      const words = read.folded.text.slice(start, end);
      if (term.startsWith('#') && /^\p{Script=Han}+$/u.test(words)) expect(`#${words}`).toBe(term);
      else if (/^\p{Script=Han}+$/u.test(words)) expect(words).toBe(term.replace('§', ''));
      expect(words.length).toBeGreaterThan(0);
    }
  });

  it('only the stretches asked for are taken', () => {
    const read = KNOWLEDGE.reader.read('钙钛矿，石墨烯');
    const kept = countTerms(KNOWLEDGE.terms.extract(read, (offset) => offset > 3));
    expect([...kept.keys()].join()).toContain('石墨烯');
    expect([...kept.keys()].join()).not.toContain('钙钛');
  });

  it('concepts of a stretch are asked for as often as one likes: the rest of the text keeps its own', () => {
    const read = KNOWLEDGE.reader.read('光伏组件，污泥脱水');
    const starts = (keep?: (offset: number) => boolean) => [
      ...new Set(KNOWLEDGE.terms.concepts(read, keep).map(({ start }) => start)),
    ];
    expect(starts((offset) => offset > 3)).toEqual([5]);
    expect(starts((offset) => offset < 4)).toEqual([0]);
    expect(starts()).toEqual([0, 5]);
  });
});
