import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { smtpMailer } from '../api/mail.ts';
import { postReply } from '../newsroom/comments/intake.ts';
import { type LetterParts, sendDueLetters } from '../newsroom/comments/letters.ts';
import { moderate } from '../newsroom/comments/moderate.ts';
import { unsubscribe } from '../newsroom/comments/own.ts';
import type { ReplyPost } from '../newsroom/comments/post.ts';
import type { ReplyRoom } from '../newsroom/comments/room.ts';
import { openRoom, replyTo } from '../newsroom/comments/testing/room.ts';
import {
  act,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../newsroom/testing/newsroom.ts';
import { dialects } from '../store/testing/databases.ts';

const minute = 60_000;

describe.each(dialects)('letters about answers on $name', (kind) => {
  let newsroom: TestNewsroom;
  let room: ReplyRoom;
  let isAway = false;
  const letters: { to: string[]; raw: string }[] = [];
  const failures: unknown[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(isAway ? new Error('not now') : null),
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map((one) => one.address), raw });
        done();
      });
    },
  });
  let parts: LetterParts;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
    room = openRoom(newsroom);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    parts = {
      newsroom,
      keys: room.keys,
      siteUrl: 'https://news.example',
      send: smtpMailer(`smtp://127.0.0.1:${port}`, 'paper@news.example'),
      onFailure: (failure) => failures.push(failure),
    };
  });
  afterEach(async () => {
    isAway = false;
    letters.length = 0;
    failures.length = 0;
    await newsroom.clear();
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await newsroom.remove();
  });

  const post = async (storyId: number, over: Partial<ReplyPost>): Promise<number> => {
    const outcome = await postReply(room, replyTo(room, storyId, over));
    if (outcome.kind !== 'taken') throw new Error(JSON.stringify(outcome));
    return outcome.id;
  };
  const approve = (...ids: number[]) =>
    moderate(newsroom, staff.moderator, { act: 'approve', ids });
  /** Huda's public reply, and Sami's answer to it that waits. */
  const thread = async (over: Partial<ReplyPost> = {}, headline = 'افتتاح الجسر') => {
    const { id: story } = await published(newsroom, { headline });
    const first = await post(story, { notify: true, ...over });
    await approve(first);
    const sami = { name: 'سامي', email: 'sami@example.org', text: 'أوافقك الرأي.' };
    const answer = await post(story, { ...sami, parentId: first });
    return { story, first, answer };
  };
  const later = (): void => {
    newsroom.clock.at += 2 * minute;
  };
  const waiting = async (): Promise<number> => {
    const rows = await newsroom.store.read.selectFrom('reply_letters').selectAll().execute();
    return rows.length;
  };

  test('go to whoever asked for them, once, when an answer is public', async () => {
    const { answer } = await thread();
    later();
    expect(await sendDueLetters(parts)).toBe(0);

    await approve(answer);
    expect(await sendDueLetters(parts)).toBe(0);
    later();
    expect(await sendDueLetters(parts)).toBe(1);
    expect(await sendDueLetters(parts)).toBe(0);

    expect(letters.map((one) => one.to)).toEqual([['huda@example.org']]);
    const raw = letters[0]?.raw.replace(/=\r\n/gu, '') ?? '';
    expect(raw).toMatch(
      /^List-Unsubscribe:\s+<https:\/\/news\.example\/reply\/unsubscribe\/\S+>/mu,
    );
    expect(raw).toMatch(/^List-Unsubscribe-Post:\s+List-Unsubscribe=One-Click/mu);
    expect(raw).not.toContain('sami@');
    expect(await waiting()).toBe(0);
  });

  test.each<{ who: string; over: Partial<ReplyPost> }>([
    { who: 'whoever did not ask', over: { notify: false } },
    { who: 'whoever answers themselves', over: { email: 'sami@example.org' } },
  ])('do not go to $who', async ({ over }) => {
    const { answer } = await thread(over);
    await approve(answer);
    later();

    expect(await sendDueLetters(parts)).toBe(0);
    expect(await waiting()).toBe(0);
  });

  test('are taken back with the answer, or when the story is withdrawn', async () => {
    const one = await thread();
    await approve(one.answer);
    await moderate(newsroom, staff.moderator, { act: 'reject', ids: [one.answer] });
    expect(await waiting()).toBe(0);

    await approve(one.answer);
    await act(newsroom, staff.chief, one.story, 'withdraw', { note: 'سُحبت' });
    later();
    expect(await sendDueLetters(parts)).toBe(0);
    expect(await waiting()).toBe(0);
  });

  test('stop for good with one click', async () => {
    const { first, answer, story } = await thread();
    await approve(answer);
    later();
    await sendDueLetters(parts);
    const raw = letters[0]?.raw ?? '';
    const token = /unsubscribe\/([\w.-]+)>/u.exec(raw)?.[1] ?? '';

    expect(await unsubscribe(room, `${token}x`)).toBe(false);
    expect(await unsubscribe(room, token)).toBe(true);
    await post(story, {
      ...{ name: 'سامي', email: 'sami@example.org', text: 'وجواب ثانٍ.' },
      parentId: first,
    });
    later();

    expect(await sendDueLetters(parts)).toBe(0);
  });

  test('are tried again while the mail server is away, later each time', async () => {
    const { answer } = await thread();
    await approve(answer);
    later();
    isAway = true;
    expect(await sendDueLetters(parts)).toBe(0);
    expect(await sendDueLetters(parts)).toBe(0);
    expect(failures).toHaveLength(1);
    isAway = false;
    newsroom.clock.at += 10 * minute;

    expect(await sendDueLetters(parts)).toBe(1);
  });

  test('have no header or recipient that somebody typed', async () => {
    const typed = 'خبر\r\nBcc: evil@example.org';
    const { answer } = await thread({ name: 'هدى\r\nBcc: evil@example.org\r\n\r\nX' }, typed);
    await approve(answer);
    later();
    await sendDueLetters(parts);

    const [head = ''] = letters[0]?.raw.split('\r\n\r\n') ?? [];
    expect(head).not.toMatch(/^bcc:/imu);
    expect(letters[0]?.to).toEqual(['huda@example.org']);
  });
});
