/** The two sides of a placement, each fact in a line. */
import type { PlacementSheet } from '../../../domain/advice.ts';
import { levelRange } from '../../../domain/analysis.ts';
import { WAY_NAMES } from '../../../domain/conversion-ways.ts';
import type { Bilingual } from '../../../domain/match.ts';
import type { IpKind, IpStatus } from '../../../domain/reading/ip.ts';
import type { ReportEntry } from '../../../domain/round.ts';
import type { PlacedEntry, Reader } from './reader.ts';
import {
  IP_KIND_NAMES,
  IP_STATUS_NAMES,
  KIND_NAMES,
  LEVEL_NAMES,
  listed,
  STATUS_NAMES,
  TRL_SOURCES,
  UNSTATED,
} from './wording.ts';

export type Fact = readonly [name: Bilingual, value: Bilingual | string];

export function resultFacts({ names }: Reader, { entry: { result }, sheet }: PlacedEntry): Fact[] {
  const modes = sheet.result.transferModes;
  const sectors = result.sectors.map(
    ({ code, weight }) => `${names.sector(code)} ${Math.round(weight * 100)}%`,
  );
  return [
    [{ zh: '成果名称', en: 'result' }, result.title],
    [{ zh: '完成单位', en: 'owner' }, sheet.result.owner ?? UNSTATED],
    [{ zh: '产业领域', en: 'sectors' }, sectors.join('、') || UNSTATED],
    [{ zh: '成熟度', en: 'readiness' }, trlLine(result.trl)],
    [{ zh: '所处阶段', en: 'stage' }, sheet.result.stage ?? UNSTATED],
    [{ zh: '知识产权', en: 'intellectual property' }, ipLine(sheet)],
    [
      { zh: '填报的转化方式', en: 'ways stated' },
      modes.length === 0 ? UNSTATED : listed(modes.map((mode) => WAY_NAMES[mode])),
    ],
    [
      { zh: '密级', en: 'secrecy' },
      sheet.result.secrecy === 'public' ? { zh: '公开', en: 'public' } : UNSTATED,
    ],
  ];
}

export function carrierFacts({ sheet }: PlacedEntry): Fact[] {
  const { carrier } = sheet;
  return [
    [{ zh: '载体名称', en: 'carrier' }, carrier.name],
    [{ zh: '运营单位', en: 'operator' }, carrier.operator ?? UNSTATED],
    [{ zh: '类型', en: 'kind' }, kindName(sheet)],
    [{ zh: '级别', en: 'level' }, levelName(sheet)],
    [{ zh: '动态管理状态', en: 'standing' }, statusName(sheet)],
    [{ zh: '承接成熟度', en: 'readiness taken' }, trlWindow(carrier)],
  ];
}

export function kindName({ carrier: { kind } }: PlacementSheet): Bilingual {
  return kind ? KIND_NAMES[kind] : UNSTATED;
}

export function levelName({ carrier: { level } }: PlacementSheet): Bilingual {
  return level ? LEVEL_NAMES[level] : UNSTATED;
}

export function statusName({ carrier: { status } }: PlacementSheet): Bilingual {
  return status ? STATUS_NAMES[status] : UNSTATED;
}

/** `TRL 5–6（由文字推断）`. */
export function trlLine(trl: ReportEntry['result']['trl']): Bilingual {
  if (!trl) return { zh: '不明', en: 'unknown' };
  const level = levelRange(trl);
  const source = TRL_SOURCES[trl.source] ?? { zh: trl.source, en: trl.source };
  return { zh: `TRL ${level}（${source.zh}）`, en: `TRL ${level} (${source.en})` };
}

function trlWindow({ trlMin, trlMax }: PlacementSheet['carrier']): Bilingual | string {
  if (trlMin === null && trlMax === null) return UNSTATED;
  return `TRL ${trlMin ?? 1}–${trlMax ?? 9}`;
}

/** `发明专利（已授权）：ZL…；软件著作权：…`. */
export function ipLine({ result: { ip } }: PlacementSheet): Bilingual {
  if (ip.length === 0) return UNSTATED;
  const line = (pick: 'zh' | 'en') =>
    ip
      .map(({ kind, status, text }) => {
        const name = IP_KIND_NAMES[kind as IpKind]?.[pick] ?? kind;
        const state = status === null ? '' : (IP_STATUS_NAMES[status as IpStatus]?.[pick] ?? status);
        return pick === 'zh'
          ? `${name}${state && `（${state}）`}：${text}`
          : `${name}${state && ` (${state})`}`;
      })
      .join(pick === 'zh' ? '；' : '; ');
  return { zh: line('zh'), en: line('en') };
}
