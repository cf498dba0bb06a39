import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNewsroom, type TestNewsroom } from '../../newsroom/testing/newsroom.ts';
import { systemActor } from '../../newsroom/users/roles.ts';
import { addUser } from '../../newsroom/users/users.ts';
import { dialects } from '../../store/testing/databases.ts';
import { type SignIn, signInOver } from './auth.ts';

const siteUrl = 'http://127.0.0.1:4000';
const password = 'kalima-sirr-tawila';
const email = 'suad@example.org';

/** A browser that keeps what it is told to. */
function visitor(signIn: SignIn) {
  const jar = new Map<string, string>();
  return async (path: string, body: object): Promise<{ status: number; body: string }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: siteUrl, 'content-type': 'application/json', cookie };
    const asked = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await signIn.handler(new Request(`${siteUrl}/api/auth${path}`, asked));
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/su) ?? [];
      jar.set(name, value);
    }
    return { status: answer.status, body: await answer.text() };
  };
}

describe.each(dialects)('sign-in on $name', (kind) => {
  let newsroom: TestNewsroom;
  let signIn: SignIn;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
    const person = { email, name: 'سعاد', role: 'chief', password } as const;
    await addUser(newsroom, systemActor, person);
    signIn = signInOver({ store: newsroom.store, siteUrl, secret: 'x'.repeat(40) });
  });
  afterAll(() => newsroom.remove());

  test('takes the password, then a code of the second factor, and no wrong one', async () => {
    const first = visitor(signIn);
    expect((await first('/sign-in/email', { email, password: 'not the password' })).status).toBe(
      401,
    );
    expect((await first('/sign-in/email', { email, password })).status).toBe(200);
    const { totpURI } = JSON.parse((await first('/two-factor/enable', { password })).body);
    const code = codeOf(new URL(totpURI).searchParams.get('secret') ?? '');
    expect((await first('/two-factor/verify-totp', { code })).status).toBe(200);

    const next = visitor(signIn);
    expect((await next('/sign-in/email', { email, password })).body).toContain('twoFactorRedirect');
    expect((await next('/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await next('/two-factor/verify-totp', { code })).status).toBe(200);
    expect((await next('/sign-out', {})).status).toBe(200);
  });
});

function codeOf(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/gu)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
