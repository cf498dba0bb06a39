import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openNewsroom, type TestNewsroom } from '../newsroom/testing/newsroom.ts';
import { dialects } from '../store/testing/databases.ts';
import { apiApp } from './app.ts';
import { deskOver } from './testing/desk.ts';

/** OpenAPI 3.1, as far as we use it; a key that it does not know is refused. */
const schemaObject = z.record(z.string(), z.unknown());
const content = z.partialRecord(
  z.enum(['application/json', 'application/octet-stream', 'text/event-stream']),
  z.strictObject({ schema: schemaObject }),
);
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/u),
  tags: z.array(z.string().min(1)).length(1),
  summary: z.string().min(3),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query']),
      required: z.boolean(),
      schema: schemaObject,
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^([2-5]\d\d|default)$/u),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
  security: z.array(z.partialRecord(z.enum(['session', 'token']), z.array(z.string()))),
});
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })).min(1),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(methods), operation)),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z]+$/u), schemaObject),
    securitySchemes: z.record(z.string(), schemaObject),
  }),
});

const folder = mkdtempSync(join(tmpdir(), 'matbaa-api-'));
let newsroom: TestNewsroom;
let app: Hono;
let document: z.infer<typeof documentSchema>;

beforeAll(async () => {
  const [kind] = dialects;
  if (kind === undefined) throw new Error('there is no database to test on');
  newsroom = await openNewsroom(kind);
  app = apiApp(deskOver(newsroom, folder), (error) => {
    throw error;
  });
  const answer = await app.request('/api/v1/openapi.json');
  document = documentSchema.parse(await answer.json());
});
afterAll(async () => {
  await newsroom.remove();
  rmSync(folder, { recursive: true });
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) => ({ path, method, ...one })),
  );

test('names every route, and no other', () => {
  const routes = app.routes
    .filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'ALL')
    .map(({ path, method }) => [method, path.replace('/api/v1', '')])
    .map(([method, path]) => `${method} ${path?.replace(/:(\w+)/gu, '{$1}')}`);
  const named = operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);

  expect(named.toSorted()).toEqual([...new Set(routes)].toSorted());
});

test('says of every path which parts it has, and calls nothing by the same name twice', () => {
  for (const { path, parameters } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
    const told = parameters.filter((one) => one.in === 'path').map((one) => one.name);
    expect([path, told]).toEqual([path, inPath]);
  }
  const ids = operations().map(({ operationId }) => operationId);
  expect(ids).toEqual([...new Set(ids)]);
});

test('refers to nothing that it does not hold', () => {
  const text = JSON.stringify(document);
  const referred = [...text.matchAll(/"\$ref":"([^"]+)"/gu)].map(([, to]) => to);
  const held = Object.keys(document.components.schemas).map((n) => `#/components/schemas/${n}`);

  expect(referred).toContain('#/components/schemas/StoryContentInput');
  expect([...new Set(referred)].filter((to) => !held.includes(to ?? ''))).toEqual([]);
});

test('says who may ask: only people manage tokens, strangers only come in', () => {
  const open = operations().filter(({ security }) => security.length === 0);
  expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
    'get /invitations/accept',
    'get /openapi.json',
    'get /setup',
    'post /invitations/accept',
    'post /reset',
    'post /reset/finish',
    'post /setup',
  ]);
  expect(document.paths['/tokens']?.post?.security).toEqual([{ session: [] }]);
  const front = document.paths['/front']?.put?.security;
  expect(front).toEqual([{ session: [] }, { token: ['publish'] }]);
});
