import { describe, expect, test } from 'vitest';
import type { DateStyle } from '../../../arabic/format-date.ts';
import { settingsSchema } from '../../../newsroom/settings/settings.ts';
import { bodySchema, bodyText } from '../../../newsroom/stories/body.ts';
import { correctionSchema, storyContentSchema } from '../../../newsroom/stories/story.ts';
import { toBody } from '../body-notation.ts';
import { illustrations } from '../illustrations/registry.ts';
import { resolveDates, resolveEvent } from '../placeholders.ts';
import { illustrationIds, personKeys, sectionKeys, seriesKeys, topicKeys } from './keys.ts';
import { pages } from './pages.ts';
import { paper, people, sections, series, topics } from './paper.ts';
import { stories } from './stories.ts';
import type { DemoStory } from './types.ts';

const HOUR = 3_600_000;
const style: DateStyle = { timeZone: 'Asia/Baghdad', months: 'pair', digits: 'latn' };
/** A first start on every weekday, at any hour, also across the end of a year. */
const starts = Array.from(
  { length: 14 },
  (_, i) => Date.parse('2026-12-20T00:00:00+03:00') + i * 25 * HOUR,
);

const idOf = (keys: readonly string[]) => (key: string) => keys.indexOf(key) + 1;

/** What a loader makes of a story. */
function load(story: DemoStory, now: number) {
  const write = (text: string) => resolveDates(text, now, style);
  return {
    type: story.type,
    kicker: story.kicker === undefined ? null : write(story.kicker),
    headline: write(story.headline),
    deck: story.deck === undefined ? null : write(story.deck),
    standfirst: story.standfirst === undefined ? null : write(story.standfirst),
    dateline: story.dateline ?? null,
    body: toBody(story.body, idOf(illustrationIds), write, (hoursAgo) =>
      Math.round(now - hoursAgo * HOUR),
    ),
    sectionId: idOf(sectionKeys)(story.section),
    seriesId: story.series === undefined ? null : idOf(seriesKeys)(story.series),
    topicIds: story.topics.map(idOf(topicKeys)),
    byline: { personIds: story.by.map(idOf(personKeys)), agency: null },
    sources: [...story.sources],
    events: (story.events ?? []).map((event) => resolveEvent(event, now, style)),
    leadMediaId: story.lead === undefined ? null : idOf(illustrationIds)(story.lead),
    comments: story.comments ?? 'open',
  };
}

const [start = 0] = starts;

describe.each(stories.map((story) => [story.key, story] as const))('the story «%s»', (_, story) => {
  test('is accepted by the newsroom whenever it is loaded', () => {
    for (const now of starts) {
      const result = storyContentSchema.safeParse(load(story, now));

      expect(result.error?.issues ?? []).toEqual([]);
    }
  });

  test('announces only dates that its text names, and all lie ahead', () => {
    for (const now of starts) {
      const { events, standfirst, body } = load(story, now);
      const text = `${standfirst}\n${bodyText(body)}`;
      for (const event of events) {
        const day = resolveDates('{{day+0}}', event.at, style);
        expect(event.at).toBeGreaterThan(now);
        if (!event.text.includes('الأخير')) expect(text).toContain(day);
      }
    }
  });

  test('was published before the first start, and corrected and updated in between', () => {
    expect(story.hoursAgo).toBeGreaterThanOrEqual(0.5);
    expect(story.hoursAgo).toBeLessThanOrEqual(70);
    for (const { hoursAfter, text } of story.corrections ?? []) {
      expect(hoursAfter).toBeLessThan(story.hoursAgo);
      expect(correctionSchema.safeParse({ at: 1, text }).success).toBe(true);
    }
    const updates = story.body.flatMap((block) =>
      'update' in block ? [block.update.hoursAgo] : [],
    );
    expect(updates).toEqual([...updates].sort((a, b) => a - b));
    for (const hoursAgo of updates) expect(hoursAgo).toBeLessThanOrEqual(story.hoursAgo);
  });

  test('is short: 120 to 450 words', () => {
    const words = bodyText(load(story, start).body).split(/\s+/).length;

    expect(words).toBeGreaterThanOrEqual(120);
    expect(words).toBeLessThanOrEqual(450);
  });

  test('has a headline of at most 90 characters without a full stop', () => {
    expect(story.headline.length).toBeLessThanOrEqual(90);
    expect(story.headline).not.toMatch(/\.$/);
  });

  test('names its sources, unless it is an opinion', () => {
    if (story.type === 'opinion') expect(story.sources).toEqual([]);
    else expect(story.sources.length).toBeGreaterThan(0);
    for (const source of story.sources)
      if (source.kind === 'unnamed') expect(source.note).toBeTruthy();
  });
});

