import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { standingPageBySlug } from '../publications/places.ts';
import { readShell } from '../publications/shell.ts';
import { paragraphOf } from '../stories/body.ts';
import { openNewsroom, staff, type TestNewsroom } from '../testing/newsroom.ts';
import { type PageInput, savePage } from './pages.ts';

describe.each(dialects)('standing pages on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const page = (text: string, over: Partial<PageInput> = {}): PageInput => ({
    title: 'من نحن',
    body: { type: 'doc', content: [paragraphOf(text)] },
    ...over,
  });
  const readers = () => standingPageBySlug(newsroom.store.read, 'من-نحن');

  test('are found by their slug and listed in the footer, in order', async () => {
    await savePage(newsroom, staff.chief, page('صحيفة.', { position: 2 }));
    await savePage(newsroom, staff.admin, page('راسلنا.', { title: 'اتصل بنا', position: 1 }));
    await savePage(newsroom, staff.admin, page('تجربة.', { title: 'خفيّة', inFooter: false }));

    expect(await readers()).toMatchObject({ title: 'من نحن', body: page('صحيفة.').body });
    const { footerPages } = await readShell(newsroom.store.read);
    expect(footerPages.map((one) => one.title)).toEqual(['اتصل بنا', 'من نحن']);
  });

  test('are changed from the version that was opened, and not from an older one', async () => {
    await savePage(newsroom, staff.chief, page('أول'));
    await savePage(newsroom, staff.chief, page('ثان', { version: 1 }));

    for (const base of [{ version: 1 }, {}]) {
      const stale = savePage(newsroom, staff.admin, page('ضائع', base));
      await expect(stale).rejects.toMatchObject({ status: 409, hint: /version 2/ });
    }
    expect(await readers()).toMatchObject({ body: page('ثان').body });
  });

  test.each(['reporter', 'editor', 'moderator'] as const)('are not for a %s', async (role) => {
    const refused = savePage(newsroom, staff[role], page('نص'));

    await expect(refused).rejects.toMatchObject({ status: 403 });
    expect(await readers()).toBeNull();
  });
});
