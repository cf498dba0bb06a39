import { z } from 'zod';
import type { Api } from './endpoint.ts';
import { problemShape } from './shapes/common.ts';
import { staleShape } from './shapes/stories.ts';

const jsonOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });

/** The OpenAPI 3.1 document, from the very schemas that check requests. */
export function openApiOf(specs: Api['specs'], siteUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const problem = { $ref: '#/components/schemas/Problem' };
  for (const spec of specs) {
    const path = spec.path.replace(/:(\w+)/gu, '{$1}');
    const inPath = [...spec.path.matchAll(/:(\w+)/gu)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    const good = spec.answer === undefined ? '204' : String(spec.status ?? 200);
    const shape = spec.answer === undefined ? null : jsonOf(spec.answer, 'output');
    const kind = spec.stream === true ? 'text/event-stream' : 'application/json';
    const answer = shape === null ? {} : { content: { [kind]: { schema: shape } } };
    const operation: Record<string, unknown> = {
      summary: spec.summary,
      parameters: [...inPath, ...queryOf(spec.query)],
      responses: {
        [good]: { description: 'Done', ...answer },
        default: { description: 'Refused', ...json(problem) },
      },
      security: spec.open
        ? []
        : [{ session: [] }, { token: [spec.scope ?? (spec.method === 'get' ? 'read' : 'write')] }],
    };
    if (spec.raw === true)
      operation.requestBody = {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      };
    else if (spec.body !== undefined)
      operation.requestBody = { required: true, ...json(jsonOf(spec.body, 'input')) };
    paths[path] = { ...paths[path], [spec.method]: operation };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Matbaa', version: '1' },
    servers: [{ url: `${siteUrl}/api/v1` }],
    paths,
    components: {
      schemas: { Problem: jsonOf(problemShape, 'output'), Stale: jsonOf(staleShape, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'matbaa.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function queryOf(query: z.ZodType | undefined): Record<string, unknown>[] {
  if (!(query instanceof z.ZodObject)) return [];
  const { properties } = jsonOf(query, 'input');
  return Object.entries((properties ?? {}) as Record<string, unknown>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
}
