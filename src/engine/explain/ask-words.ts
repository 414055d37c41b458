/**
 * What is said of all that a result asks for, by how a carrier has it: most carriers have the same asks in the same
 * way, and are told in the same words.
 */
import type { Bilingual } from '../../domain/match.ts';
import type { Ask } from './asks.ts';
import { joined } from './names.ts';
import type { AskWords } from './result-reading.ts';

const HAD_AS = { own: 'o', listed: 'l', partner: 'p' } as const;

/** The words for these asks of a result; `known` are those that were made for carriers before. */
export function askWords(asks: readonly Ask[], known: Map<string, AskWords>): AskWords {
  let way = '';
  for (const { had } of asks) way += had === null ? '-' : HAD_AS[had];
  let words = known.get(way);
  if (!words) {
    words = { met: sayMet(asks), lacking: sayLacking(asks) };
    known.set(way, words);
  }
  return words;
}

function sayMet(asks: readonly Ask[]): Bilingual {
  const parts: Bilingual[] = [];
  for (const { had, zh, en } of HAD) {
    const names = namesOf(asks, had, true);
    if (names.zh !== '') parts.push({ zh: `${zh}${names.zh}`, en: `${en}${names.en}` });
  }
  parts.push(...sayImplied(asks));
  return joined(parts, '；', '; ');
}

/** How the carrier has what is asked in words, in the order of telling. */
const HAD: readonly (Bilingual & Pick<Ask, 'had'>)[] = [
  { had: 'own', zh: '可满足', en: 'offers ' },
  { had: 'listed', zh: '只列名称、未附说明：', en: 'listed without details: ' },
  { had: 'partner', zh: '由合作方提供：', en: 'through a partner: ' },
  { had: null, zh: '未见', en: 'not found: ' },
];

function namesOf(asks: readonly Ask[], had: Ask['had'], inWords?: boolean): Bilingual {
  const wanted = asks.filter((ask) => ask.had === had && (inWords === undefined || ask.inWords === inWords));
  return joined(wanted.map(({ name }) => name));
}

/** What only the way of conversion (许可, 转让 …) usually needs. */
function sayImplied(asks: readonly Ask[]): Bilingual[] {
  const implied = asks.filter(({ inWords }) => !inWords);
  if (implied.length === 0) return [];
  const has = implied.filter(({ had }) => had !== null).map(({ name }) => name);
  const lacks = implied.filter(({ had }) => had === null).map(({ name }) => name);
  const parts = [
    ...(has.length > 0 ? [{ zh: `有${joined(has).zh}`, en: `${joined(has).en} offered` }] : []),
    ...(lacks.length > 0 ? [{ zh: `未见${joined(lacks).zh}`, en: `${joined(lacks).en} not found` }] : []),
  ];
  return [
    {
      zh: `转化方式通常所需的服务：${parts.map(({ zh }) => zh).join('，')}`,
      en: `what the way of conversion usually needs: ${parts.map(({ en }) => en).join(', ')}`,
    },
  ];
}

function sayLacking(asks: readonly Ask[]): Bilingual {
  const missing = namesOf(asks, null, true);
  if (missing.zh !== '') return { zh: `未见所需的${missing.zh}`, en: `needed but not found: ${missing.en}` };
  const partner = namesOf(asks, 'partner', true);
  if (partner.zh !== '')
    return { zh: `${partner.zh}由合作方提供，非自有`, en: `${partner.en} through a partner only` };
  const listed = namesOf(asks, 'listed', true);
  if (listed.zh !== '')
    return { zh: `${listed.zh}只列了名称，没有说明`, en: `${listed.en} listed without details` };
  const implied = namesOf(asks, null);
  if (implied.zh !== '')
    return {
      zh: `未见转化方式通常所需的${implied.zh}`,
      en: `${implied.en}, which the way of conversion usually needs, not found`,
    };
  return {
    zh: '成果很少写明能力需求，其余按中性值计',
    en: 'the result asks for few capabilities; the rest counts a neutral value',
  };
}
