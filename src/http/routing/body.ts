/** The bodies that routes take: how each is read off the wire, described, and checked. */

import { z } from 'zod';
import { saysErrors } from '../../domain/explain-issues.ts';
import { RequestError } from '../problems/request-error.ts';
import { parseBody } from './parse.ts';

export interface BodySpec<Body> {
  readonly media: 'application/json' | 'multipart/form-data';
  /** What the OpenAPI document says of it. */
  readonly schema: z.ZodType;
  readonly required: boolean;
  readonly parse: (given: unknown) => Body;
}

/** A JSON object that is checked here; absent, it is taken for an empty one. */
export function optionalJson<Schema extends z.ZodObject>(schema: Schema): BodySpec<z.output<Schema>> {
  const strict = schema.strict();
  return {
    media: 'application/json',
    schema,
    required: false,
    parse: (given) => parseBody(strict, given ?? {}) as z.output<Schema>,
  };
}

/** A JSON object that must be there and is checked here. */
export function requiredJson<Schema extends z.ZodObject>(schema: Schema): BodySpec<z.output<Schema>> {
  const strict = schema.strict();
  return {
    media: 'application/json',
    schema,
    required: true,
    parse: (given) => parseBody(strict, given) as z.output<Schema>,
  };
}

/** A record: checked by the use case, which refuses what is not public before anything else is said of it. */
export function recordJson(schema: z.ZodObject): BodySpec<unknown> {
  return {
    media: 'application/json',
    schema,
    required: true,
    parse: (given) => {
      if (!Array.isArray(given)) return given;
      throw new RequestError('record.invalid', saysErrors(1), [
        { field: 'record', found: '列表 · a list', expected: '一条记录 · one object' },
      ]);
    },
  };
}

interface UploadedFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

export interface Upload<Fields> {
  readonly file: UploadedFile;
  readonly fields: Fields;
}

const FileField = z.object({
  file: z.custom<UploadedFile>((value) => value !== undefined, '文件 · a file in the field `file`'),
});

/** A form with one file, in the field `file`, and other fields. */
export function uploadForm<Fields extends z.ZodObject>(fields: Fields): BodySpec<Upload<z.output<Fields>>> {
  const form = fields.extend(FileField.shape);
  return {
    media: 'multipart/form-data',
    schema: fields.extend({
      file: z.string().meta({ description: 'XLSX、CSV 或 JSONL 文件 · The file', format: 'binary' }),
    }),
    required: true,
    parse: (given) => {
      // Once as a whole, so that all that is wrong with it is said at once.
      parseBody(form, given);
      return { file: parseBody(FileField, given).file, fields: parseBody(fields, given) as z.output<Fields> };
    },
  };
}
