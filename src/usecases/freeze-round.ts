import { carrierEmbeddingText, resultEmbeddingText } from '../domain/embedding-text.ts';
import { DomainError } from '../domain/errors.ts';
import type { FrozenRound } from '../domain/frozen-round.ts';
import type { Pair } from '../domain/review.ts';
import type { FrozenRecord, Round } from '../domain/round.ts';
import type { Store } from '../store/store.ts';
import { embeddingTextHash } from './embedding-texts.ts';
import { requireRound } from './find-round.ts';
import type { Ports } from './ports.ts';

/**
 * A round with all that it rests on, as the store keeps it: its plan, the records as they stood, the corpus model, the
 * vectors. Holds contacts like the records themselves. Throws `round.not_found`, or `round.inputs_gone` where a content
 * is not in the store any more.
 */
export async function freezeRound({ store }: Pick<Ports, 'store'>, roundId: string): Promise<FrozenRound> {
  const { state: _, createdAt, finishedAt: __, ...plan } = await requireRound(store, roundId);
  const results = await contents(store.results, plan.results);
  const carriers = await contents(store.carriers, plan.carriers);
  const before = plan.previous === null ? null : await store.rounds.report(plan.previous);
  return {
    format: 'jianyuan.frozen-round/1',
    plan: {
      ...plan,
      purposes: [...plan.purposes],
      results: [...plan.results],
      carriers: [...plan.carriers],
      assignment: {
        ...plan.assignment,
        demands: plan.assignment.demands && [...plan.assignment.demands],
        decisions: [...plan.assignment.decisions],
      },
    },
    createdAt,
    before: before === null ? null : before.assignment.placements.map(pairOf),
    results,
    carriers,
    model: await modelOf(store, plan),
    vectors: await vectorsOf(store, plan, [
      ...results.map(resultEmbeddingText),
      ...carriers.map(carrierEmbeddingText),
    ]),
  };
}

function pairOf({ resultId, carrierId, purpose }: Pair): Pair {
  return { resultId, carrierId, purpose };
}

async function contents<T>(
  records: { versions(hashes: readonly string[]): Promise<Map<string, T>> },
  refs: readonly FrozenRecord[],
): Promise<T[]> {
  const found = await records.versions(refs.map(({ hash }) => hash));
  return refs.map(
    ({ id, hash }) => found.get(hash) ?? gone(`记录 ${id} 当时的内容`, `the content of record ${id}`),
  );
}

async function modelOf(store: Store, { model }: Pick<Round, 'model'>): Promise<Uint8Array | null> {
  if (model === null) return null;
  return (await store.models.bytes(model)) ?? gone(`语料模型 ${model}`, `the corpus model ${model}`);
}

async function vectorsOf(
  store: Store,
  { embedding }: Pick<Round, 'embedding'>,
  texts: readonly string[],
): Promise<FrozenRound['vectors']> {
  if (embedding.model === null) return [];
  const hashes = [...new Set(texts.map(embeddingTextHash))];
  const found = await store.embeddings.find(hashes, embedding.model);
  return hashes.map((textHash) => ({
    textHash,
    vector: found.get(textHash) ?? gone(`文本 ${textHash} 的向量`, `the vector of the text ${textHash}`),
  }));
}

function gone(zh: string, en: string): never {
  throw new DomainError('round.inputs_gone', `${zh}已不在库中 · ${en} is not in the store any more`);
}
