import type { Ground, Risk } from '../../domain/advice.ts';
import { levelRange } from '../../domain/analysis.ts';
import { resultTexts } from '../../domain/record-text.ts';
import type { Placed } from './placed.ts';
import { headOf, quoted, unquoted, words } from './words.ts';

/** A result of fewer characters than this says too little to rely on. */
const LITTLE_TEXT = 50;

/** What the result leaves open about itself, and what it says of access to its market and of its surroundings. */
export function resultRisks(placed: Placed): Risk[] {
  return [...secrecy(placed), ...readiness(placed), ...littleText(placed), ...stated(placed)];
}

/** Only what is marked public comes in; what is not marked is not secret for that. */
function secrecy({ result }: Placed): Risk[] {
  if (result.record.secrecy !== undefined) return [];
  return [
    unquoted(
      'secrecy.unstated',
      'check',
      '未填报密级，对外推介前由高校确认可以公开',
      'secrecy not stated: the university confirms that it is public before it is shown',
    ),
  ];
}

function readiness({ result: { analysis } }: Placed): Risk[] {
  const { trl } = analysis;
  if (!trl)
    return [
      unquoted(
        'trl.unknown',
        'check',
        '成熟度未填报，文字中也无法判断',
        'readiness neither stated nor to be read from the texts',
      ),
    ];
  if (trl.source === 'declared') return [];
  const level = levelRange(trl);
  const { evidence } = trl;
  const quote = evidence ? quoted(evidence.quote) : words('', '');
  const how =
    trl.source === 'stage'
      ? words(`按所填阶段${quote.zh}推断`, `inferred from the stated stage ${quote.en}`.trim())
      : words(`由文字${quote.zh}推断`, `inferred from the texts ${quote.en}`.trim());
  return [
    {
      code: 'trl.inferred',
      weight: 'check',
      why: words(
        `技术就绪度${level}级系${how.zh}，非填报，须由高校确认`,
        `TRL ${level} is ${how.en}, not declared: the university confirms it`,
      ),
      grounds: evidence ? [{ side: 'result', field: evidence.field, quote: headOf(evidence.quote) }] : [],
    },
  ];
}

function littleText({ result: { record } }: Placed): Risk[] {
  const length = resultTexts(record).reduce((sum, { text }) => sum + [...text].length, 0);
  if (length >= LITTLE_TEXT) return [];
  return [
    unquoted(
      'text.little',
      'check',
      `成果文字仅${length}字，匹配依据有限`,
      `only ${length} characters of text: little to match by`,
    ),
  ];
}

/** What stands in the fields on regulation and environment is shown as it stands. */
function stated({ result: { record } }: Placed): Risk[] {
  const said = (field: 'regulatory' | 'environment', code: string, zh: string, en: string): Risk[] => {
    const text = record[field];
    if (text === undefined) return [];
    const quote = quoted(text);
    const ground: Ground = { side: 'result', field, quote: headOf(text) };
    return [
      {
        code,
        weight: 'check',
        why: words(`${zh}：${quote.zh}`, `${en}: ${quote.en}`),
        grounds: [ground],
      },
    ];
  };
  return [
    ...said('regulatory', 'regulatory', '涉及准入或许可事项', 'licences or admission'),
    ...said('environment', 'environment', '涉及环境影响', 'effects on the environment'),
  ];
}
