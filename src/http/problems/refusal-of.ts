/** Any error as what a caller may know of it. What is not known here is an internal error, without a word of its own. */
import { DomainError } from '../../domain/errors.ts';
import { MAX_JSON_MB } from '../routing/limits.ts';
import { type EdgeCode, PROBLEMS } from './codes.ts';
import type { Refusal } from './problem.ts';
import { RequestError } from './request-error.ts';

const INTERNAL: Refusal = {
  code: 'internal',
  detail:
    '服务内部出错，请稍后再试；联系管理员时请提供请求编号 · Something failed inside; try again later, and quote the request id when asking for help',
};

export function refusalOf(error: unknown): Refusal {
  if (error instanceof RequestError)
    return { code: error.code, detail: error.message, findings: error.findings };
  if (error instanceof DomainError) return ofDomain(error);
  return ofExpress(error) ?? INTERNAL;
}

function ofDomain({ code, message, findings }: DomainError): Refusal {
  return PROBLEMS[code].status === 500 ? INTERNAL : { code, detail: message, findings };
}

/** Refusals of Express and its body parser, by their type; their messages may quote the body and are not passed on. */
const BODY_ERRORS: Readonly<Record<string, readonly [EdgeCode | 'request.invalid', string]>> = {
  'entity.parse.failed': [
    'request.malformed_json',
    '请求正文不是合法的 JSON 对象 · The body is not a valid JSON object',
  ],
  'entity.too.large': [
    'request.too_large',
    `请求正文超过 ${MAX_JSON_MB} MB · The body is larger than ${MAX_JSON_MB} MB`,
  ],
  'encoding.unsupported': [
    'request.unsupported_type',
    '不支持的内容编码 · The content encoding is not supported',
  ],
  'charset.unsupported': ['request.unsupported_type', '请使用 UTF-8 · Use UTF-8'],
  'request.aborted': ['request.invalid', '请求中断 · The request was aborted'],
  'request.size.invalid': [
    'request.invalid',
    '正文长度与声明不符 · The body has another length than declared',
  ],
};

function ofExpress(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const type: unknown = Reflect.get(error, 'type');
  const known = typeof type === 'string' ? BODY_ERRORS[type] : undefined;
  if (known) return { code: known[0], detail: known[1] };
  if (error instanceof URIError || Reflect.get(error, 'status') === 400)
    return {
      code: 'request.invalid',
      detail: '请求地址或正文无法解读 · The address or the body cannot be decoded',
    };
  return undefined;
}
