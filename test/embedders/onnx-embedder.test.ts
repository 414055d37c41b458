import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DomainError } from '../../src/domain/errors.ts';
import { EmbedderRefused } from '../../src/embedders/embedder.ts';
import { readModelDirectory } from '../../src/embedders/onnx/model-directory.ts';
import { openOnnxEmbedder } from '../../src/embedders/onnx/onnx-embedder.ts';
import { WIDTH, writeOnnxModel } from '../support/onnx-model.ts';

let directory: string;
let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'jianyuan-onnx-'));
  directory = join(parent, 'words');
  mkdirSync(directory);
  writeOnnxModel(directory);
});
afterEach(() => rmSync(parent, { recursive: true }));

async function refusal(attempt: Promise<unknown>): Promise<DomainError> {
  const error = await attempt.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'config.invalid', findings: [{ field: 'EMBEDDER_DIRECTORY' }] });
  return error as DomainError;
}

describe('the folder of a model', () => {
  it('names the model by what its vectors depend on: other weights or another pooling, another name', async () => {
    const { model, ...kind } = await readModelDirectory(directory);
    expect(model).toMatch(/^onnx:words:fp32:mean:[0-9a-f]{12}$/u);
    expect(kind).toEqual({ path: directory, dtype: 'fp32', pooling: 'mean' });
    expect((await readModelDirectory(directory)).model).toBe(model);

    const weights = readFileSync(join(directory, 'onnx/model.onnx'));
    weights[weights.length >> 1]! ^= 1;
    writeFileSync(join(directory, 'onnx/model.onnx'), weights);
    const other = (await readModelDirectory(directory)).model;
    expect(other).not.toBe(model);
    writeFileSync(join(directory, '1_Pooling/config.json'), '{"pooling_mode_cls_token":true}');
    expect((await readModelDirectory(directory)).model).toBe(other.replace(':mean:', ':cls:'));
  });

  it('gives its most exact weights', async () => {
    rmSync(join(directory, 'onnx/model.onnx'));
    writeFileSync(join(directory, 'onnx/model_quantized.onnx'), 'coarse');
    expect((await readModelDirectory(directory)).dtype).toBe('q8');
    writeFileSync(join(directory, 'onnx/model_fp16.onnx'), 'finer');
    expect((await readModelDirectory(directory)).dtype).toBe('fp16');
  });

  it.each(['config.json', 'tokenizer.json', 'onnx/model.onnx'])(
    'is refused without %s, by name',
    async (file) => {
      rmSync(join(directory, file));
      expect((await refusal(readModelDirectory(directory))).findings[0]?.expected).toContain(file);
    },
  );

  it('is refused where it wants a pooling that is not known', async () => {
    writeFileSync(join(directory, '1_Pooling/config.json'), '{"pooling_mode_max_tokens":true}');
    expect((await refusal(readModelDirectory(directory))).findings[0]?.expected).toContain('1_Pooling');
  });
});

describe.skipIf(isInstalled())('without the package that runs such models', () => {
  it('the start is refused, and says what to install', async () => {
    const { findings } = await refusal(openOnnxEmbedder({ directory, batch: 4 }));
    expect(findings[0]?.expected).toContain('npm install --no-save @huggingface/transformers');
  });
});

/** The package takes half a gigabyte and is no part of the set-up: `npm install --no-save @huggingface/transformers`. */
describe.skipIf(!isInstalled())('with the package that runs such models', () => {
  it('texts about one subject are nearer to each other than to another one', async () => {
    const embedder = await openOnnxEmbedder({ directory, batch: 2 });
    const vectors = await embedder.embed(['Battery electrolyte', 'storage battery', 'Malaria vaccine']);
    expect(vectors.map((vector) => vector.length)).toEqual([WIDTH, WIDTH, WIDTH]);
    const cosine = (a: number, b: number) =>
      vectors[a]!.reduce((sum, value, i) => sum + value * vectors[b]![i]!, 0);
    expect(cosine(0, 0)).toBeCloseTo(1, 6);
    expect(cosine(0, 1)).toBeGreaterThan(0.9);
    expect(cosine(0, 2)).toBeLessThan(0.5);
    const [alone] = await embedder.embed(['storage battery']);
    expect([...alone!]).toEqual([...vectors[1]!].map((value) => expect.closeTo(value, 6)));
    await embedder.ping();
  });

  it('weights that cannot be loaded are a refusal, not a reason for another try', async () => {
    writeFileSync(join(directory, 'onnx/model.onnx'), 'no weights');
    const embedder = await openOnnxEmbedder({ directory, batch: 2 });
    await expect(embedder.embed(['battery'])).rejects.toThrow(EmbedderRefused);
  });
});

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('@huggingface/transformers');
    return true;
  } catch {
    return false;
  }
}
