/** The texts of a proposed park, line by line: what page, document and workbook all print. */
import type { Bilingual } from '../../../domain/match.ts';
import {
  PARK_FORM_NAMES,
  type ParkContribution,
  type ParkPlace,
  type ParkProposal,
} from '../../../domain/park.ts';
import type { Fact } from './parties.ts';
import { listed } from './wording.ts';

export const OPEN: Bilingual = { zh: '待定', en: 'open' };
export const NOTHING_MISSING: Bilingual = { zh: '无', en: 'nothing' };

export function parkFacts(park: ParkProposal): Fact[] {
  return [
    [{ zh: '形式', en: 'form' }, withWhy(PARK_FORM_NAMES[park.form], park.formWhy)],
    [{ zh: '承载载体', en: 'hosts' }, hostsLine(park)],
    [{ zh: '中试平台', en: 'pilot platform' }, park.pilot ? pilotLine(park.pilot) : OPEN],
    [{ zh: '尚缺条件', en: 'missing' }, missingLine(park)],
    [{ zh: '规划贡献', en: 'contribution' }, inOne(park.contributions.map(contributionLine))],
    [{ zh: '合作安排', en: 'arrangement' }, arrangementLine(park)],
    [{ zh: '园区价值', en: 'value' }, valueLine(park)],
  ];
}

export function missingLine({ missing }: ParkProposal): Bilingual {
  return missing.length > 0 ? inOne(missing) : NOTHING_MISSING;
}

/** What can be counted on; where that is nothing it is not promised as "at least 0". */
export function contributionLine({ name, atLeast, unit, assumption }: ParkContribution): Bilingual {
  return atLeast > 0
    ? {
        zh: `${name.zh}至少${atLeast}${unit}（${unended(assumption.zh)}）`,
        en: `${name.en}: at least ${atLeast} (${unended(assumption.en)})`,
      }
    : {
        zh: `${name.zh}暂不计入（${unended(assumption.zh)}）`,
        en: `${name.en}: nothing counted yet (${unended(assumption.en)})`,
      };
}

/** In one line, each without its full stop. */
export function inOne(list: readonly Bilingual[]): Bilingual {
  return {
    zh: list.map(({ zh }) => unended(zh)).join('；'),
    en: list.map(({ en }) => unended(en)).join('; '),
  };
}

/** One host as it is; of two each with what it takes and offers. */
function hostsLine({ hosts }: ParkProposal): Bilingual {
  if (hosts.length === 0) return OPEN;
  return inOne(hosts.length === 1 ? hosts.map(placeLine) : hosts.map(sharingHostLine));
}

function sharingHostLine({ name, room, takes, offers, meanAffinity }: ParkPlace): Bilingual {
  const affinity = meanAffinity.toFixed(3);
  const own = offers ?? [];
  const offered = {
    zh:
      own.length > 0
        ? `可自行提供成员所需的${own.map(({ zh }) => zh).join('、')}`
        : '成员所需能力均须另行落实',
    en:
      own.length > 0
        ? `offers ${own.map(({ en }) => en).join(', ')} itself`
        : 'offers none of what members ask for',
  };
  return {
    zh: `${name}（承接${takes ?? 0}项，${room === null ? '可容纳数未知' : `可容纳${room}项`}，与所承接成果平均契合度${affinity}，${offered.zh}）`,
    en: `${name} (takes ${takes ?? 0}, ${room === null ? 'room not known' : `room for ${room}`}, mean affinity with those ${affinity}, ${offered.en})`,
  };
}

function placeLine({ name, room, meanAffinity }: ParkPlace): Bilingual {
  const affinity = meanAffinity.toFixed(3);
  return {
    zh: `${name}（${room === null ? '可容纳数未知' : `可容纳${room}项`}，与成员平均契合度${affinity}）`,
    en: `${name} (${room === null ? 'room not known' : `room for ${room}`}, mean affinity with members ${affinity})`,
  };
}

/** Reports from before a park could have two hosts do not say for how many it is. */
function pilotLine(pilot: ParkPlace): Bilingual {
  const { name, room, takes, meanAffinity } = pilot;
  if (takes === undefined) return placeLine(pilot);
  const affinity = meanAffinity.toFixed(3);
  return {
    zh: `${name}（${room === null ? '可容纳数未知' : `可容纳${room}项`}，与${takes}项需中试的成果相适配，平均契合度${affinity}）`,
    en: `${name} (${room === null ? 'room not known' : `room for ${room}`}, suits ${takes} that want a pilot, mean affinity ${affinity})`,
  };
}

function arrangementLine({ arrangement }: ParkProposal): Bilingual {
  const points = Object.values(arrangement);
  const names = listed(points.map(({ name }) => name));
  const notes = [...new Map(points.map(({ note }) => [note.zh, note])).values()];
  return {
    zh: `${names.zh}：${inOne(notes).zh}`,
    en: `${names.en}: ${inOne(notes).en}`,
  };
}

function valueLine({ value }: ParkProposal): Bilingual {
  const points = (number: number) => number.toFixed(3);
  const { total, chain, host, pilot, cohesion, shared, bound, guarantee } = value;
  return {
    zh: `${points(total)}（产业链${points(chain)}、承载${points(host)}、中试${points(pilot)}、内部相近${points(cohesion)}、共性需求${points(shared)}，满分100）；上限${points(bound)}；${unended(guarantee.zh)}`,
    en: `${points(total)} (chain, host, pilot, cohesion, shared needs; of 100); no more than ${points(bound)}; ${unended(guarantee.en)}`,
  };
}

function withWhy(name: Bilingual, why: Bilingual): Bilingual {
  return { zh: `${name.zh}：${unended(why.zh)}`, en: `${name.en}: ${unended(why.en)}` };
}

function unended(text: string): string {
  return text.replace(/[。.;；]+$/u, '');
}
