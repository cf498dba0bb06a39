import { describe, expect, test } from 'vitest';
import { all, attr, byClass, byId, read, textOf } from '../testing/dom.ts';
import { aContext, noon, sections } from '../testing/fixtures.ts';
import { searchPage } from './search-page.tsx';

const nasty = '<img src=x onerror=alert(1)>';

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

describe('the way from one answer to the next', () => {
  const narrowing = {
    section: 'المدينة',
    within: [
      { kind: 'topic', slug: 'الميناء', name: 'الميناء' },
      { kind: 'person', slug: 'ليلى-حداد', name: 'ليلى حدّاد' },
    ],
    from: '2021-07-01',
    to: '2021-07-31',
  } as const;
  const found = { slug: 'خبر', headline: 'خبر', section: null, publishedAt: noon, snippet: '' };
  const hits = (n: number) =>
    Array.from({ length: n }, (_, id) => ({
      ...found,
      id,
      marks: [],
      headlineMarks: [],
      score: 1,
    }));
  const answered = (shown: number, total: number, suggestion: string | null = null) =>
    read(
      searchPage(
        aContext(),
        { query: 'سوق النهر', total, hits: hits(shown), suggestion, within: [] },
        narrowing,
        shown,
      ),
    );
  const linkTo = (page: ReturnType<typeof read>, text: string) =>
    all(page, 'a').find((link) => textOf(link) === text);
  const kept = { section: 'المدينة', topic: 'الميناء', person: 'ليلى-حداد' };
  const days = { from: '2021-07-01', to: '2021-07-31' };

  test.each([
    [7, 20],
    [20, 60],
    [60, 200],
    [199, 200],
  ])('leads from %i results to %i, where the list ended, all filters kept', (shown, next) => {
    const page = answered(shown, 248);
    const href = attr(linkTo(page, 'المزيد من النتائج'), 'href') ?? '';
    const { pathname, searchParams, hash } = new URL(href, 'https://almanara.example');
    expect(pathname).toBe('/search');
    const limit = next === 20 ? {} : { limit: String(next) };
    expect(Object.fromEntries(searchParams)).toEqual({
      q: 'سوق النهر',
      ...kept,
      ...days,
      ...limit,
    });
    expect(hash).toBe(`#hit-${shown + 1}`);
    expect(byId(page, `hit-${shown}`)?.name).toBe('article');
  });

  test('ends where everything is shown', () => {
    expect(byClass(answered(20, 20), 'pager')).toHaveLength(0);
  });

  test('ends at 200 with a word on what to do', () => {
    const page = answered(200, 248);
    expect(byClass(page, 'pager')).toHaveLength(0);
    expect(byClass(page, 'outcome').map(textOf).at(-1)).toBe(
      'هذه أول 200 نتيجة. لتجد غيرها، ضيّق البحث بكلمة أخرى أو بقسم أو بتاريخ.',
    );
  });

  test.each([0, 3])('keeps every filter in the suggestion beside %i results', (found) => {
    const href = attr(linkTo(answered(found, found, 'سوق'), 'سوق'), 'href') ?? '';
    const { searchParams } = new URL(href, 'https://almanara.example');
    expect(Object.fromEntries(searchParams)).toEqual({ q: 'سوق', ...kept, ...days });
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
