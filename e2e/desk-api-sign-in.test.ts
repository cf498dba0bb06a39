import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DeskClient,
  member,
  password,
  setupToken,
  storyContent,
  tokenOf,
  totp,
} from './support/desk-client.ts';
import { inNewsroom } from './support/newsroom.ts';
import { freePort, makeDataFolder, type Paper, startPaper } from './support/program.ts';

/** Who gets in, how, and who does not. */

let paper: Paper;
let chief: DeskClient;

beforeAll(async () => {
  paper = await startPaper();
  chief = await member(paper, 'chief');
  await member(paper, 'editor');
});
afterAll(() => paper.discard());

describe('coming in', () => {
  test('needs a session: without one every answer is 401', async () => {
    const stranger = new DeskClient(paper);
    for (const path of ['/session', '/today', '/stories', '/users', '/media', '/audit', '/front'])
      expect([path, (await stranger.ask('GET', path)).status]).toEqual([path, 401]);
  });

  test('a session cookie is HttpOnly and SameSite, and dies with the sign-out', async () => {
    const client = new DeskClient(paper);
    const answer = await client.signIn('editor@example.org');
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const kept = new Map(client.cookies);
    expect((await client.ask('GET', '/session')).status).toBe(200);

    await client.ask('POST', '/api/auth/sign-out', {});
    for (const [name, value] of kept) client.cookies.set(name, value);
    expect((await client.ask('GET', '/session')).status).toBe(401);
  });

  test('whoever comes every day stays signed in', async () => {
    const client = new DeskClient(paper);
    await client.signIn('editor@example.org');
    expect((await client.ask('GET', '/session')).headers.getSetCookie()).toEqual([]);
    const day = 24 * 60 * 60 * 1000;
    await inNewsroom(paper.data, ({ store }) =>
      store.write((tx) =>
        tx
          .updateTable('sessions')
          .set({ expires_at: Date.now() + 12 * day })
          .execute(),
      ),
    );

    const [cookie] = (await client.ask('GET', '/session')).headers.getSetCookie();
    expect(cookie).toMatch(/session_token=.*Max-Age=1209600/u);
  });

  test('a post from another site is refused', async () => {
    const before = await chief.ask('GET', '/stories');
    const origin = 'https://elsewhere.example';
    const body = { content: storyContent('من موقع آخر') };

    expect((await chief.ask('POST', '/stories', body, { origin })).status).toBe(403);
    const site = { 'sec-fetch-site': 'cross-site' };
    expect((await chief.ask('POST', '/stories', body, site)).status).toBe(403);
    expect((await chief.ask('GET', '/stories')).body.rows).toEqual(before.body.rows);
  });

  test('more than can be taken is refused before it is read', async () => {
    const stranger = new DeskClient(paper);
    const long = { email: 'x@example.org', password: 'x'.repeat(100_000) };
    expect((await stranger.ask('POST', '/api/auth/sign-in/email', long)).status).toBe(413);
    const large = new Uint8Array(53 * 1024 * 1024);
    expect((await chief.ask('POST', '/media?name=large.jpg', large)).status).toBe(413);
    expect((await chief.ask('POST', '/stories', new Uint8Array(17 * 1024 * 1024))).status).toBe(
      413,
    );
  });

  test('nobody signs up by themselves', async () => {
    const answer = await new DeskClient(paper).ask('POST', '/api/auth/sign-up/email', {
      email: 'x@example.org',
      password,
      name: 'x',
    });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
    // Nothing of better-auth is open that the desk does not use.
    expect((await chief.ask('GET', '/api/auth/get-session')).status).toBe(404);
  });

  test('the first start prints a link that makes the chief editor once', async () => {
    const data = makeDataFolder();
    const fresh = await startPaper({ data });
    await expect.poll(() => fresh.printed()).toContain('token=');
    const token = setupToken(fresh);
    const first = new DeskClient(fresh);
    const who = { name: 'ليلى', email: 'layla@example.org', password };

    expect((await first.ask('POST', '/setup', { token, ...who })).status).toBe(200);
    const session = await first.ask('GET', '/session');
    expect(session.body).toMatchObject({ user: { role: 'chief', email: 'layla@example.org' } });
    expect((await first.ask('POST', '/setup', { token, ...who })).status).toBe(404);
    await fresh.discard();
  });

  test('an invitation leads to a first save', async () => {
    const invited = await chief.ask('POST', '/invitations', {
      email: 'new@example.org',
      name: 'سامي',
      role: 'reporter',
    });
    expect(invited.body).toMatchObject({ mailed: false });
    const token = tokenOf(invited.body.link);
    const sami = new DeskClient(paper);
    const seen = await sami.ask('GET', `/invitations/accept?token=${token}`);
    expect(seen.body).toEqual({ email: 'new@example.org', name: 'سامي', role: 'reporter' });

    await sami.ask('POST', '/invitations/accept', { token, name: 'سامي', password });
    const begun = await sami.ask('POST', '/stories', { content: storyContent('أول مادة') });
    const { id } = begun.body;
    const saved = await sami.ask('PUT', `/stories/${id}`, {
      version: 1,
      content: storyContent('أول مادة معدّلة'),
    });

    expect(saved.body).toMatchObject({ id, version: 2 });
    expect((await sami.ask('GET', `/invitations/accept?token=${token}`)).status).toBe(404);
  });

  test('a second factor is asked for once it is on; a recovery code stands in for it once', async () => {
    const client = await member(paper, 'copyeditor');
    const enabled = await client.ask('POST', '/api/auth/two-factor/enable', { password });
    const secret = new URL(String(enabled.body.totpURI)).searchParams.get('secret') ?? '';
    const [recovery] = enabled.body.backupCodes as string[];
    const verify = (who: DeskClient, code: string) =>
      who.ask('POST', '/api/auth/two-factor/verify-totp', { code });
    expect((await verify(client, totp(secret))).status).toBe(200);

    const again = new DeskClient(paper);
    expect((await again.signIn('copyeditor@example.org')).body.twoFactorRedirect).toBe(true);
    expect((await again.ask('GET', '/session')).status).toBe(401);
    const wrong = await verify(again, '000000');
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'invalid' } } });
    expect((await verify(again, totp(secret))).status).toBe(200);
    expect((await again.ask('GET', '/session')).body).toMatchObject({ user: { twoFactor: true } });

    const recover = async (): Promise<number> => {
      const lost = new DeskClient(paper);
      await lost.signIn('copyeditor@example.org');
      const path = '/api/auth/two-factor/verify-backup-code';
      await lost.ask('POST', path, { code: recovery });
      return (await lost.ask('GET', '/session')).status;
    };
    expect(await recover()).toBe(200);
    expect(await recover()).toBe(401);

    const args = [
      'user',
      'reset',
      '--email',
      'copyeditor@example.org',
      '--second-factor',
      '--json',
    ];
    const token = tokenOf(JSON.parse((await paper.run(args)).stdout).link);
    await new DeskClient(paper).ask('POST', '/reset/finish', { token, password });
    const anew = new DeskClient(paper);
    await anew.signIn('copyeditor@example.org');
    expect((await anew.ask('GET', '/session')).body).toMatchObject({ user: { twoFactor: false } });
  });

  test('a reset link sets a new password and ends every session', async () => {
    const moderator = await member(paper, 'moderator');
    const users = await chief.ask('GET', '/users');
    const rows = users.body.rows as { id: string; role: string }[];
    const userId = rows.find((row) => row.role === 'moderator')?.id;
    const made = await chief.ask('POST', '/reset/link', { userId });
    const token = tokenOf(made.body.link);

    const done = await new DeskClient(paper).ask('POST', '/reset/finish', {
      token,
      password: 'kalima-ukhra-tawila',
    });

    expect(done.status).toBe(204);
    expect((await moderator.ask('GET', '/session')).status).toBe(401);
    const old = await new DeskClient(paper).signIn('moderator@example.org');
    expect(old.status).toBe(401);
  });

  test('whoever is shut out is signed out, and stays out', async () => {
    const admin = await member(paper, 'admin');
    const users = (await chief.ask('GET', '/users')).body.rows as { id: string; role: string }[];
    const id = users.find((row) => row.role === 'admin')?.id;

    expect((await chief.ask('PATCH', `/users/${id}`, { disabled: true })).status).toBe(204);
    expect((await admin.ask('GET', '/session')).status).toBe(401);
    await admin.signIn('admin@example.org');
    expect((await admin.ask('GET', '/session')).status).toBe(401);
  });

  test('guessing is slowed down, for the guesser alone', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const guess = (address: string) =>
      new DeskClient(paper).ask(
        'POST',
        '/api/auth/sign-in/email',
        { email: 'chief@example.org', password: 'kalima-khati2a' },
        from(address),
      );
    let last = await guess('203.0.113.9');
    for (let tries = 1; tries < 25 && last.status === 401; tries += 1)
      last = await guess('203.0.113.9');

    expect(last).toMatchObject({ status: 429, body: { error: { code: 'throttled' } } });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guess('203.0.113.10')).status).toBe(401);
  });

  test('a lost password is found again by mail', async () => {
    const letters: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          letters.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
    const posting = await startPaper({ env: { MATBAA_SMTP_URL: `smtp://127.0.0.1:${port}` } });
    const writer = await member(posting, 'chief');
    const stranger = new DeskClient(posting);

    expect((await stranger.ask('POST', '/reset', { email: 'nobody@example.org' })).status).toBe(
      204,
    );
    expect((await stranger.ask('POST', '/reset', { email: 'Chief@example.org' })).status).toBe(204);
    await expect.poll(() => letters.length).toBe(1);
    const token = tokenOf(/http\S+token=\S+/u.exec(textOf(letters[0] ?? ''))?.[0]);
    const next = 'kalima-jadida-tawila';
    expect((await stranger.ask('POST', '/reset/finish', { token, password: next })).status).toBe(
      204,
    );

    expect((await writer.ask('GET', '/session')).status).toBe(401);
    expect((await stranger.signIn('chief@example.org', next)).status).toBe(200);
    const twice = await stranger.ask('POST', '/reset/finish', { token, password: next });
    expect(twice.status).toBe(404);
    await posting.discard();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});

/** The text of a letter of one part. */
function textOf(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/iu.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/gu, '')
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
