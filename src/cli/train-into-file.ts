/** Learns from files into a file, without a database. */
import { writeFile } from 'node:fs/promises';
import { collectBackground, collectRecords, type LearnOptions, learnModel } from '../usecases/learn-model.ts';
import { summariseModel } from '../usecases/summarise-model.ts';
import { backgroundFile, openFileEngine, readCarrierFile, readResultFile } from './measuring.ts';
import type { Learnt } from './output/training-table.ts';

export interface FileTraining {
  readonly results?: string;
  readonly carriers?: string;
  readonly corpus?: readonly string[] | false;
  readonly profile?: string;
  readonly out: string;
}

/** Throws what reading the files throws. */
export async function trainIntoFile(
  { results, carriers, corpus, profile: folder, out }: FileTraining,
  progress: NonNullable<LearnOptions['progress']>,
): Promise<Learnt> {
  const start = Date.now();
  const { engine, profile } = await openFileEngine(folder);
  const given = {
    results: results === undefined ? [] : await readResultFile(results),
    carriers: carriers === undefined ? [] : await readCarrierFile(carriers),
  };
  const records = await collectRecords(engine, given, { progress });
  const background = await collectBackground(engine, (corpus || []).map(backgroundFile), { progress });
  const model = await learnModel(engine, { records, background }, { progress });
  await writeFile(out, engine.writeModel(model));
  const seconds = (Date.now() - start) / 1000;
  return { ...summariseModel(model, profile), refused: background.refused, seconds };
}
