import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import { Refusal } from '../newsroom/errors.ts';
import { audit, inTransaction } from '../newsroom/newsroom.ts';
import type { Scope } from '../newsroom/tokens/tokens.ts';
import { addressHeader } from './auth/auth.ts';
import { bearerOf, callerOf } from './caller.ts';
import type { Caller, Desk } from './desk.ts';
import {
  invalidInput,
  type ProblemAnswer,
  problemOf,
  signedOut,
  throttled,
  wantsEnglish,
} from './problems.ts';
import type { Throttle } from './throttle.ts';

type Schema = z.ZodType;

/** One address of the API: what it takes, what it answers, and who may ask. */
export interface EndpointSpec<Q extends Schema, B extends Schema> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, in Hono's notation. */
  path: string;
  summary: string;
  query?: Q;
  body?: B;
  /** The shape of a good answer; without one it is 204. */
  answer?: Schema;
  status?: 200 | 201;
  /** What a token needs; a read needs `read` and a write `write` unless told otherwise. */
  scope?: Scope;
  /** The shape of a 409 that carries more than a message. */
  conflict?: Schema;
  /** Only for people at the desk: no token does this, whatever its scopes. */
  peopleOnly?: boolean;
  /** A raw body instead of JSON. */
  raw?: boolean;
  /** Answers with server-sent events of the answer's shape. */
  stream?: boolean;
}

export interface Asked<Q extends Schema, B extends Schema> {
  c: Context;
  query: z.output<Q>;
  body: z.output<B>;
  /** A part of the path. */
  param(name: string): string;
  /** A part of the path that is a number. @throws Refusal (404) */
  id(name?: string): number;
}

/** The API while it is put together: routes, and their specifications for the document. */
export interface Api {
  app: Hono;
  desk: Desk;
  specs: (EndpointSpec<Schema, Schema> & { open: boolean })[];
  /** Whether answers are held against their shapes too; tests do. */
  checksAnswers: boolean;
  /** Tries of strangers to write something. */
  tries: Throttle;
  onError(error: unknown, path: string): void;
}

/** Adds an address for those who are signed in. */
export function endpoint<Q extends Schema = z.ZodUndefined, B extends Schema = z.ZodUndefined>(
  api: Api,
  spec: EndpointSpec<Q, B>,
  answer: (asked: Asked<Q, B> & { caller: Caller }) => Promise<unknown>,
): void {
  api.specs.push({ ...spec, open: false });
  api.app.on(spec.method.toUpperCase(), `/api/v1${spec.path}`, (c) =>
    answering(api, spec, c, async () => {
      const caller = await callerOf(api.desk, c.req.raw.headers, (cookie) =>
        c.header('set-cookie', cookie, { append: true }),
      );
      if (caller === null) return signedOut(isEnglish(c), await nobodyYet(api.desk));
      try {
        refuseByScope(spec, caller);
        const asked = await read(spec, c);
        if ('body' in asked && 'status' in asked) return asked;
        return done(api, spec, c, await answer({ ...asked, caller }));
      } catch (error) {
        if (error instanceof Refusal && error.status === 403 && spec.method !== 'get')
          await auditRefusal(api.desk, caller, c, error);
        throw error;
      }
    }),
  );
}

/** Adds an address that needs no session. */
export function openEndpoint<Q extends Schema = z.ZodUndefined, B extends Schema = z.ZodUndefined>(
  api: Api,
  spec: EndpointSpec<Q, B>,
  answer: (asked: Asked<Q, B>) => Promise<unknown>,
): void {
  api.specs.push({ ...spec, open: true });
  api.app.on(spec.method.toUpperCase(), `/api/v1${spec.path}`, (c) =>
    answering(api, spec, c, async () => {
      if (spec.method !== 'get') {
        const wait = api.tries.wait(`${c.req.header(addressHeader) ?? ''} ${spec.path}`);
        if (wait !== null) {
          c.header('retry-after', String(wait));
          return throttled(isEnglish(c));
        }
      }
      const asked = await read(spec, c);
      if ('body' in asked && 'status' in asked) return asked;
      return done(api, spec, c, await answer(asked));
    }),
  );
}

const isEnglish = (c: Context): boolean => wantsEnglish(c.req.header('accept-language'));

