import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../store/testing/databases.ts';
import { cleanUp } from './clean-up.ts';
import { bePresent } from './stories/presence.ts';
import { makePreview } from './stories/preview.ts';
import { storyContentSchema } from './stories/story.ts';
import { content, day, draft, openNewsroom, staff, type TestNewsroom } from './testing/newsroom.ts';
import { invite } from './users/links.ts';

describe.each(dialects)('cleaning up on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());

  const left = async () => {
    const { read } = newsroom.store;
    const count = async (
      table: 'sessions' | 'verifications' | 'invitations' | 'stories',
    ): Promise<number> => {
      const rows = await read.selectFrom(table).selectAll().execute();
      return rows.length;
    };
    return {
      sessions: await count('sessions'),
      verifications: await count('verifications'),
      invitations: await count('invitations'),
      stories: await count('stories'),
    };
  };

  test('forgets what has run out, and nothing else', async () => {
    const at = newsroom.now();
    const times = { created_at: at, updated_at: at };
    await newsroom.store.write(async (tx) => {
      for (const [id, expires_at] of [
        ['old', at + day],
        ['new', at + 90 * day],
      ] as const) {
        const session = {
          id,
          token: id,
          user_id: 'user-chief',
          ip_address: null,
          user_agent: null,
        };
        await tx
          .insertInto('sessions')
          .values({ ...session, expires_at, ...times })
          .execute();
        const one = { id, identifier: id, value: '', expires_at, ...times };
        await tx.insertInto('verifications').values(one).execute();
      }
    });
    const { id } = await draft(newsroom);
    const shown = storyContentSchema.parse(content());
    await makePreview(newsroom, 'secret', { id, userId: 'user-chief', content: shown });
    await bePresent(newsroom, 'user-chief', id, null);
    const person = { email: 'new@example.org', name: 'سامي', role: 'reporter' } as const;
    await invite(newsroom, staff.chief, person);

    await cleanUp(newsroom);
    expect(await left()).toEqual({ sessions: 2, verifications: 2, invitations: 1, stories: 1 });
    newsroom.clock.at += 40 * day;
    await cleanUp(newsroom);
    expect(await left()).toEqual({ sessions: 1, verifications: 1, invitations: 0, stories: 1 });
    const { read } = newsroom.store;
    expect(await read.selectFrom('previews').select('story_id').execute()).toEqual([]);
    expect(await read.selectFrom('presence').select('story_id').execute()).toEqual([]);
  });
});
