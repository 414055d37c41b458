/** An embedder that runs a model of this machine's disk within the process: no server, no network. */
import { basename } from 'node:path';
import { type Embedder, EmbedderRefused } from '../embedder.ts';
import { unitVectors } from '../unit-vectors.ts';
import { readModelDirectory } from './model-directory.ts';
import { type Extractor, loadExtractor, requireTransformers, type Tensor } from './transformers.ts';

export interface OnnxEmbedderOptions {
  /** Folder of the model: config.json, tokenizer.json, onnx/model.onnx … */
  readonly directory: string;
  /** Texts computed at a time. */
  readonly batch: number;
}

/**
 * Looks at folder and package at once, so that what is missing is said at the start; the model itself is loaded with
 * the first text. Throws `config.invalid`.
 */
export async function openOnnxEmbedder({ directory, batch }: OnnxEmbedderOptions): Promise<Embedder> {
  requireTransformers();
  const model = await readModelDirectory(directory);
  let loading: Promise<Extractor> | null = null;

  const extractor = (): Promise<Extractor> => {
    loading ??= loadExtractor(model).catch((error: unknown) => {
      throw new EmbedderRefused(`the model in ${basename(directory)} cannot be loaded`, { cause: error });
    });
    return loading;
  };

  return {
    model: model.model,
    embed: async (texts, signal) => {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += batch) {
        signal?.throwIfAborted();
        const some = texts.slice(start, start + batch);
        const extract = await extractor();
        // the length is made 1 by unitVectors, in double precision, as for every embedder
        const tensor = await extract(some, { pooling: model.pooling, normalize: false });
        vectors.push(...unitVectors(rowsOf(tensor), some.length));
      }
      return vectors;
    },
    ping: async () => void (await readModelDirectory(directory)),
  };
}

function rowsOf({ dims, data }: Tensor): ArrayLike<number>[] {
  const [rows, width] = dims;
  if (dims.length !== 2 || rows === undefined || width === undefined || rows * width !== data.length)
    throw new EmbedderRefused(
      `the model gives a tensor of ${dims.join(' × ')}, not one vector for each text`,
    );
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_unused, i) => data[row * width + i]!),
  );
}
