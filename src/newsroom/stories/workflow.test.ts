import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { inTransaction } from '../newsroom.ts';
import { readStory } from '../publications/read.ts';
import {
  act,
  content,
  draft,
  hour,
  openNewsroom,
  published,
  staff,
  storyIn,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { emptyBody } from './body.ts';
import { performDue } from './due.ts';
import { performActionIn } from './perform.ts';
import { claimStory, loadStory } from './rows.ts';
import { createStory, saveStory } from './write.ts';

describe.each(dialects)('the way of a story on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterAll(() => newsroom.remove());
  const { reporter, copyeditor, editor, chief } = staff;
  const readers = (id: number) => readStory(newsroom.store.read, id, newsroom.now());

  test('leads from draft by review, return, approval and schedule to its readers', async () => {
    const { id } = await draft(newsroom, { headline: 'جسر جديد' });
    expect((await act(newsroom, reporter, id, 'submit')).state).toBe('review');
    const returned = await act(newsroom, copyeditor, id, 'return', { note: ' من قال هذا؟ ' });
    expect(returned).toMatchObject({ state: 'returned', note: 'من قال هذا؟' });
    await saveStory(newsroom, reporter, {
      id,
      version: 1,
      content: content({ headline: 'المحافظ يفتتح جسراً جديداً' }),
    });
    expect(await act(newsroom, reporter, id, 'submit')).toMatchObject({
      state: 'review',
      note: null,
    });
    await act(newsroom, copyeditor, id, 'approve');
    const at = newsroom.now() + hour;
    expect(await act(newsroom, editor, id, 'schedule', { at })).toMatchObject({
      state: 'scheduled',
      publishAt: at,
    });
    expect(await performDue(newsroom)).toEqual({ done: 0, next: at });
    expect(await readers(id)).toBeNull();

    newsroom.clock.at = at + 1;
    expect(await performDue(newsroom)).toEqual({ done: 1, next: null });

    expect(await loadStory(newsroom.store.read, id)).toMatchObject({
      state: 'published',
      version: 2,
      publishedVersion: 2,
      publishedAt: at,
      publishAt: null,
    });
    expect(await readers(id)).toMatchObject({
      status: 'live',
      story: { headline: 'المحافظ يفتتح جسراً جديداً', publishedAt: at, updatedAt: at },
    });
  });

  test('keeps every version, who wrote it and the audit of every step', async () => {
    const { id } = await draft(newsroom);
    await saveStory(newsroom, copyeditor, { id, version: 1, content: content(), summary: 'ضبط' });
    await expect(act(newsroom, editor, id, 'publish')).rejects.toMatchObject({ status: 409 });
    await act(newsroom, copyeditor, id, 'approve');

    const { read } = newsroom.store;
    const versions = await read
      .selectFrom('versions')
      .select(['version', 'actor_name', 'summary'])
      .where('story_id', '=', id)
      .orderBy('version')
      .execute();
    const audit = await read
      .selectFrom('audit')
      .select(['action', 'actor_id'])
      .where('subject_id', '=', String(id))
      .orderBy('id')
      .execute();
    expect(versions).toEqual([
      { version: 1, actor_name: 'reporter', summary: null },
      { version: 2, actor_name: 'copyeditor', summary: 'ضبط' },
    ]);
    expect(audit).toEqual([
      { action: 'story.create', actor_id: 'user-reporter' },
      { action: 'story.save', actor_id: 'user-copyeditor' },
      { action: 'story.approve', actor_id: 'user-copyeditor' },
    ]);
  });

  test.each(['return', 'correct', 'withdraw'] as const)('%s needs a note', async (action) => {
    const story = await storyIn(newsroom, action === 'return' ? 'review' : 'published');

    const silent = act(newsroom, chief, story.id, action, { note: '  ' });

    await expect(silent).rejects.toMatchObject({ status: 400 });
  });

  test('refuses an action on a version that is no longer the newest', async () => {
    const story = await storyIn(newsroom, 'ready');
    await saveStory(newsroom, copyeditor, { id: story.id, version: 1, content: content() });

    const blind = act(newsroom, editor, story.id, 'publish', { version: 1 });

    await expect(blind).rejects.toMatchObject({ status: 409, hint: /version 2, not 1/ });
    expect(await readers(story.id)).toBeNull();
  });

  test('publishes nothing without a text', async () => {
    const { id } = await draft(newsroom, { body: emptyBody });

    const empty = act(newsroom, chief, id, 'publishAtOnce');

    await expect(empty).rejects.toMatchObject({ status: 400, hint: 'The story has no body text.' });
  });

  test('publishes under a past date when asked, never a future one', async () => {
    const past = newsroom.now() - 30 * 24 * hour;
    const { id } = await published(newsroom, {}, past);
    expect(await readers(id)).toMatchObject({ story: { publishedAt: past } });

    const { id: other } = await draft(newsroom);
    const early = act(newsroom, chief, other, 'publishAtOnce', { at: newsroom.now() + 1 });
    await expect(early).rejects.toMatchObject({ status: 400 });
  });

  test.each([
    { state: 'draft', after: 'draft' },
    { state: 'review', after: 'review' },
    { state: 'returned', after: 'returned' },
    { state: 'ready', after: 'ready' },
    { state: 'scheduled', after: 'ready' },
  ] as const)(
    'spiked in $state, it comes back as $after with its text',
    async ({ state, after }) => {
      const story = await storyIn(newsroom, state);
      const spiked = await act(newsroom, copyeditor, story.id, 'spike');
      expect(spiked).toMatchObject({ state: 'spiked', publishAt: null });

      const back = await act(newsroom, copyeditor, story.id, 'unspike');

      expect(back).toMatchObject({ state: after, publishAt: null, content: story.content });
    },
  );

  test.each(['spiked', 'withdrawn'] as const)('cannot be edited while %s', async (state) => {
    const story = await storyIn(newsroom, state);

    const save = saveStory(newsroom, chief, { id: story.id, version: 1, content: content() });

    await expect(save).rejects.toMatchObject({ status: 400 });
  });

  test.each(['ready', 'scheduled'] as const)(
    'stays as it was approved: its reporter cannot change it while %s',
    async (state) => {
      const story = await storyIn(newsroom, state);
      const save = { id: story.id, version: 1, content: content({ headline: 'لم يقرأه أحد' }) };

      await expect(saveStory(newsroom, reporter, save)).rejects.toMatchObject({ status: 403 });
      await expect(saveStory(newsroom, copyeditor, save)).resolves.toMatchObject({ version: 2 });
    },
  );

  test('writes state, audit and change together or not at all', async () => {
    const story = await storyIn(newsroom, 'ready');
    const rows = async (): Promise<unknown> => ({
      story: await loadStory(newsroom.store.read, story.id),
      audit: await newsroom.store.read.selectFrom('audit').select('id').execute(),
      changes: await newsroom.store.read.selectFrom('changes').select('id').execute(),
      readers: await readers(story.id),
    });
    const before = await rows();

    const failing = inTransaction(newsroom, editor, async (work) => {
      const claimed = await claimStory(work, story.id);
      await performActionIn(work, claimed, { id: story.id, action: 'publish' });
      throw new Error('a later step failed');
    });

    await expect(failing).rejects.toThrow('a later step failed');
    expect(await rows()).toEqual(before);
    const done = await act(newsroom, editor, story.id, 'publish');
    expect(await rows()).toMatchObject({ story: done, readers: { status: 'live' } });
  });

  test.each([
    { what: 'an unknown section', over: { sectionId: 999_999 } },
    { what: 'an empty headline', over: { headline: '  ' } },
    { what: 'a null character', over: { headline: 'خبر\0عاجل' } },
    { what: 'a link that runs a script', over: { body: scripted() } },
  ])('is refused with $what', async ({ over }) => {
    const refused = createStory(newsroom, reporter, { content: content(over) });

    await expect(refused).rejects.toMatchObject({ status: 400 });
  });

  test('is taken in once from the same origin', async () => {
    const first = { content: content(), origin: `wire:${kind.name}` };
    await createStory(newsroom, editor, first);

    await expect(createStory(newsroom, editor, first)).rejects.toMatchObject({ status: 409 });
  });

  test.each(['moderator', 'admin'] as const)('is not for a %s to begin', async (role) => {
    const begun = createStory(newsroom, staff[role], { content: content() });

    await expect(begun).rejects.toMatchObject({ status: 403 });
  });
});

function scripted() {
  const href = 'javascript:alert(1)';
  const text = {
    type: 'text' as const,
    text: 'رابط',
    marks: [{ type: 'link' as const, attrs: { href } }],
  };
  return { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [text] }] };
}
