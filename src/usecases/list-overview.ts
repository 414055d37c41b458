/** Records as a person looks through them for an id: what each is called, its field, where it stands. */
import type { Analysis } from '../domain/analysis.ts';
import { DomainError } from '../domain/errors.ts';
import type { Profile } from '../domain/profile.ts';
import type { ResearchResult } from '../domain/research-result.ts';
import type { RecordStore, Store, Stored } from '../store/store.ts';
import { carrierBrief, resultBrief } from './briefs.ts';
import { page } from './list-records.ts';
import type { Ports } from './ports.ts';

export interface OverviewQuery {
  readonly limit: number;
  /** Words that must occur in title or name. */
  readonly search?: string | undefined;
  /** Code, Chinese name or another name of a sector. */
  readonly sector?: string | undefined;
}

interface Fields {
  /** Codes as read out of the texts, the first one first; none where they are unsure, null where nobody has read them. */
  readonly sectors: readonly string[] | null;
}

export interface Overview<Listed> {
  readonly items: readonly Listed[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
  /** Of those looked at: left out because nobody has read yet whether they are of the sector. */
  readonly unread: number;
}

type OverviewPorts = Pick<Ports, 'store' | 'engine' | 'profile'>;

export const overviewResults = overviewOf(
  ({ results }) => results,
  (result: ResearchResult) => ({ ...resultBrief(result), trl: result.trl, stage: result.stage }),
);
export const overviewCarriers = overviewOf(({ carriers }) => carriers, carrierBrief);

/** Records looked at at a time, where only some are of the sector. */
const BATCH = 200;
/** A sector of which less is said is none of the record's. */
const LEAST_SHARE = 0.25;
/** A reading that is more often wrong than right is none. */
const LEAST_CONFIDENCE = 0.5;

/** A use case: in the order of ids. Throws `request.invalid` where the profile has no such sector. */
function overviewOf<T extends { id: string }, Brief>(
  recordsIn: (store: Store) => Pick<RecordStore<T, never>, 'list'>,
  briefOf: (record: T) => Brief,
) {
  return async (
    { store, engine, profile }: OverviewPorts,
    { limit, search, sector }: OverviewQuery,
  ): Promise<Overview<Brief & Fields>> => {
    const code = sector === undefined ? undefined : codeOf(sector, profile);
    const found: { record: T; sectors: Fields['sectors'] }[] = [];
    let unread = 0;
    for (let after: string | undefined, end = false; !end && found.length <= limit; ) {
      const batch: readonly Stored<T>[] = await recordsIn(store).list({ after, limit: BATCH, search });
      const read = await store.analyses.find(
        batch.map(({ hash }) => hash),
        engine.analyser,
      );
      for (const { record, hash } of batch) {
        const sectors = sectorsOf(read.get(hash));
        if (code === undefined || sectors?.includes(code)) found.push({ record, sectors });
        else if (sectors === null) unread++;
      }
      after = batch.at(-1)?.record.id;
      end = batch.length < BATCH;
    }
    const { items, next } = page(found, limit, ({ record }) => record.id);
    return {
      items: items.map(({ record, sectors }) => ({ ...briefOf(record), sectors })),
      more: next !== null,
      unread,
    };
  };
}

function sectorsOf(analysis: Analysis | undefined): string[] | null {
  if (!analysis) return null;
  const { weights, confidence } = analysis.sectors;
  if (confidence < LEAST_CONFIDENCE) return [];
  return weights.filter(({ weight }) => weight >= LEAST_SHARE).map(({ code }) => code);
}

function codeOf(name: string, { sectors }: Profile): string {
  const meant = name.trim().toLowerCase();
  const found = sectors.find(({ code, zh, en, aliases }) =>
    [code, zh, en, ...aliases].some((each) => each.toLowerCase() === meant),
  );
  if (found) return found.code;
  throw new DomainError('request.invalid', `没有此领域：${name} · There is no such sector: ${name}`, [
    {
      field: 'sector',
      found: name,
      expected: `以下之一 · one of ${sectors.map(({ code, zh }) => `${code} ${zh}`).join('、')}`,
    },
  ]);
}
