/** Each way of conversion against what it needs (docs/glossary: conversion ways). */
import type { WayAdvice } from '../../domain/advice.ts';
import { levelRange } from '../../domain/analysis.ts';
import type { Bilingual } from '../../domain/match.ts';
import type { CarrierKind, TransferMode } from '../../domain/reading/enumerations.ts';
import { type IpState, ipStateOf } from './ip-state.ts';
import type { Placed } from './placed.ts';
import { quoted, words } from './words.ts';

/** A right is sold or licensed from this level on; before it, development goes on together. */
const READY_FROM = 5;
const JOINT_FROM = 2;
const JOINT_UP_TO = 6;

/** Where a company can be founded and housed. */
const HOUSES: ReadonlySet<CarrierKind> = new Set<CarrierKind>([
  'maker_space',
  'incubator',
  'accelerator',
  'park',
  'community',
  'industry_base',
]);

interface Finding {
  readonly outcome: 'met' | 'unmet' | 'open';
  readonly why: Bilingual;
}

/** The ways that the result names; where it names none, or none of them can be had, those that its facts allow. */
export function weighWays(placed: Placed): WayAdvice[] {
  const stated = (placed.result.record.transferModes ?? []).map((way) => weigh(way, true, placed));
  if (stated.some((way) => way.unmet.length === 0)) return inOrder(stated);
  const ways = new Set(stated.map(({ way }) => way));
  const allowed = (['licence', 'assignment', 'cooperation'] as const)
    .filter((way) => !ways.has(way))
    .map((way) => weigh(way, false, placed))
    .filter((way) => way.unmet.length === 0);
  return inOrder([...stated, ...allowed]);
}

/** Least in the way first, then what is stated, then least open; ties in the order of the record. */
function inOrder(ways: readonly WayAdvice[]): WayAdvice[] {
  return [...ways].sort(
    (a, b) =>
      a.unmet.length - b.unmet.length || Number(b.stated) - Number(a.stated) || a.open.length - b.open.length,
  );
}

function weigh(way: TransferMode, stated: boolean, placed: Placed): WayAdvice {
  const found = needsOf(way, placed);
  const of = (outcome: Finding['outcome']) => found.filter((f) => f.outcome === outcome).map((f) => f.why);
  return { way, stated, met: of('met'), unmet: of('unmet'), open: of('open') };
}

function needsOf(way: TransferMode, placed: Placed): Finding[] {
  const ip = ipStateOf(placed.result.record);
  switch (way) {
    case 'assignment':
    case 'licence':
      return [
        right(ip),
        level(placed, READY_FROM, 9),
        { outcome: 'open', why: words('须有承接企业', 'a company to receive it is to be found') },
      ];
    case 'equity':
      return [
        rightToBringIn(ip),
        housing(placed),
        { outcome: 'open', why: words('须先开展技术成果评估', 'the result must be assessed first') },
      ];
    case 'self':
      return [
        housing(placed),
        { outcome: 'open', why: words('创业团队须确认', 'the founding team is to be confirmed') },
      ];
    case 'cooperation':
      return [level(placed, JOINT_FROM, JOINT_UP_TO)];
    case 'service':
    case 'other':
      return [];
  }
}

function right(ip: IpState): Finding {
  const [held] = ip.held;
  if (held) {
    const text = quoted(held.text);
    return { outcome: 'met', why: words(`已有权利${text.zh}`, `a right is held: ${text.en}`) };
  }
  return withoutRight(ip);
}

/** An application can be brought into a company, though it is worth less than a grant. */
function rightToBringIn(ip: IpState): Finding {
  return ip.held.length === 0 && ip.pending.length > 0
    ? {
        outcome: 'open',
        why: words(
          '知识产权尚在申请，作价前须明确权属',
          'the right is only applied for: settle it before it is valued',
        ),
      }
    : right(ip);
}

function withoutRight(ip: IpState): Finding {
  const gone = ip.gone[0] ?? ip.lapsed[0];
  if (ip.pending.length > 0)
    return { outcome: 'unmet', why: words('知识产权尚未授权', 'the right is not granted yet') };
  if (ip.open.length > 0 || ip.licensed.length > 0 || ip.pledged.length > 0)
    return {
      outcome: 'open',
      why: words('知识产权法律状态须核实', 'the legal status of the right is to be verified'),
    };
  if (gone)
    return {
      outcome: 'unmet',
      why: words(
        `所填权利不可再处分${quoted(gone.text).zh}`,
        `the stated right is no longer free: ${quoted(gone.text).en}`,
      ),
    };
  return { outcome: 'open', why: words('知识产权情况须补充填报', 'no intellectual property is stated') };
}

function housing({ carrier: { record } }: Placed): Finding {
  if (record.kind === undefined || record.kind === 'other')
    return { outcome: 'open', why: words('载体类型须补充填报', 'the kind of carrier is not stated') };
  return HOUSES.has(record.kind)
    ? { outcome: 'met', why: words('载体可容纳新设企业入驻', 'the carrier can house a new company') }
    : { outcome: 'unmet', why: words('该载体不是企业入驻场所', 'the carrier does not house companies') };
}

function level({ result: { analysis } }: Placed, least: number, most: number): Finding {
  const { trl } = analysis;
  if (!trl) return { outcome: 'open', why: words('成熟度须补充填报', 'readiness is unknown') };
  const level = levelRange(trl);
  const range =
    most === 9
      ? words(`${least}级以上`, `${least} or above`)
      : words(`${least}—${most}级`, `${least}–${most}`);
  if (trl.low >= least && trl.high <= most)
    return {
      outcome: 'met',
      why: words(`技术就绪度${level}级，符合${range.zh}的要求`, `TRL ${level}: ${range.en} is asked`),
    };
  if (trl.high < least || trl.low > most)
    return {
      outcome: 'unmet',
      why: words(`技术就绪度${level}级，不在${range.zh}范围`, `TRL ${level}: ${range.en} is asked`),
    };
  return {
    outcome: 'open',
    why: words(
      `技术就绪度${level}级，是否达到${range.zh}须确认`,
      `TRL ${level}: whether it is ${range.en} is to be confirmed`,
    ),
  };
}
