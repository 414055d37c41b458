/** A folder with an embedding model as ONNX, laid out as the Hugging Face hub does: what is in it, and its name. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';

/** Weights by how exact they are; the most exact that is there is taken. `dtype` is what transformers.js calls it. */
const WEIGHTS = [
  { file: 'onnx/model.onnx', dtype: 'fp32' },
  { file: 'onnx/model_fp16.onnx', dtype: 'fp16' },
  { file: 'onnx/model_quantized.onnx', dtype: 'q8' },
] as const;
const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
/** Where sentence-transformers writes how the vectors of the tokens become that of the text. */
const POOLING_FILE = '1_Pooling/config.json';

/** A sample of a file of weights: this many bytes of its head and of its tail. */
const SAMPLE_BYTES = 1024 * 1024;

export type Pooling = 'mean' | 'cls';

export interface ModelDirectory {
  readonly path: string;
  readonly dtype: (typeof WEIGHTS)[number]['dtype'];
  readonly pooling: Pooling;
  /** `onnx:<folder>:<dtype>:<pooling>:<fingerprint>`: other weights, another name. */
  readonly model: string;
}

/** Throws `config.invalid`, with a finding on EMBEDDER_DIRECTORY, where the folder holds no model that can be run. */
export async function readModelDirectory(path: string): Promise<ModelDirectory> {
  const missing = NEEDED.filter((file) => !existsSync(join(path, file)));
  if (missing.length > 0)
    throw unusable(`目录中须有 ${missing.join('、')} · ${missing.join(', ')} in the folder`);
  const weights = WEIGHTS.find(({ file }) => existsSync(join(path, file)));
  if (!weights)
    throw unusable(
      `目录中须有下列文件之一 · in the folder one of ${WEIGHTS.map(({ file }) => file).join(', ')}`,
    );
  const pooling = await poolingOf(path);
  const name = [basename(path), weights.dtype, pooling, await fingerprint(path, weights.file)].join(':');
  return { path, dtype: weights.dtype, pooling, model: `onnx:${name}` };
}

const PoolingSchema = z.object({
  pooling_mode_cls_token: z.boolean().default(false),
  pooling_mode_mean_tokens: z.boolean().default(false),
});

/** As the model's own file says; without that file the mean, which most models are trained for. */
async function poolingOf(path: string): Promise<Pooling> {
  const file = join(path, POOLING_FILE);
  if (!existsSync(file)) return 'mean';
  const modes = PoolingSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  if (modes.pooling_mode_cls_token === modes.pooling_mode_mean_tokens)
    throw unusable(
      `${POOLING_FILE} 须写明按均值或按 cls 池化 · a pooling by mean or by cls token in ${POOLING_FILE}`,
    );
  return modes.pooling_mode_cls_token ? 'cls' : 'mean';
}

/**
 * sha256 over the small files, and over size, head and tail of the weights: these may have gigabytes, and each start
 * of the program asks. Files of the same model are alike in it; weights that were trained further differ all over.
 */
async function fingerprint(path: string, weights: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of NEEDED) hash.update(await readFile(join(path, file)));
  for (const file of [weights, `${weights}_data`]) {
    if (existsSync(join(path, file))) await updateBySample(hash, join(path, file));
  }
  return hash.digest('hex').slice(0, 12);
}

async function updateBySample(hash: Hash, path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    hash.update(`\0${size}\0`);
    for (const start of [0, Math.max(0, size - SAMPLE_BYTES)]) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, start);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

function unusable(expected: string): DomainError {
  return new DomainError(
    'config.invalid',
    '向量模型目录无法使用 · The folder of the embedding model cannot be used',
    [{ field: 'EMBEDDER_DIRECTORY', found: '内容不符 · another content', expected }],
  );
}
