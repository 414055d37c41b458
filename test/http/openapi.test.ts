import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';
import { CARRIER_EXAMPLE } from '../../src/http/carriers/schemas.ts';
import { RESULT_EXAMPLE } from '../../src/http/results/schemas.ts';
import { type DistrictApi, openApi } from './district-api.ts';

let api: DistrictApi;
let document: z.infer<typeof DocumentSchema>;

const OperationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(['path', 'query']),
        required: z.boolean(),
        description: z.string(),
      }),
    )
    .optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/u), z.looseObject({ description: z.string().min(1) })),
});
const DocumentSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'post']), OperationSchema.optional())),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

beforeAll(async () => {
  api = await openApi();
  document = DocumentSchema.parse((await api.get('/openapi.json')).body);
});
afterAll(() => api.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation ? [{ path, method, operation }] : [],
    ),
  );

/** What Express will really answer: its router, read layer by layer. */
const LayerSchema = z.object({
  route: z
    .object({ path: z.string(), stack: z.array(z.object({ method: z.string().optional() })) })
    .optional(),
});

function mounted(): string[] {
  const layers = z.array(LayerSchema).parse(api.app.router.stack);
  return layers.flatMap(({ route }) =>
    (route?.stack ?? []).flatMap(({ method }) =>
      method === undefined ? [] : [`${method} ${route?.path.replaceAll(/:(\w+)/gu, '{$1}')}`],
    ),
  );
}

test('every documented route exists, and every existing route is documented', () => {
  const documented = operations().map(({ method, path }) => `${method} ${path}`);
  expect(documented.length).toBeGreaterThan(20);
  expect(mounted().sort()).toEqual(documented.sort());
});

test('operation ids are unique, tags are declared, parameters are those of the path', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const tags = document.tags.map(({ name }) => name);
  for (const { path, operation } of operations()) {
    expect(tags).toContain(operation.tags[0]);
    const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name)).toEqual(inPath);
    expect(declared.every(({ required }) => required)).toBe(true);
  }
});

test('every $ref leads somewhere', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/gu)].map(([, ref = '']) => ref);
  expect(refs.length).toBeGreaterThan(50);
  for (const ref of refs) {
    const target = ref
      .replace(/^#\//u, '')
      .split('/')
      .reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), document);
    expect(target, ref).toBeDefined();
  }
});

test('writes are guarded and reads are open, as far as the document says and as the server does', async () => {
  for (const { path, method, operation } of operations()) {
    const keyOnly = operation.security.length === 1 && 'apiKey' in (operation.security[0] ?? {});
    // who decided what, and why, is the bureau's own
    const guarded = method === 'post' || path === '/api/v1/decisions';
    expect([path, keyOnly]).toEqual([path, guarded]);
    expect(Object.hasOwn(operation.responses, '500'), path).toBe(true);
  }
});

test('every field of the records is described, and the examples are records that are taken', () => {
  for (const name of ['ResearchResultInput', 'CarrierInput', 'ResearchResult', 'Carrier']) {
    const schema = z
      .looseObject({
        properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })),
      })
      .parse(document.components.schemas[name]);
    for (const [field, property] of Object.entries(schema.properties)) {
      const described = property.description ?? JSON.stringify(property);
      expect(described, `${name}.${field}`).toMatch(/\p{Script=Han}|UTC|description|\$ref/u);
    }
  }
  expect(ResearchResultSchema.safeParse(RESULT_EXAMPLE).success).toBe(true);
  expect(CarrierSchema.safeParse(CARRIER_EXAMPLE).success).toBe(true);
});

test('the page of the document needs nothing from elsewhere, and nothing that its own policy forbids', async () => {
  const front = await api.get('/');
  expect([front.status, front.headers['location']]).toEqual([302, '/docs/']);
  const redirect = await api.get('/docs');
  expect([redirect.status, redirect.headers['location']]).toEqual([301, '/docs/']);
  const page = await api.get('/docs/');
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("script-src 'self'");
  const scripts = [...page.text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gu)];
  expect(scripts.length).toBeGreaterThan(2);
  for (const [, attributes, inline = ''] of scripts) {
    expect(attributes).toMatch(/src="\.\//u);
    expect(inline.trim()).toBe('');
  }
  const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, part = '']) => part);
  for (const part of parts) {
    expect(part).toMatch(/^\.\//u);
    expect((await api.get(`/docs/${part.slice(2)}`)).status, part).toBe(200);
  }
  const start = (await api.get('/docs/swagger-ui-init.js')).text;
  expect(start).toContain('/openapi.json');
  expect(start).toContain('"validatorUrl": null');
});
