import { createHmac } from 'node:crypto';
import type { Paper } from './program.ts';

export const password = 'kalima-sirr-tawila';

export interface Answer {
  status: number;
  // What comes back is looked at by the test that asked for it.
  body: Record<string, unknown>;
  headers: Headers;
}

/** Somebody at the desk, as their browser would speak for them. */
export class DeskClient {
  readonly #url: string;
  readonly cookies = new Map<string, string>();

  constructor(paper: Pick<Paper, 'url'>) {
    this.#url = paper.url;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const address = path.startsWith('/api/') ? path : `/api/v1${path}`;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const raw = body instanceof Uint8Array;
    const response = await fetch(`${this.#url}${address}`, {
      method,
      headers: {
        origin: this.#url,
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? Buffer.from(body) : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), value);
    }
    const text = await response.text();
    return {
      status: response.status,
      body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {},
      headers: response.headers,
    };
  }

  signIn(email: string, given = password): Promise<Answer> {
    return this.ask('POST', '/api/auth/sign-in/email', { email, password: given });
  }
}

/** Adds somebody from the shell and signs them in. */
export async function member(paper: Paper, role: string): Promise<DeskClient> {
  const email = `${role}@example.org`;
  const args = ['user', 'add', '--email', email, '--name', role, '--role', role];
  await paper.run([...args, '--password-stdin'], password);
  const client = new DeskClient(paper);
  await client.signIn(email);
  return client;
}

export const storyContent = (headline: string): Record<string, unknown> => ({
  headline,
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'متن المادة.' }] }],
  },
});

/** The token at the end of a one-time link. */
export const tokenOf = (link: unknown): string =>
  new URL(String(link)).searchParams.get('token') ?? '';

/** The token of the set-up link that the server printed. */
export const setupToken = (paper: Paper): string =>
  tokenOf(/http\S+token=\S+/u.exec(paper.printed())?.[0]);

/** RFC 6238, as an authenticator application computes it. */
export function totp(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/gu)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
