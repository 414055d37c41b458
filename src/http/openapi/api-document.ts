/** The OpenAPI 3.1 document, made from the routes and their schemas. */
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Route, Tag } from '../routing/route.ts';
import { describeAnswers } from './describe-answers.ts';

const KEY_SCHEME = 'apiKey';

const TAGS: Readonly<Record<Tag, string>> = {
  results: '高校科技成果 · Research results of universities',
  carriers: '孵化载体 · Incubation carriers',
  recommendations: '推荐与说明 · Recommendations, explained',
  imports: '文件导入 · Spreadsheets in',
  rounds: '对接轮次 · Matching rounds',
  reports: '对接报告 · Match reports',
  decisions: '审核决定 · Decisions of reviewers',
  jobs: '后台任务 · Background jobs',
  service: '服务状态 · The service itself',
};

const DESCRIPTION = `高校科技成果与孵化载体智能匹配。Matches university research results to incubation carriers.

- 读取开放，写入需 API 密钥；联系人信息只对持有密钥者显示。Reading is open, writing needs the API key; contact data is shown to holders of the key only.
- 未知不等于零：null 表示未知。Unknown is not zero: null is unknown.
- 出错时返回 RFC 9457 问题说明，请依据 code 判断。Refusals are RFC 9457 problem details: decide by \`code\`.
- 列表按游标翻页。Lists have cursor pages: pass \`next\` as \`cursor\`.`;

export function createApiDocument(routes: readonly Route[]): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', KEY_SCHEME, {
    type: 'http',
    scheme: 'bearer',
    description: 'API 密钥 · The API key of the server',
  });
  for (const route of routes) registry.registerPath(describeRoute(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '建园 Jianyuan API',
      version: packageJson.version,
      description: DESCRIPTION,
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  });
}

function describeRoute(route: Route): RouteConfig {
  const { method, path, operationId, tag, summary, description, access, params, query, body } = route;
  return {
    method,
    path,
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(access),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined
        ? {}
        : { body: { required: body.required, content: { [body.media]: { schema: body.schema } } } }),
    },
    responses: describeAnswers(route),
  };
}

/** An open route takes the key, too: then it shows more. */
function securityOf(access: Route['access']): Record<string, string[]>[] {
  if (access === 'probe') return [];
  return access === 'key' ? [{ [KEY_SCHEME]: [] }] : [{}, { [KEY_SCHEME]: [] }];
}
