import { describe, expect, test } from 'vitest';
import type { MoreStories } from '../../newsroom/publications/views.ts';
import { all, attr, byClass, byId, read, textOf } from '../testing/dom.ts';
import { aContext, aStory, nothingMore, sections } from '../testing/fixtures.ts';
import { cards } from '../testing/front.ts';
import { aView } from '../testing/replies.ts';
import { storyPage } from './story-page.tsx';

const bare = { sources: [], events: [], series: null };
const topic = { id: 1, slug: 'السوق-العائم', name: 'السوق العائم' };
const section = sections[0] ?? null;
const [one, two, three, four, five, six] = cards(6);
const some = (...list: (typeof one)[]) => list.filter((card) => card !== undefined);
const everything: MoreStories = {
  related: some(one, two),
  topic,
  ofTopic: some(three, four),
  section,
  ofSection: some(five, six),
};

const pageWith = (more: Partial<MoreStories>, over = {}) =>
  read(
    storyPage(aContext({ path: '/11/x' }), {
      story: aStory(over),
      neighbours: { previous: null, next: null },
      more: { ...nothingMore, ...more },
      replies: aView(),
      head: { jsonLd: '{}' },
    }),
  );
const blocks = ['related', 'same-topic', 'same-section'];
const headings = (page: ReturnType<typeof read>) =>
  blocks.map((id) => textOf(byId(page, `${id}-title`)));

describe('where a story leads on to', () => {
  test('says of every block how its stories belong to this one', () => {
    expect(headings(pageWith(everything))).toEqual([
      'أخبار ذات صلة',
      'المزيد في هذا الموضوع: السوق العائم',
      'المزيد من قسم المدينة',
    ]);
  });

  test('links each story once, and the topic and the section', () => {
    const page = pageWith(everything);
    const hrefs = (id: string) => {
      const block = byId(page, id);
      return block
        ? all(block, 'a').map((link) => decodeURIComponent(attr(link, 'href') ?? ''))
        : [];
    };
    expect(hrefs('related')).toEqual(['/40/خبر-40', '/39/خبر-39']);
    expect(hrefs('same-topic')).toEqual(['/topic/السوق-العائم', '/38/خبر-38', '/37/خبر-37']);
    expect(hrefs('same-section')).toEqual(['/section/المدينة', '/36/خبر-36', '/35/خبر-35']);
  });

  test('has no block without stories', () => {
    const page = pageWith({ topic, section });
    expect(blocks.filter((id) => byId(page, id))).toEqual([]);
  });

  test.each([
    ['related stories', everything, 'related'],
    ['its topic', { ...everything, related: [] }, 'same-topic'],
    ['its section', { section, ofSection: everything.ofSection }, 'same-section'],
  ])('lets the closest stand beside a story without sources: %s', (_, more, id) => {
    const page = pageWith(more, bare);
    const [side] = byClass(page, 'side');
    expect(side && all(side, 'section').map((block) => attr(block, 'id'))).toEqual([id]);
    const below = byClass(page, 'related').map((block) => attr(block, 'id'));
    expect(below).toEqual(blocks.slice(blocks.indexOf(id) + 1));
  });
});
