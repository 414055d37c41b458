/** The one table of refusals: each code with its HTTP status and a title in Chinese and English. */
import type { ErrorCode } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/match.ts';

/** What only exists at this edge: the request itself, who sends it, how often. */
export type EdgeCode =
  | 'request.malformed_json'
  | 'request.malformed_upload'
  | 'request.too_large'
  | 'request.unsupported_type'
  | 'route.not_found'
  | 'route.method_not_allowed'
  | 'auth.required'
  | 'auth.wrong_key'
  | 'auth.writes_disabled'
  | 'rate.limited'
  | 'service.not_ready'
  | 'internal';

export type ProblemCode = ErrorCode | EdgeCode;

export interface ProblemKind {
  readonly status: number;
  readonly title: Bilingual;
}

const kind = (status: number, zh: string, en: string): ProblemKind => ({ status, title: { zh, en } });

/** Codes are stable; statuses follow from them alone. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'record.invalid': kind(422, '记录有误', 'The record is invalid'),
  'record.not_found': kind(404, '没有此记录', 'There is no such record'),
  'result.not_public': kind(422, '非公开成果不予登记', 'A result that is not public is not registered'),
  'file.unreadable': kind(422, '文件无法读取', 'The file cannot be read'),
  'file.too_large': kind(413, '文件过大', 'The file is too large'),
  'file.empty': kind(422, '文件为空', 'The file is empty'),
  'file.headings_missing': kind(422, '找不到表头', 'The file has no headings that are known'),
  'import.not_found': kind(404, '没有此导入', 'There is no such import'),
  'round.not_found': kind(404, '没有此轮次', 'There is no such round'),
  'round.not_finished': kind(409, '轮次尚未结束', 'The round is not finished'),
  'round.unknown_result': kind(400, '成果不在本轮中', 'The result is not in this round'),
  'round.other_purpose': kind(400, '本轮没有此用途', 'The round is not for this purpose'),
  'round.nothing_to_match': kind(409, '没有可对接的数据', 'There is nothing to match'),
  'round.inputs_gone': kind(409, '轮次的输入已不在库中', 'Inputs of the round are gone'),
  'round.inputs_changed': kind(422, '记录与冻结内容不一致', 'A record is not the one that was frozen'),
  'round.other_engine': kind(409, '引擎版本不同', 'Another version of the engine'),
  'report.not_found': kind(404, '没有此报告', 'There is no such report'),
  'report.too_large': kind(413, '报告过大，只提供 JSON', 'The report is too large for this format'),
  'job.not_found': kind(404, '没有此任务', 'There is no such job'),
  'matching.unavailable': kind(503, '匹配暂不可用', 'Matching is not available for the moment'),
  'store.unavailable': kind(503, '数据库暂不可用', 'The database is not available for the moment'),
  'store.full': kind(507, '磁盘已满', 'The disk is full'),
  'request.invalid': kind(400, '请求有误', 'The request is invalid'),
  'request.malformed_json': kind(400, '请求不是合法的 JSON', 'The request is not valid JSON'),
  'request.malformed_upload': kind(400, '上传内容不完整或格式有误', 'The upload is malformed'),
  'request.too_large': kind(413, '请求过大', 'The request is too large'),
  'request.unsupported_type': kind(415, '不支持的内容类型', 'The content type is not supported'),
  'route.not_found': kind(404, '没有此地址', 'There is nothing at this address'),
  'route.method_not_allowed': kind(405, '此地址不支持该方法', 'The address does not take this method'),
  'auth.required': kind(401, '需要 API 密钥', 'An API key is required'),
  'auth.wrong_key': kind(401, 'API 密钥不正确', 'The API key is wrong'),
  'auth.writes_disabled': kind(403, '本服务为只读', 'This service is read-only'),
  'rate.limited': kind(429, '请求过于频繁', 'Too many requests'),
  'service.not_ready': kind(503, '服务尚未就绪', 'The service is not ready'),
  internal: kind(500, '内部错误', 'Internal error'),
  // Faults of the installation, not of the caller: they reach a caller as internal errors.
  'profile.invalid': kind(500, '内部错误', 'Internal error'),
  'model.unreadable': kind(500, '内部错误', 'Internal error'),
  'model.other_analyser': kind(500, '内部错误', 'Internal error'),
  'model.too_little': kind(409, '文本太少，无法学习', 'There is too little to learn from'),
  'labels.too_few': kind(409, '带标签的文本太少', 'There are too few labelled texts'),
  'labels.unknown': kind(409, '标签不在区域档案中', 'The labels are no sectors of the profile'),
  'store.not_empty': kind(500, '内部错误', 'Internal error'),
  'job.payload_invalid': kind(500, '内部错误', 'Internal error'),
  'config.invalid': kind(500, '内部错误', 'Internal error'),
};
