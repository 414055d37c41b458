/**
 * The package @huggingface/transformers, which runs ONNX models. With its runtime it takes half a gigabyte, so it is
 * not installed with the program: whoever wants it installs it. What is used of it is written down here.
 */
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { DomainError } from '../../domain/errors.ts';
import type { ModelDirectory, Pooling } from './model-directory.ts';

/** A name that no tool follows: it need not be there. */
const PACKAGE: string = '@huggingface/transformers';
const VERSION = '4.3.1';

export interface Tensor {
  /** Number of texts, number of dimensions. */
  readonly dims: readonly number[];
  /** Row by row. */
  readonly data: ArrayLike<number>;
}

export type Extractor = (
  texts: readonly string[],
  options: { readonly pooling: Pooling; readonly normalize: boolean },
) => Promise<Tensor>;

interface Transformers {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: 'feature-extraction',
    model: string,
    options: { dtype: ModelDirectory['dtype']; local_files_only: true },
  ): Promise<Extractor>;
}

/** Throws `config.invalid` where the package is not installed; loads nothing. */
export function requireTransformers(): void {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
  } catch (error) {
    throw notInstalled(error);
  }
}

/** Loads the model; no file is ever fetched from elsewhere. */
export async function loadExtractor({ path, dtype }: ModelDirectory): Promise<Extractor> {
  const { env, pipeline }: Transformers = await import(PACKAGE);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(path);
  return pipeline('feature-extraction', basename(path), { dtype, local_files_only: true });
}

function notInstalled(cause: unknown): DomainError {
  const error = new DomainError(
    'config.invalid',
    '未安装运行 ONNX 模型的软件包 · The package that runs ONNX models is not installed',
    [
      {
        field: 'EMBEDDER_DIRECTORY',
        found: `未安装软件包 · no package ${PACKAGE}`,
        expected: `先安装软件包，或不设 EMBEDDER_DIRECTORY · npm install --no-save ${PACKAGE}@${VERSION}, or no EMBEDDER_DIRECTORY`,
      },
    ],
  );
  error.cause = cause;
  return error;
}
