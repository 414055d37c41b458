import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold.ts';
import { createPhraseBook, type PhraseBookOptions } from '../../src/text/phrases.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';

const segmenter = createSegmenter(['中试', '中试放大', '自动泊车', '机器人', '工业机器人']);

/** Phrases of the book found in a text, as `words=meaning+meaning`. */
function found(
  text: string,
  entries: readonly (readonly [string, string])[],
  options?: PhraseBookOptions<string>,
): string[] {
  const folded = foldText(text);
  return createPhraseBook(entries, options)
    .find(folded, segmenter.segment(folded))
    .map(({ start, end, meanings }) => `${folded.text.slice(start, end)}=${meanings.join('+')}`);
}

describe('Han phrases', () => {
  it('one of a single character is found beside longer ones that begin with it, at the end of the text too', () => {
    const book = [
      ['泵', 'pump'],
      ['泵站', 'station'],
      ['泵站改造', 'works'],
    ] as const;
    const options = { trustedLength: 1 };
    expect(found('泵，泵站，泵站改造，水泵', book, options)).toEqual([
      '泵=pump',
      '泵站=station',
      '泵站改造=works',
      '泵=pump',
    ]);
  });

  it('the longest wins, left to right, without overlap', () => {
    const book = [
      ['机器人', 'robot'],
      ['工业机器人', 'industrial'],
      ['人工智能', 'ai'],
    ] as const;
    expect(found('工业机器人与机器人、人工智能', book)).toEqual([
      '工业机器人=industrial',
      '机器人=robot',
      '人工智能=ai',
    ]);
  });

  it('a short one must stand where words do', () => {
    expect(found('无人机空中试飞', [['中试', 'pilot']])).toEqual([]);
    expect(found('急需中试', [['中试', 'pilot']])).toEqual(['中试=pilot']);
  });

  it('a long one is trusted wherever it stands', () => {
    expect(found('做中试放大的', [['中试放大', 'pilot']])).toEqual(['中试放大=pilot']);
  });

  it('several meanings of one phrase are kept together', () => {
    expect(
      found('中试放大', [
        ['中试放大', 'a'],
        ['中试放大', 'b'],
        ['中试放大', 'a'],
      ]),
    ).toEqual(['中试放大=a+b']);
  });

  it('full-width and spaced spellings are the same phrase, and hits stand in the folded text', () => {
    expect(found('工 业 机 器 人', [['工业机器人', 'robot']])).toEqual(['工业机器人=robot']);
    expect(found('ＡＩ芯片设计', [['AI芯片', 'chip']])).toEqual(['ai芯片=chip']);
  });

  it('one that begins or ends in Latin letters must not cut a Latin word', () => {
    expect(found('MAI芯片设计', [['AI芯片', 'chip']])).toEqual([]);
    expect(found('符合ISO13485x', [['符合ISO13485', 'quality']])).toEqual([]);
  });
});

describe('Latin phrases', () => {
  it('match in their other word forms, never inside a word', () => {
    expect(found('two pilot plants', [['pilot plant', 'plant']])).toEqual(['pilot plants=plant']);
    expect(found('autopilot planting', [['pilot plant', 'plant']])).toEqual([]);
    expect(found('British fibre, American fiber', [['fiber', 'f']])).toEqual(['fibre=f', 'fiber=f']);
  });

  it('without stemming only as they are written', () => {
    expect(found('nitrate and nitration', [['nitration', 'n']], { form: (word) => word })).toEqual([
      'nitration=n',
    ]);
  });

  it('a name with Greek letters is found as a whole, never by what else is in it', () => {
    const names = [
      ['ω-3', 'oil'],
      ['Aβ', 'plaque'],
    ] as const;
    expect(found('富含ω-3的鱼油；抗 Aβ 抗体', names)).toEqual(['ω-3=oil', 'aβ=plaque']);
    expect(found('处理3～5吨，A级，Aβ42，ω-30', names)).toEqual([]);
  });

  it.each([
    ['recombinant E. coli strains', 'E. coli', 'e. coli'],
    ['recombinant E coli strains', 'E. coli', 'e coli'],
    ['去除水中Cr（VI）', 'Cr(VI)', 'cr(vi'],
    ["early Alzheimer's disease", "Alzheimer's disease", "alzheimer's disease"],
    ['early Alzheimer’s diseases', "Alzheimer's disease", 'alzheimer’s diseases'],
    ["early Parkinson's disease", 'Parkinson’s', "parkinson's"],
  ])('one with signs between its words is found: %s', (text, phrase, hit) => {
    expect(found(text, [[phrase, 'x']])).toEqual([`${hit}=x`]);
  });

  it('signs of one phrase join no other', () => {
    const book = [
      ['E. coli', 'bacterium'],
      ['grade e steel', 'steel'],
      ['nest box', 'box'],
      ["bird's nest", 'food'],
    ] as const;
    expect(found("grade E. Steel; nest's box; bird. nest; e, coli; E.\ncoli", book)).toEqual([]);
  });

  it('words of one phrase stand side by side', () => {
    const book = [['pilot plant', 'plant']] as const;
    expect(found('pilot-plant', [['pilot-plant', 'plant']])).toEqual(['pilot-plant=plant']);
    expect(found('a pilot for the plant', book)).toEqual([]);
  });

  it.each(['pilot,plant', 'pilot\nplant', 'pilot. plant', 'pilot/plant', 'pilot 用 plant'])(
    'a comma or a line break parts them: %j',
    (text) => {
      expect(found(text, [['pilot plant', 'plant']])).toEqual([]);
    },
  );

  it.each([
    ['deep-learning', 'deep learning'],
    ['a lithium ion battery', 'lithium-ion battery'],
    ['lithium-ion-batteries', 'lithium ion battery'],
    ['a deep-learning-based method', 'deep learning'],
    ['deep\u2010learning', 'deep-learning'],
  ])('a hyphen is as good as a blank: %s', (text, phrase) => {
    expect(found(text, [[phrase, 'x']])).toHaveLength(1);
  });

  it('what a hyphen ties to a word before is another thing, and so is a single word tied to one behind', () => {
    expect(found('slot-die casting', [['die casting', 'metal']])).toEqual([]);
    expect(
      found('CAR-T and no-load', [
        ['car', 'vehicle'],
        ['no', 'deny'],
      ]),
    ).toEqual([]);
    expect(
      found('CAR-T', [
        ['CAR-T', 'therapy'],
        ['car', 'vehicle'],
      ]),
    ).toEqual(['car-t=therapy']);
  });

  it('the longest wins here too', () => {
    expect(
      found('does not need it', [
        ['need', 'ask'],
        ['does not need', 'deny'],
      ]),
    ).toEqual(['does not need=deny']);
  });
});

describe('keys', () => {
  it('meanings of different keys are found apart; those of one key do not overlap', () => {
    const book = [
      ['检测平台', 'test:1'],
      ['平台', 'place:1'],
      ['缺陷检测平台', 'test:2'],
    ] as const;
    const options = { trustedLength: 1, key: (meaning: string) => meaning.slice(0, 4) };
    expect(found('缺陷检测平台', book, options)).toEqual(['缺陷检测平台=test:2', '平台=place:1']);
    expect(found('缺陷检测平台', book, { trustedLength: 1 })).toEqual(['缺陷检测平台=test:2']);
  });

  it('patterns count as phrases', () => {
    const options = { patterns: [[/\p{Script=Han}级中试/gu, 'scale'] as const] };
    expect(found('已完成吨级中试', [['中试', 'pilot']], options)).toEqual(['吨级中试=scale']);
  });
});
