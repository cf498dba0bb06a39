import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { putReply } from '../newsroom/comments/testing/queued.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { changeSettings } from '../newsroom/settings/write.ts';
import { bePresent, leave } from '../newsroom/stories/presence.ts';
import {
  act,
  draft,
  openNewsroom,
  staff,
  type TestNewsroom,
} from '../newsroom/testing/newsroom.ts';
import { dialects } from '../store/testing/databases.ts';
import { EventHub } from './events.ts';

const onError = (error: unknown): void => {
  throw error;
};

/** A window that listens; `heard` grows as events come. */
function windowOn(hub: EventHub, userId = 'user-chief', isKnown = async () => true) {
  const heard: unknown[] = [];
  const reader = hub.open(userId, isKnown).body?.getReader();
  const decoder = new TextDecoder();
  const over = (async () => {
    for (;;) {
      const next = await reader?.read();
      if (next === undefined || next.done) return;
      const [, json] = /^data: (.*)$/mu.exec(decoder.decode(next.value)) ?? [];
      if (json !== undefined) heard.push(JSON.parse(json));
    }
  })();
  return { heard, over, close: async () => reader?.cancel() };
}

describe.each(dialects)('events on $name', (kind) => {
  let newsroom: TestNewsroom;
  let another: Newsroom;
  let hub: EventHub;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
    another = await newsroom.another();
  });
  afterEach(async () => {
    hub.close();
    await newsroom.clear();
  });
  afterAll(() => newsroom.remove());

  const open = () => {
    hub = new EventHub({ store: newsroom.store, now: newsroom.now, onError });
    return windowOn(hub);
  };
  const eventually = { timeout: 6000, interval: 20 };

  test('tell of saves, actions, people and settings, on this node and on others', async () => {
    await draft(newsroom);
    const { id } = await draft(newsroom);
    const { heard } = open();
    await new Promise((resolve) => setTimeout(resolve, 200));

    await act(another, staff.reporter, id, 'submit');
    await expect.poll(() => heard, eventually).toEqual([{ kind: 'story', ids: [id] }]);
    await bePresent(newsroom, 'user-chief', id, 2);
    await expect.poll(() => heard, eventually).toContainEqual({ kind: 'presence', ids: [id] });
    heard.length = 0;
    await bePresent(newsroom, 'user-chief', id, 2);
    await leave(newsroom, 'user-chief', id);
    await expect.poll(() => heard, eventually).toEqual([{ kind: 'presence', ids: [id] }]);
    await changeSettings(newsroom, staff.chief, { name: 'صدى النهر' });
    await expect.poll(() => heard, eventually).toContainEqual({ kind: 'settings', ids: [] });
    await putReply(newsroom, { story_id: id });
    await expect.poll(() => heard, eventually).toContainEqual({ kind: 'comments', ids: [] });
  });

  test('leave nothing behind when windows close, and end when the server stops', async () => {
    const first = open();
    const second = windowOn(hub);
    expect(hub.size).toBe(2);

    await first.close();
    expect(hub.size).toBe(1);
    hub.close();
    await second.over;
    expect(hub.size).toBe(0);
    await windowOn(hub).over;
  });

  test('one person has at most twelve windows; the oldest makes room', async () => {
    const first = open();
    for (let n = 0; n < 12; n += 1) windowOn(hub);

    await first.over;
    expect(hub.size).toBe(12);
  });
});
