import { z } from 'zod';
import { settingsSchema } from '../newsroom/settings/settings.ts';
import { bodySchema } from '../newsroom/stories/body.ts';
import { storyContentSchema } from '../newsroom/stories/story.ts';
import type { Api } from './endpoint.ts';
import { auditRowShape } from './shapes/changes.ts';
import { problemShape } from './shapes/common.ts';
import { pictureShape } from './shapes/media.ts';
import { staleShape, storyRowShape, storyShape } from './shapes/stories.ts';
import { termShape } from './shapes/taxonomy.ts';

/** Shapes that stand in the document once, under a name. */
const names = z.registry<{ id: string }>();
for (const [id, shape] of Object.entries({
  Body: bodySchema,
  StoryContent: storyContentSchema,
  Story: storyShape,
  StoryRow: storyRowShape,
  Picture: pictureShape,
  Term: termShape,
  Settings: settingsSchema,
  AuditRow: auditRowShape,
  Problem: problemShape,
  Stale: staleShape,
}))
  names.add(shape, { id });

type Json = Record<string, unknown>;
type Spec = Api['specs'][number];

const description = `Everything that the desk does. Sign in at \`POST /api/auth/sign-in/email\`, which answers
with a session cookie, or send \`Authorization: Bearer TOKEN\` with a token made at the desk. Instants are
epoch milliseconds. Every refusal has the shape \`Problem\`; its message is Arabic, or English for
\`Accept-Language: en\`. docs/guide/api.md shows it by example.`;

/** The OpenAPI 3.1 document, from the very schemas that check requests. */
export function openApiOf(specs: Api['specs'], siteUrl: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const spec of specs) {
    const path = spec.path.replace(/:(\w+)/gu, '{$1}');
    paths[path] = { ...paths[path], [spec.method]: operationOf(spec, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Matbaa', version: '1', description },
    servers: [{ url: `${siteUrl}/api/v1` }],
    tags: [...new Set(specs.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'matbaa.session_token',
          description: 'With TLS the name begins with `__Secure-`.',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Scopes: read, write, publish, admin.',
        },
      },
    },
  };
}

const tagOf = (spec: Spec): string => spec.path.split('/')[1] ?? '';

/** `POST /stories/:id/actions/:action` → `postStoriesByIdActionsByAction`. */
const nameOf = ({ method, path }: Spec): string =>
  method +
  path
    .split(/[/.-]/u)
    .map((part) => part.replace(/^:/u, 'by ').replace(/(^| )\w/gu, (s) => s.trim().toUpperCase()))
    .join('');

function operationOf(spec: Spec, schemas: Json): Json {
  const shape = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
    shapeOf(schema, io, schemas);
  const json = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Json => ({
    content: { 'application/json': { schema: shape(schema, io) } },
  });
  const scope = spec.scope ?? (spec.method === 'get' ? 'read' : 'write');
  const problems: [
    status: string,
    description: string,
    applies: boolean,
    schema?: z.ZodType | undefined,
  ][] = [
    ['400', 'Not accepted; `fields` says where', spec.body !== undefined || spec.raw === true],
    ['401', 'Nobody is signed in', !spec.open],
    ['403', 'Not allowed', !spec.open || spec.method !== 'get'],
    ['404', 'There is no such thing', spec.path.includes(':')],
    ['409', 'Somebody was first', spec.conflict !== undefined, spec.conflict],
    ['429', 'Too many tries; see `retry-after`', spec.open && spec.method !== 'get'],
    ['default', 'Refused, or failed', true],
  ];
  const good = spec.answer === undefined ? '204' : String(spec.status ?? 200);
  const answered =
    spec.answer === undefined
      ? {}
      : spec.stream === true
        ? { content: { 'text/event-stream': { schema: shape(spec.answer, 'output') } } }
        : json(spec.answer);
  const operation: Json = {
    operationId: nameOf(spec),
    tags: [tagOf(spec)],
    summary: spec.summary,
    parameters: [...pathParameters(spec), ...queryParameters(spec, schemas)],
    responses: {
      [good]: { description: 'Done', ...answered },
      ...Object.fromEntries(
        problems
          .filter(([, , applies]) => applies)
          .map(([status, text, , schema]) => [
            status,
            { description: text, ...json(schema ?? problemShape) },
          ]),
      ),
    },
    security: spec.open ? [] : [{ session: [] }, ...(spec.peopleOnly ? [] : [{ token: [scope] }])],
  };
  if (spec.raw === true)
    operation.requestBody = {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  else if (spec.body !== undefined)
    operation.requestBody = { required: true, ...json(spec.body, 'input') };
  return operation;
}

/** A schema as JSON Schema; what has a name goes among the components and is referred to. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): unknown {
  const made = z.toJSONSchema(schema, { io, metadata: names, unrepresentable: 'any' });
  const { $schema: _, $defs, ...rest } = made;
  // What is asked for may leave out what has a default; what is answered never does.
  const named = (text: string): unknown =>
    JSON.parse(
      text.replace(/"#\/\$defs\/(\w+)"/gu, (_, name: string) =>
        JSON.stringify(`#/components/schemas/${componentOf(name, io)}`),
      ),
    );
  for (const [name, one] of Object.entries($defs ?? {}))
    schemas[componentOf(name, io)] = named(JSON.stringify(one));
  return named(JSON.stringify(rest));
}

const componentOf = (name: string, io: 'input' | 'output'): string =>
  io === 'input' ? `${name}Input` : name;

const pathParameters = (spec: Spec): Json[] =>
  [...spec.path.matchAll(/:(\w+)/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters(spec: Spec, schemas: Json): Json[] {
  if (!(spec.query instanceof z.ZodObject)) return [];
  const { properties, required } = shapeOf(spec.query, 'input', schemas) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required?.includes(name) ?? false,
    schema,
  }));
}
