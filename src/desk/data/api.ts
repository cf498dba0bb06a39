import type { Problem } from '../../api/shapes/common.ts';
import { currentLanguage } from '../words/language.ts';
import { currentWords } from '../words/use-words.ts';
import { signInAgain } from './signed-out.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A refusal of the server, or no answer at all (`status` 0). `message` is ready to be shown. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly code: Problem['error']['code'] | 'offline';
  /** Messages by the path of the field that they belong to. */
  readonly fields: Readonly<Record<string, string>>;
  /** The whole answer: a stale save carries both texts. */
  readonly body: unknown;

  constructor(
    message: string,
    parts: Pick<ApiError, 'status' | 'code'> & Partial<Pick<ApiError, 'fields' | 'body'>>,
  ) {
    super(message);
    this.status = parts.status;
    this.code = parts.code;
    this.fields = parts.fields ?? {};
    this.body = parts.body;
  }
}

export interface RequestOptions {
  signal?: AbortSignal;
  /** On 401: open the sign-in over the screen and ask again afterwards. The default. */
  askSignIn?: boolean;
  /** Lets the request outlive the page (at most 64 KB). */
  keepalive?: boolean;
}

/**
 * Asks the server.
 *
 * @param path below /api/v1, with its query; or a whole path beginning with /api/.
 * @param body sent as JSON.
 * @returns the answer's JSON, null for one without content. The server checks what it answers with
 *   (src/api/shapes), so the type is believed here.
 * @throws ApiError
 */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<T> {
  const { signal, askSignIn = true, keepalive = false } = options;
  let response: Response;
  try {
    response = await fetch(path.startsWith('/api/') ? path : `/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': currentLanguage(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      keepalive,
      cache: 'no-store',
      credentials: 'same-origin',
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(currentWords().errors.offline, { status: 0, code: 'offline' });
  }
  if (response.status === 401 && askSignIn) {
    await signInAgain();
    return request(method, path, body, options);
  }
  const answer: unknown = await readJson(response);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as T;
}

/** An answer's JSON; null where there is none, or where it is no JSON (a proxy's own page). */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function problemOf(status: number, body: unknown): ApiError {
  const { errors } = currentWords();
  const problem = (body as Partial<Problem> | null)?.error;
  const said = typeof problem === 'object' ? problem : undefined;
  // better-auth says what is wrong as {code, message} in English; its screens translate by code.
  const fallback =
    status === 429 ? errors.throttled : status >= 500 ? errors.failed : errors.refused;
  return new ApiError(said?.message ?? fallback, {
    status,
    code: said?.code ?? (status === 429 ? 'throttled' : 'failed'),
    fields: said?.fields ?? {},
    body,
  });
}
