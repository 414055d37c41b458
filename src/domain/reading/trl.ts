/**
 * Technology readiness from what a spreadsheet cell says: `6`, `TRL 5-6`, `5～6级`, `小试→中试`.
 * Level captions follow GB/T 22900; the stage words follow the national results form (初期, 中期, 成熟应用)
 * and the five-step local variant (小试, 完成中试, 小规模生产, …).
 */
import { isBlank, plain } from './plain.ts';

/** Technology readiness levels 1–9, both ends included. */
export interface TrlRange {
  readonly low: number;
  readonly high: number;
}

const NUMERAL: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Bands of the stage words; a stage that is done comes before the same stage under way. */
const STAGE_BANDS: readonly (readonly [RegExp, TrlRange])[] = [
  [/基础研究|理论研究|机理研究/u, { low: 1, high: 2 }],
  [/概念验证|原理样机|可行性验证|proof of concept/iu, { low: 3, high: 4 }],
  [/(已|完成|通过)[^\s,;。]{0,4}中试|中试[均已]{0,2}(完成|通过|结束|后)/u, { low: 6, high: 7 }],
  [/(已|完成|通过)[^\s,;。]{0,4}小试|小试[均已]{0,2}(完成|通过|结束|后)/u, { low: 4, high: 5 }],
  [/大规模|大范围|规模化生产|(?<!小)批量生产|量产|mass production/iu, { low: 9, high: 9 }],
  [/成熟应用|成熟期|产业化|工业化应用|已应用|推广应用|industriali[sz]ed/iu, { low: 8, high: 9 }],
  [
    /\bmarketed|\b(?:on|to|in) (?:the )?market\b(?! \w)|\bmarket[- ](?:ready|stage|launch)/iu,
    { low: 8, high: 9 },
  ],
  [/小规模生产|小批量|小范围|试用|示范|demonstrat/iu, { low: 7, high: 8 }],
  [/中试|pilot/iu, { low: 5, high: 7 }],
  [/中期/u, { low: 5, high: 7 }],
  [/样机|样品|prototype/iu, { low: 4, high: 6 }],
  [/小试|bench/iu, { low: 3, high: 5 }],
  [/初期|实验室|研发阶段|研究阶段|laborator|lab /iu, { low: 1, high: 4 }],
];

/**
 * Reads a declared level. Returns undefined where the text names no level, null where it names an
 * impossible one (`TRL 12`), so that the caller can report it.
 */
export function readTrl(text: string): TrlRange | null | undefined {
  if (isBlank(text)) return undefined;
  const flat = plain(text).replace(/[一二三四五六七八九](?=\s*(级|至|到|-|~|$))/gu, (c) =>
    String(NUMERAL[c]),
  );
  const numbers =
    /^(?:trl|技术成熟度|成熟度|level)?\s*[:：]?\s*(\d+(?:\.0+)?)\s*(?:级)?\s*(?:(?:-|–|—|~|～|至|到|\/|、|,|to)\s*(?:trl)?\s*(\d+(?:\.0+)?)\s*)?(?:级)?$/iu.exec(
      flat,
    );
  if (!numbers) return undefined;
  const low = Number(numbers[1]);
  const high = numbers[2] === undefined ? low : Number(numbers[2]);
  const valid = (n: number) => Number.isInteger(n) && n >= 1 && n <= 9;
  if (!valid(low) || !valid(high)) return null;
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

/** A hyphen parts two stages only between Han characters: pilot-scale is one. */
const BETWEEN_STAGES = /→|->|至|—|~|转|(?<=\p{Script=Han}\s*)[-–](?=\s*\p{Script=Han})/u;

/** Words of a stage that is still ahead, as far as the clause goes: 尚未完成中试, 待中试, 未量产; not 模拟, 不锈钢. */
const AHEAD = /(?:未|待|(?<![模虚])拟|不(?![仅但断同锈]))[^\s,;。已]*/gu;

/**
 * The band that stage words stand for: `小试→中试` spans both; where 中试 is still ahead, 小试 is done.
 * Undefined where no word of a stage that is reached is known.
 */
export function readStageBand(text: string): TrlRange | undefined {
  const bands = plain(text)
    .split(BETWEEN_STAGES)
    .flatMap((part) => {
      const reached = part.replace(AHEAD, (ahead) => (/^(?!.*小试).*中试/u.test(ahead) ? '完成小试' : ''));
      const found = STAGE_BANDS.find(([words]) => words.test(reached));
      return found ? [found[1]] : [];
    });
  if (bands.length === 0) return undefined;
  return { low: Math.min(...bands.map((b) => b.low)), high: Math.max(...bands.map((b) => b.high)) };
}
