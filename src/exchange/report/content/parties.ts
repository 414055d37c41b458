/** The two sides of a placement, each fact in a line. */
import type { PlacementSheet } from '../../../domain/advice.ts';
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
      modes.length === 0
        ? UNSTATED
        : {
            zh: modes.map((m) => WAY_NAMES[m].zh).join('、'),
            en: modes.map((m) => WAY_NAMES[m].en).join(', '),
          },
    ],
    [
      { zh: '密级', en: 'secrecy' },
      sheet.result.secrecy === 'public' ? { zh: '公开', en: 'public' } : UNSTATED,
    ],
  ];
}

export function carrierFacts({ sheet: { carrier } }: PlacedEntry): Fact[] {
  return [
    [{ zh: '载体名称', en: 'carrier' }, carrier.name],
    [{ zh: '运营单位', en: 'operator' }, carrier.operator ?? UNSTATED],
    [{ zh: '类型', en: 'kind' }, carrier.kind ? KIND_NAMES[carrier.kind] : UNSTATED],
    [{ zh: '级别', en: 'level' }, carrier.level ? LEVEL_NAMES[carrier.level] : UNSTATED],
    [{ zh: '动态管理状态', en: 'standing' }, carrier.status ? STATUS_NAMES[carrier.status] : UNSTATED],
    [{ zh: '承接成熟度', en: 'readiness taken' }, trlWindow(carrier)],
  ];
}

/** `TRL 5–6（由文字推断）`. */
export function trlLine(trl: ReportEntry['result']['trl']): Bilingual {
  if (!trl) return { zh: '不明', en: 'unknown' };
  const level = trl.low === trl.high ? `${trl.low}` : `${trl.low}–${trl.high}`;
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
