/** A form with one file, kept in memory until the use case has stored it. */
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { RequestError } from '../problems/request-error.ts';
import { memoryStorage } from './memory-storage.ts';
import { passedThrough } from './passed-through.ts';

/** The fields of the form, and `file: {filename, bytes}`, which is undefined where none came. */
export type RawUpload = Readonly<Record<string, unknown>>;

/** Throws `file.too_large` or `request.malformed_upload`. */
export async function readUpload(
  request: Request,
  response: Response,
  maxUploadBytes: number,
): Promise<RawUpload> {
  const receive = multer({
    storage: memoryStorage,
    // Browsers and curl send file names as UTF-8; without a word they would be read as latin1.
    defParamCharset: 'utf8',
    limits: {
      fileSize: maxUploadBytes,
      files: 1,
      fields: 10,
      fieldNameSize: 100,
      fieldSize: 1_000,
      parts: 12,
    },
  }).single('file');
  try {
    await passedThrough(receive, request, response);
  } catch (error) {
    throw uploadError(error, maxUploadBytes);
  }
  const { file, body } = request;
  return { ...body, file: file && { filename: plainName(file.originalname), bytes: file.buffer } };
}

/** Everything that the parser throws is about the form: in memory nothing else can fail. */
function uploadError(error: unknown, maxUploadBytes: number): RequestError {
  const { code, field } = error instanceof MulterError ? error : { code: '', field: undefined };
  if (code === 'LIMIT_FILE_SIZE') {
    const limit = `${maxUploadBytes / 1024 / 1024} MB`;
    return new RequestError('file.too_large', `文件超过上限 ${limit} · The file is larger than ${limit}`);
  }
  const expected = '一个名为 file 的文件和表单字段 · one file in the field `file`, and form fields';
  return new RequestError(
    'request.malformed_upload',
    '上传内容不完整或格式有误 · The upload is incomplete or malformed',
    [{ field: 'body', found: foundOf(code, field), expected }],
  );
}

function foundOf(code: string, field: string | undefined): string {
  if (code === 'LIMIT_UNEXPECTED_FILE' && field !== undefined)
    return field === 'file'
      ? '不止一个文件 · more than one file'
      : `名为 ${field} 的文件 · a file in \`${field}\``;
  return code === '' ? '格式有误 · malformed' : code;
}

/** A name to show: folders are cut off by the parser, here control characters and what no list can hold. */
function plainName(name: string): string {
  const shown = name.replace(/\p{Cc}/gu, '').trim();
  return shown === '' ? '未命名' : shown.slice(-200);
}
