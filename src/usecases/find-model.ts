import type { BackgroundSource } from '../domain/model-description.ts';
import type { KeptModel } from '../store/store.ts';
import type { Ports } from './ports.ts';

export interface ModelView {
  /** What every ranking uses; null: each pool learns from its own records. */
  readonly current: KeptModel | null;
  /** Where there is no current one: the last one of another reading of texts, which cannot be used. */
  readonly outdated: KeptModel | null;
  /** Background texts that another version read: they have to be given again. */
  readonly lost: readonly BackgroundSource[];
}

/** The corpus model in use. */
export async function findModel({ store, engine }: Pick<Ports, 'store' | 'engine'>): Promise<ModelView> {
  const current = await store.models.current(engine.analyser);
  if (current) return { current, outdated: null, lost: current.lost };
  const [last] = await store.models.list();
  return { current: null, outdated: last ?? null, lost: last ? [...last.background, ...last.lost] : [] };
}
