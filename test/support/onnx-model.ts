/**
 * Writes a small embedding model as ONNX, in the layout of the Hugging Face hub: each word has a vector, looked up in
 * a table. It knows few words, but it is run as the large ones are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const WORDS = [
  '[UNK]',
  '[PAD]',
  'battery',
  'storage',
  'electrolyte',
  'vaccine',
  'medicine',
  'malaria',
];
/** Words of one subject look the same way, more or less. */
const TABLE = [
  [0.1, 0.1, 0.1],
  [0, 0, 0],
  [1, 0, 0.2],
  [0.9, 0.1, 0.3],
  [1, 0.1, 0.1],
  [0, 1, 0.2],
  [0.1, 0.9, 0.3],
  [0.1, 1, 0.1],
];
export const WIDTH = 3;

export function writeOnnxModel(directory: string): void {
  const json = (path: string, content: object) =>
    writeFileSync(join(directory, path), JSON.stringify(content));
  mkdirSync(join(directory, 'onnx'), { recursive: true });
  mkdirSync(join(directory, '1_Pooling'));
  json('config.json', { model_type: 'bert', hidden_size: WIDTH });
  json('tokenizer_config.json', {
    tokenizer_class: 'PreTrainedTokenizerFast',
    model_max_length: 8,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  });
  json('tokenizer.json', TOKENIZER);
  json('1_Pooling/config.json', { pooling_mode_cls_token: false, pooling_mode_mean_tokens: true });
  writeFileSync(join(directory, 'onnx/model.onnx'), lookupModel());
}

const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: ['[UNK]', '[PAD]'].map((content, id) => ({ id, content, special: true })),
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: null,
  decoder: null,
  model: {
    type: 'WordLevel',
    vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    unk_token: '[UNK]',
  },
};

/** last_hidden_state = Gather(table, input_ids). Field numbers: onnx/onnx.proto3 of the ONNX project. */
function lookupModel(): Buffer {
  const FLOAT = 1;
  const INT64 = 7;
  const table = message(
    number(1, WORDS.length),
    number(1, WIDTH),
    number(2, FLOAT),
    bytes(8, 'table'),
    bytes(9, Buffer.from(Float32Array.from(TABLE.flat()).buffer)),
  );
  const node = message(
    bytes(1, 'table'),
    bytes(1, 'input_ids'),
    bytes(2, 'last_hidden_state'),
    bytes(4, 'Gather'),
  );
  const graph = message(
    bytes(1, node),
    bytes(2, 'lookup'),
    bytes(5, table),
    bytes(11, tensorNamed('input_ids', INT64, ['texts', 'tokens'])),
    bytes(12, tensorNamed('last_hidden_state', FLOAT, ['texts', 'tokens', 'width'])),
  );
  const opset = message(bytes(1, ''), number(2, 13));
  return message(number(1, 8), bytes(7, graph), bytes(8, opset));
}

function tensorNamed(name: string, element: number, axes: readonly string[]): Buffer {
  const shape = message(...axes.map((axis) => bytes(1, bytes(2, axis))));
  return message(bytes(1, name), bytes(2, bytes(1, message(number(1, element), bytes(2, shape)))));
}

const message = (...fields: readonly Buffer[]) => Buffer.concat(fields);
const number = (field: number, value: number) => message(varint(field << 3), varint(value));
function bytes(field: number, content: string | Buffer): Buffer {
  const payload = Buffer.from(content);
  return message(varint((field << 3) | 2), varint(payload.length), payload);
}

function varint(value: number): Buffer {
  const groups: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...groups, rest]);
    groups.push((rest % 128) | 128);
  }
}
