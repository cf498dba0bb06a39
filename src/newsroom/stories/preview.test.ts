import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { content, draft, minute, openNewsroom, type TestNewsroom } from '../testing/newsroom.ts';
import { makePreview, readPreview } from './preview.ts';
import { storyContentSchema } from './story.ts';

const secret = 's'.repeat(32);
const userId = 'user-reporter';

describe.each(dialects)('a preview on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const look = (token: string) => readPreview(newsroom.store.read, secret, token, newsroom.now());
  const headlineIn = async (token: string) => (await look(token))?.headline;

  test('shows the saved text without one, else what was given last', async () => {
    const { id } = await draft(newsroom, { headline: 'المحفوظ' });
    const saved = await makePreview(newsroom, secret, { id, userId });
    const given = (headline: string) =>
      makePreview(newsroom, secret, {
        id,
        userId,
        content: storyContentSchema.parse(content({ headline })),
      });
    const token = await given('المكتوب الآن');

    expect(await headlineIn(saved)).toBe('المحفوظ');
    expect(await headlineIn(token)).toBe('المكتوب الآن');
    await given('ثم هذا');
    expect(await headlineIn(token)).toBe('ثم هذا');
  });

  test('shows a text whose picture is gone, without it', async () => {
    const { id } = await draft(newsroom, { leadMediaId: 404 });
    const token = await makePreview(newsroom, secret, { id, userId });

    expect(await look(token)).toMatchObject({ lead: null, sources: [], corrections: [] });
  });

  test('is over after a quarter of an hour, and its text is forgotten', async () => {
    const { id } = await draft(newsroom);
    const one = storyContentSchema.parse(content());
    const token = await makePreview(newsroom, secret, { id, userId, content: one });
    newsroom.clock.at += 15 * minute + 1;

    expect(await look(token)).toBe(null);
    await makePreview(newsroom, secret, { id, userId: 'user-chief', content: one });
    const rows = await newsroom.store.read.selectFrom('previews').select('user_id').execute();
    expect(rows).toEqual([{ user_id: 'user-chief' }]);
  });

  test('opens with no token but our own', async () => {
    const { id } = await draft(newsroom);
    const token = await makePreview(newsroom, secret, { id, userId });
    const other = await draft(newsroom);
    const [payload = '', signature = ''] = token.split('.');
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace(`:${id},`, `:${other.id},`),
    ).toString('base64url');

    for (const wrong of [`${forged}.${signature}`, `${payload}.`, payload, '', '..', `${token}x`])
      expect([wrong, await look(wrong)]).toEqual([wrong, null]);
    expect(await readPreview(newsroom.store.read, 'another', token, newsroom.now())).toBe(null);
  });
});
