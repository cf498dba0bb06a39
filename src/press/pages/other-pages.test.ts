import { describe, expect, test } from 'vitest';
import { plainBody } from '../testing/bodies.ts';
import { all, attr, byClass, elements, read, textOf } from '../testing/dom.ts';
import { aContext, noon, sections } from '../testing/fixtures.ts';
import { cards } from '../testing/front.ts';
import { badRequestPage } from './bad-request-page.tsx';
import { dayPage } from './day-page.tsx';
import { errorPage } from './error-page.tsx';
import { gonePage } from './gone-page.tsx';
import { notFoundPage } from './not-found-page.tsx';
import { personPage } from './person-page.tsx';
import { replyRefusedPage } from './reply-refused-page.tsx';
import { searchPage } from './search-page.tsx';
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

describe('the search page', () => {
  const hit = {
    id: 1,
    slug: 'خبر',
    headline: 'السوق العائم',
    section: sections[0] ?? null,
    publishedAt: noon,
    snippet: 'عاد السوق العائم إلى النهر',
    marks: [[4, 16]] as [number, number][],
    headlineMarks: [],
    score: 1,
  };

  test('is a plain form that works as a link', () => {
    const [form] = all(read(searchPage(aContext(), null)), 'form');
    expect(form?.attribs).toMatchObject({ method: 'get', action: '/search' });
    const names = form && all(form, 'input').map((input) => attr(input, 'name'));
    expect(names).toEqual(['q', 'from', 'to']);
    expect(form && all(form, 'select').map((list) => attr(list, 'name'))).toEqual(['section']);
  });

  test('keeps what narrows a search down open and filled in', () => {
    const [section] = sections;
    const page = read(
      searchPage(aContext(), null, { section: section?.slug, from: '2021-07-01', to: '' }),
    );
    expect(all(page, 'details')[0]?.attribs).toHaveProperty('open');
    const chosen = all(page, 'option').filter((option) => 'selected' in option.attribs);
    expect(chosen.map((option) => attr(option, 'value'))).toEqual([section?.slug]);
    expect(all(page, 'input').map((input) => attr(input, 'value'))).toContain('2021-07-01');
  });

  test('lights up what was found and counts it', () => {
    const html = searchPage(aContext(), {
      query: 'السوق',
      total: 11,
      hits: [hit],
      suggestion: null,
      within: [],
    });
    expect(all(read(html), 'mark').map(textOf)).toEqual(['السوق العائم']);
    expect(html).toContain('11 نتيجة');
  });

  test.each([
    [
      'overlap',
      [
        [0, 5],
        [3, 8],
      ],
      ['عاد ا'],
    ],
    ['lie outside the text', [[20, 900]], []],
    ['are empty', [[3, 3]], []],
  ] as [string, [number, number][], string[]][])('passes over ranges that %s', (_, marks, lit) => {
    const html = searchPage(aContext(), {
      query: 'x',
      total: 1,
      hits: [{ ...hit, marks }],
      suggestion: null,
      within: [],
    });
    expect(all(read(html), 'mark').map(textOf)).toEqual(lit);
  });

  test('shows what people wrote as text, lit up or not', () => {
    const section = { ...(sections[0] ?? hit.section), id: 1, slug: 's', name: nasty };
    const marks: [number, number][] = [[1, 4]];
    const written = { slug: nasty, headline: nasty, headlineMarks: marks, snippet: nasty, marks };
    const page = read(
      searchPage(aContext(), {
        query: 'x',
        total: 1,
        hits: [{ ...hit, ...written, section }],
        suggestion: null,
        within: [],
      }),
    );
    const [article] = byClass(page, 'row');
    expect(article && all(article, 'img')).toHaveLength(0);
    const [label, gist] = [byClass(page, 'label')[0], byClass(page, 'gist')[0]];
    for (const place of [label, gist, article && all(article, 'h2')[0]])
      expect(place && textOf(place)).toBe(nasty);
    const [link] = article ? all(article, 'a') : [];
    expect(attr(link, 'href')).toBe(`/1/${encodeURIComponent(nasty)}`);
    expect(all(page, 'mark').map(textOf)).toEqual([nasty.slice(1, 4), nasty.slice(1, 4)]);
  });

  test('gives the question back as text when nothing matches, with a suggestion', () => {
    const page = read(
      searchPage(aContext(), { query: nasty, total: 0, hits: [], suggestion: 'سوق', within: [] }),
    );
    expect(attr(all(page, 'input')[0], 'value')).toBe(nasty);
    expect(all(page, 'img')).toHaveLength(0);
    expect(all(page, 'a').map((link) => attr(link, 'href'))).toContain(
      `/search?q=${encodeURIComponent('سوق')}`,
    );
  });
});

test('a search kept to a topic says so by a box that can be unticked', () => {
  const within = [{ kind: 'topic', slug: 'الميناء', name: 'الميناء' } as const];
  const answer = { query: 'سوق', total: 0, hits: [], suggestion: null, within };
  const page = read(searchPage(aContext(), answer, { within }));
  const [box] = all(page, 'input').filter((input) => attr(input, 'type') === 'checkbox');
  expect([attr(box, 'name'), attr(box, 'value')]).toEqual(['topic', 'الميناء']);
  expect(all(page, 'details').map((details) => attr(details, 'open'))).not.toContain(undefined);
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
