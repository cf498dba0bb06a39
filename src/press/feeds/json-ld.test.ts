import { describe, expect, test } from 'vitest';
import type { Neighbours, PublishedStory } from '../../newsroom/publications/views.ts';
import { paragraphOf } from '../../newsroom/stories/body.ts';
import { newsArticleJsonLd } from './json-ld.ts';
import { afterMidnight, bridge, hostile, shell, siteUrl, storyOf } from './testing/stories.ts';

const written = (story: PublishedStory, neighbours?: Neighbours): string =>
  newsArticleJsonLd({ story, siteUrl, shell, ...(neighbours ? { neighbours } : {}) });
const graph = (story: PublishedStory, neighbours?: Neighbours) =>
  JSON.parse(written(story, neighbours))['@graph'];
const article = (changes: Partial<PublishedStory> = {}) => graph(storyOf(changes))[0];

describe('the article for machines', () => {
  test('of the plainest story says what is known and nothing else', () => {
    const url = `${siteUrl}/42/${encodeURIComponent('افتتاح-الجسر')}`;
    const publisher = {
      '@type': 'NewsMediaOrganization',
      name: 'صحيفة النهر',
      url: `${siteUrl}/`,
    };

    expect(article()).toEqual({
      '@type': 'NewsArticle',
      '@id': `${siteUrl}/42`,
      url,
      mainEntityOfPage: { '@type': 'WebPage', '@id': url },
      headline: 'افتتاح الجسر القديم بعد ترميمه',
      description: 'عبر الأهالي الجسر صباحاً.',
      datePublished: '2021-07-24T01:30:00+03:00',
      dateModified: '2021-07-24T01:30:00+03:00',
      author: publisher,
      publisher,
      articleSection: 'محليات',
      commentCount: 0,
      inLanguage: 'ar',
      isAccessibleForFree: true,
    });
  });

  test.each([
    ['news', 'NewsArticle'],
    ['report', 'ReportageNewsArticle'],
    ['interview', 'NewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['explainer', 'BackgroundNewsArticle'],
    ['live', 'LiveBlogPosting'],
  ] as const)('marks %s as %s', (type, marked) => {
    expect(article({ type })['@type']).toBe(marked);
  });

  test('names people as persons with their pages', () => {
    const people = [{ id: 1, slug: 'سلمى', name: 'سلمى حدّاد' }];

    expect(article({ byline: { people, agency: 'وكالة' } }).author).toEqual([
      {
        '@type': 'Person',
        name: 'سلمى حدّاد',
        url: `${siteUrl}/person/${encodeURIComponent('سلمى')}`,
      },
    ]);
  });

  test('names an agency as an organization', () => {
    expect(article({ byline: { people: [], agency: 'وكالة الضفة' } }).author).toEqual([
      { '@type': 'Organization', name: 'وكالة الضفة' },
    ]);
  });

  test('shows the lead picture in three shapes', () => {
    const base = `${siteUrl}/media/${bridge.hash}`;

    expect(article({ lead: bridge }).image).toEqual([
      `${base}/wide-1200.jpg`,
      `${base}/square-320.jpg`,
      `${base}/card-1200.jpg`,
    ]);
  });

  test('cuts a long headline at a word', () => {
    const { headline } = article({ headline: 'افتتاح الجسر، '.repeat(12).trim() });

    expect(headline.length).toBeLessThanOrEqual(110);
    expect(headline).toMatch(/^افتتاح الجسر، .* (افتتاح|الجسر)…$/u);
  });

  test('cites what can be looked up as works and others by name', () => {
    const { citation } = article({
      sources: [
        { kind: 'outlet', name: 'إذاعة الضفة', url: 'https://radio.example/1' },
        { kind: 'official', name: 'رئيس البلدية', via: 'إذاعة الضفة' },
        { kind: 'unnamed', name: 'مصدر في البلدية' },
      ],
    });

    expect(citation).toEqual([
      { '@type': 'CreativeWork', name: 'إذاعة الضفة', url: 'https://radio.example/1' },
      'رئيس البلدية (نقلاً عن إذاعة الضفة)',
      'مصدر في البلدية',
    ]);
  });

  test('owns up to corrections', () => {
    expect(
      article({ corrections: [{ at: afterMidnight, text: 'طوله 80 متراً.' }] }).correction,
    ).toEqual([
      {
        '@type': 'CorrectionComment',
        text: 'طوله 80 متراً.',
        datePublished: '2021-07-24T01:30:00+03:00',
      },
    ]);
  });

  test('has dateline, other headline, series and topics where there are any', () => {
    expect(
      article({
        dateline: { place: 'ضفّة النهر', outlet: 'النهر' },
        kicker: 'بعد عام من العمل',
        series: { id: 2, slug: 'bridges', name: 'جسور المدينة' },
        topics: [{ id: 5, slug: 'x', name: 'ترميم' }],
      }),
    ).toMatchObject({
      dateline: 'ضفّة النهر – النهر',
      alternativeHeadline: 'بعد عام من العمل',
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'جسور المدينة',
        url: `${siteUrl}/series/bridges`,
      },
      keywords: ['ترميم'],
    });
  });

  test('lists the entries of a live story', () => {
    const [live] = graph(
      storyOf({ type: 'live', publishedAt: afterMidnight + 60_000 }, [
        {
          type: 'update',
          attrs: { at: afterMidnight, heading: 'بدء العبور' },
          content: [paragraphOf('عبروا.') as never],
        },
      ]),
    );

    expect(live.coverageStartTime).toBe('2021-07-24T01:30:00+03:00');
    expect(live.liveBlogUpdate).toMatchObject([
      {
        '@type': 'BlogPosting',
        headline: 'بدء العبور',
        datePublished: '2021-07-24T01:30:00+03:00',
        articleBody: 'عبروا.',
        url: expect.stringMatching(/#update-\d+$/),
      },
    ]);
  });

  test('leads to the stories before and after it', () => {
    const [{ mainEntityOfPage }] = graph(storyOf(), {
      previous: { id: 41, slug: 'a', headline: 'قبله' },
      next: null,
    });

    expect(mainEntityOfPage.relatedLink).toEqual([`${siteUrl}/41/a`]);
  });
});

describe('the way to the article', () => {
  test('goes from the front page through the section', () => {
    const [, way] = graph(storyOf());

    expect(way['@type']).toBe('BreadcrumbList');
    expect(way.itemListElement).toMatchObject([
      { position: 1, name: 'صحيفة النهر', item: `${siteUrl}/` },
      { position: 2, name: 'محليات', item: `${siteUrl}/section/${encodeURIComponent('محليات')}` },
      { position: 3, name: 'افتتاح الجسر القديم بعد ترميمه' },
    ]);
  });

  test('is shorter for a story without a section', () => {
    expect(graph(storyOf({ section: null }))[1].itemListElement).toHaveLength(2);
  });
});

test.each(hostile)('the JSON-LD survives %s within a script element', (_, text, left) => {
  const story = storyOf({ headline: text, deck: text });

  expect(written(story)).not.toMatch(/[<>&\u2028\u2029]/);
  expect(graph(story)[0]).toMatchObject({ headline: left, alternativeHeadline: left });
});