async function answering(
  api: Api,
  spec: EndpointSpec<Schema, Schema>,
  c: Context,
  work: () => Promise<ProblemAnswer | Response>,
): Promise<Response> {
  c.header('cache-control', 'no-store');
  try {
    const refused = crossSite(api.desk, spec, c);
    const answer = refused ?? (await work());
    return answer instanceof Response ? answer : c.json(answer.body, answer.status);
  } catch (error) {
    const problem = problemOf(error, isEnglish(c));
    if (problem.status === 500) api.onError(error, c.req.path);
    return c.json(problem.body, problem.status);
  }
}

/** A cookie is sent along by any page; a write with one must come from our own. */
function crossSite(
  desk: Desk,
  spec: EndpointSpec<Schema, Schema>,
  c: Context,
): ProblemAnswer | null {
  if (spec.method === 'get' || bearerOf(c.req.header('authorization')) !== null) return null;
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const own = origin === undefined || isOwn(desk, origin, c.req.header('host'));
  const named = origin !== undefined || site !== undefined;
  if (own && named && (site === undefined || site === 'same-origin')) return null;
  const message = isEnglish(c)
    ? 'This request came from another site and was refused.'
    : 'جاء هذا الطلب من موقع آخر فلم يُقبل.';
  return { status: 403, body: { error: { code: 'forbidden', message } } };
}

function isOwn(desk: Desk, origin: string, host: string | undefined): boolean {
  if (origin === desk.siteUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function read<Q extends Schema, B extends Schema>(
  spec: EndpointSpec<Q, B>,
  c: Context,
): Promise<Asked<Q, B> | ProblemAnswer> {
  let query: unknown;
  if (spec.query !== undefined) {
    const parsed = spec.query.safeParse(c.req.query());
    if (!parsed.success) return invalidInput(parsed.error, isEnglish(c));
    query = parsed.data;
  }
  let body: unknown;
  if (spec.body !== undefined) {
    const text = await c.req.text();
    const parsed = spec.body.safeParse(text === '' ? {} : json(text));
    if (!parsed.success) return invalidInput(parsed.error, isEnglish(c));
    body = parsed.data;
  }
  const param = (name: string): string => c.req.param(name) ?? '';
  return {
    c,
    query: query as z.output<Q>,
    body: body as z.output<B>,
    param,
    id: (name = 'id') => {
      const value = Number(param(name));
      if (Number.isSafeInteger(value) && value > 0) return value;
      throw new Refusal(404, 'لا شيء بهذا الرقم.', `"${param(name)}" is not a number of ours.`);
    },
  };
}

/** What is not JSON fits no schema. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function done(api: Api, spec: EndpointSpec<Schema, Schema>, c: Context, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  if (spec.answer === undefined) return c.body(null, 204);
  if (api.checksAnswers) spec.answer.parse(answer);
  return c.json(answer as Record<string, unknown>, spec.status ?? 200);
}

function refuseByScope(spec: EndpointSpec<Schema, Schema>, caller: Caller): void {
  const scope = spec.scope ?? (spec.method === 'get' ? 'read' : 'write');
  if (caller.scopes === null) return;
  if (spec.peopleOnly === true)
    throw new Refusal(
      403,
      'هذا لمن يعمل في غرفة الأخبار بنفسه، لا للبرامج.',
      'Tokens may not do this; sign in.',
    );
  if (caller.scopes.includes(scope)) return;
  throw new Refusal(
    403,
    'لا يتيح هذا المفتاح هذا الإجراء.',
    `The token lacks the scope "${scope}".`,
  );
}

/** Whoever tries what they may not leaves a line in the audit trail. */
export function auditRefusal(
  desk: Desk,
  caller: Caller,
  c: Context,
  error: Refusal,
): Promise<void> {
  const [, , , kind = 'api', id = null] = c.req.path.split('/');
  const detail = { method: c.req.method, path: c.req.path, why: error.hint };
  const subject = { kind: kind === 'stories' ? 'story' : kind, id };
  return inTransaction(desk.newsroom, caller, (work) => audit(work, 'refused', subject, detail));
}

/** Whether the paper waits for its first editor. */
export async function nobodyYet(desk: Desk): Promise<boolean> {
  const someone = await desk.newsroom.store.read
    .selectFrom('users')
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return someone === undefined;
}
