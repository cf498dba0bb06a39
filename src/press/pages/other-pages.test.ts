import { describe, expect, test } from 'vitest';
import { plainBody } from '../testing/bodies.ts';
import { all, attr, byClass, elements, read, textOf } from '../testing/dom.ts';
import { aContext, noon } from '../testing/fixtures.ts';
import { cards } from '../testing/front.ts';
import { badRequestPage } from './bad-request-page.tsx';
import { dayPage } from './day-page.tsx';
import { errorPage } from './error-page.tsx';
import { gonePage } from './gone-page.tsx';
import { notFoundPage } from './not-found-page.tsx';
import { personPage } from './person-page.tsx';
import { replyRefusedPage } from './reply-refused-page.tsx';
import { sectionPage } from './section-page.tsx';
import { seriesPage } from './series-page.tsx';
import { standingPage } from './standing-page.tsx';
import { topicPage } from './topic-page.tsx';

const nasty = '<img src=x onerror=alert(1)>';
const list = { stories: cards(3), older: null };
const none = { stories: [], older: null };
const section = { id: 1, slug: 'المدينة', name: 'المدينة', description: null };
const robots = (page: ReturnType<typeof read>) =>
  attr(all(page, 'meta', (node) => attr(node, 'name') === 'robots')[0], 'content');

describe('lists', () => {
  const everyList: [string, string][] = [
    ['section', sectionPage(aContext(), { section, list, first: true })],
    ['topic', topicPage(aContext(), { topic: section, list, first: true })],
    ['series', seriesPage(aContext(), { series: section, list, first: true })],
    [
      'person',
      personPage(aContext(), { person: { ...section, role: null, bio: null }, list, first: true }),
    ],
  ];
  test.each(everyList)('of a %s have one heading and every story', (_, html) => {
    const page = read(html);
    expect(all(page, 'h1').map(textOf)).toEqual(['المدينة']);
    for (const { headline } of list.stories) expect(html).toContain(headline);
  });

  test('lead on to older stories, and back to the newest', () => {
    const ctx = aContext({ path: '/section/x?before=abc' });
    const page = read(
      sectionPage(ctx, { section, list: { ...list, older: 'a=b&c' }, first: false }),
    );
    const hrefs = all(page, 'a').map((link) => attr(link, 'href'));
    expect(hrefs).toContain('/section/x?before=a%3Db%26c');
    expect(hrefs).toContain('/section/x');
    expect(robots(page)).toBe('noindex');
  });

  test('end without a pager', () => {
    expect(byClass(read(everyList[0]?.[1] ?? ''), 'pager')).toHaveLength(0);
  });

  test('group stories by the day they were published on', () => {
    const stories = cards(8, () => false);
    const page = read(
      topicPage(aContext(), { topic: section, list: { stories, older: null }, first: true }),
    );
    const days = byClass(page, 'days')[0];
    const headings = days ? all(days, 'h2').map(textOf) : [];
    expect(headings[0]).toBe('الاثنين 23 تشرين الثاني (نوفمبر) 2026');
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('mark the section one is in', () => {
    const page = read(sectionPage(aContext(), { section, list, first: true }));
    const current = all(page, 'a', (link) => 'aria-current' in link.attribs);
    expect(current.map(textOf)).toEqual(['المدينة']);
  });

  test('that are empty say so and offer a way on', () => {
    const page = read(sectionPage(aContext(), { section, list: none, first: true }));
    expect(textOf(byClass(page, 'empty')[0])).toBe('لا أخبار هنا بعد.');
    expect(byClass(page, 'action')).toHaveLength(1);
  });

  test('of a day name it in full and link the days beside it', () => {
    const page = read(
      dayPage(aContext(), { day: '2026-11-23', list, previousDay: '2026-11-20', nextDay: null }),
    );
    expect(textOf(all(page, 'h1')[0])).toBe('أخبار الاثنين 23 تشرين الثاني (نوفمبر) 2026');
    const [pager] = byClass(page, 'pager');
    expect(pager && all(pager, 'a').map((link) => attr(link, 'href'))).toEqual([
      '/archive/2026/11/20',
    ]);
  });
});

describe('pages that say what happened', () => {
  const assets = {
    css: '/assets/press.css',
    fontsCss: '/assets/fonts.css',
    preload: [],
    proofJs: '',
  };
  const refusal = { why: 'closedMeanwhile', typed: nasty, backTo: '/11/x' } as const;
  const notices: [string, string][] = [
    ['not found', notFoundPage(aContext())],
    ['bad request', badRequestPage(aContext())],
    ['a reply refused', replyRefusedPage(aContext(), refusal)],
    [
      'gone',
      gonePage(aContext(), { id: 1, slug: 'x', headline: nasty, notice: null, withdrawnAt: noon }),
    ],
    ['error', errorPage(assets)],
  ];

  test.each(notices)('%s: one heading, a way on, not for search engines', (_, html) => {
    const page = read(html);
    expect(all(page, 'h1')).toHaveLength(1);
    expect(byClass(page, 'action').length).toBeGreaterThan(0);
    expect(robots(page)).toBe('noindex');
    expect(all(page, 'img')).toHaveLength(0);
  });

  test('a reply that cannot be taken is given back whole', () => {
    const page = read(replyRefusedPage(aContext(), refusal));
    expect(textOf(all(page, 'textarea')[0])).toBe(nasty);
    expect(all(page, 'a').map((link) => attr(link, 'href'))).toContain('/11/x');
  });

  test('a withdrawn story shows the notice of the newsroom', () => {
    const html = gonePage(aContext(), {
      id: 1,
      slug: 'x',
      headline: 'خبر',
      notice: 'الوثيقة غير صحيحة.',
      withdrawnAt: noon,
    });
    expect(textOf(byClass(read(html), 'withdrawn')[0])).toBe('الوثيقة غير صحيحة.');
  });

  test('the error page fetches nothing but its style sheet', () => {
    const page = read(errorPage(assets));
    expect(all(page, 'link').map((link) => attr(link, 'href'))).toEqual(['/assets/press.css']);
    expect(elements(page).filter(({ name }) => name === 'img' || name === 'script')).toEqual([]);
  });

  test('a standing page shows its text and when it last changed', () => {
    const html = standingPage(aContext(), {
      id: 1,
      slug: 'من-نحن',
      title: 'من نحن',
      body: { type: 'doc', content: plainBody },
      updatedAt: noon,
    });
    expect(html).toContain('آخر تعديل: الاثنين 23 تشرين الثاني (نوفمبر) 2026');
  });
});