describe('the demo paper', () => {
  test('is described in settings that the newsroom accepts', () => {
    expect(settingsSchema.safeParse(paper).success).toBe(true);
  });

  test('lists the stories newest first, no two at one moment', () => {
    const hours = stories.map((story) => story.hoursAgo);

    expect(hours).toEqual([...new Set(hours)].sort((a, b) => a - b));
  });

  test('has one live story, one breaking that ends, one pinned, one opinion, one correction', () => {
    const count = (fits: (story: DemoStory) => boolean) => stories.filter(fits).length;

    expect(count(({ type }) => type === 'live')).toBe(1);
    expect(count(({ type }) => type === 'opinion')).toBe(1);
    expect(count(({ priority }) => priority?.kind === 'pinned')).toBe(1);
    expect(
      count(({ priority }) => priority?.kind === 'breaking' && priority.hours !== undefined),
    ).toBe(1);
    expect(stories.flatMap(({ corrections = [] }) => corrections)).toHaveLength(1);
  });

  test('names every key once and uses every one of them', () => {
    expect(sections.map(({ key }) => key)).toEqual(sectionKeys);
    expect(topics.map(({ key }) => key)).toEqual(topicKeys);
    expect(series.map(({ key }) => key)).toEqual(seriesKeys);
    expect(people.map(({ key }) => key)).toEqual(personKeys);
    expect(new Set(stories.map(({ section }) => section))).toEqual(new Set(sectionKeys));
    expect(new Set(stories.flatMap(({ topics: used }) => used))).toEqual(new Set(topicKeys));
    expect(new Set(stories.flatMap(({ lead }) => lead ?? []))).toEqual(new Set(illustrationIds));
    expect(new Set(stories.map(({ key }) => key)).size).toBe(stories.length);
  });

  test.each(pages.map((page) => [page.title, page] as const))('keeps the page «%s»', (_, page) => {
    const body = toBody(
      page.body,
      idOf(illustrationIds),
      (text) => text,
      () => 0,
    );

    expect(bodySchema.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(bodyText(body).split(/\s+/).length).toBeGreaterThan(100);
  });
});

/** Every string that a reader may see, with where it stands. */
function* texts(value: unknown, at: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') {
    if (/[\u0600-\u06ff]/.test(value)) yield [at, resolveDates(value, start, style)];
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* texts(item, `${at}[${i}]`);
  } else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* texts(item, `${at}.${key}`);
}

const everything = [
  ...texts({ paper, sections, topics, series, people }, 'paper'),
  ...stories.flatMap((story) => [...texts(story, story.key)]),
  ...pages.flatMap((page) => [...texts(page, page.slug)]),
  ...texts(illustrations, 'illustrations'),
];

describe('the copy', () => {
  const letter = '[\\u0621-\\u064a]';
  test.each<[string, RegExp]>([
    ['a double space, or one at an end', / {2}|^\s|\s$|\n|\u00a0/],
    ['tatweel', /\u0640/],
    [
      'ASCII punctuation between Arabic words',
      new RegExp(`${letter}\\p{M}*\\s?[,;?"'](\\s|${letter}|$)`, 'u'),
    ],
    ['a straight quotation mark', /["“”]/],
    ['a space before punctuation', / [،؛:؟.!»]/],
    ['no space after a comma', /[،؛؟](?!\s|»|\*\*|$)/],
    ['a quotation mark with a space inside', /« | »/],
    ['tanwin on the letter before the alef', /\u064bا/],
    ['digits of another system', /[٠-٩۰-۹]/],
    ['a hyphen for a dash', / - /],
    ['three dots', /\.\.|…/],
    [
      'a word twice',
      new RegExp(`(?:^|[\\s«(])(${letter}[${letter.slice(1, -1)}\\p{M}]+) \\1(?=[\\s.،»]|$)`, 'u'),
    ],
    [
      'a spelling that this house does not use',
      /أمريك|مسئول|شئون|الإثنين|الإقتصاد|إجتماع|إستم|مائة|هاذا|لاكن|سوف لن|تواجد/,
    ],
    ['«قال أن» for «قال إن»', /(?:^|[\s«])[وف]?(?:قال|قالت|يقول|تقول) أنّ?(?:\s|ه)/],
    [
      'a day that moves while the text stands',
      /(?:^|[\s«])[وف]?(?:أمس|(?<!في )(?<!منذ )اليوم(?! الأ)|غداً|البارحة)[\s،.:]/,
    ],
    ['a season', /الربيع|الصيف|الخريف|الشتاء|رمضان|العيد /],
  ])('has nowhere %s', (_, fault) => {
    const found = everything.filter(([, text]) => fault.test(text));

    expect(found).toEqual([]);
  });

  test('closes every quotation and bracket that it opens, and nests none', () => {
    const unbalanced = everything.filter(
      ([, text]) =>
        !/^[^«»]*(«[^«»]*»[^«»]*)*$/.test(text) || !/^[^()]*(\([^()]*\)[^()]*)*$/.test(text),
    );

    expect(unbalanced).toEqual([]);
  });

  test('ends its paragraphs with a stop', () => {
    const open = everything.filter(
      ([at, text]) => /\.(p|quote|ul\[\d+\]|ol\[\d+\])$/.test(at) && !/[.؟:]»?\*{0,2}$/.test(text),
    );

    expect(open).toEqual([]);
  });
});
