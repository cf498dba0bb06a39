import { describe, expect, test } from 'vitest';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import type { Block } from '../../newsroom/stories/body.ts';
import { everyBlock } from '../testing/bodies.ts';
import { all, attr, byClass, byId, elements, read, textOf } from '../testing/dom.ts';
import { aContext, aStory, noon, nothingMore } from '../testing/fixtures.ts';
import { aView } from '../testing/replies.ts';
import { storyPage } from './story-page.tsx';

const neighbours = {
  previous: { id: 9, slug: 'خبر', headline: 'ما قبله' },
  next: { id: 12, slug: 'خبر', headline: 'ما بعده' },
};
const nobody = { previous: null, next: null };
const head = { jsonLd: '{"@type":"NewsArticle"}' };

function htmlOf(story: Partial<PublishedStory> = {}, ctx = aContext({ path: '/11/x' })): string {
  const policy = story.comments ?? 'open';
  const replies = aView({ policy });
  return storyPage(ctx, { story: aStory(story), neighbours, more: nothingMore, replies, head });
}
const pageOf = (story: Partial<PublishedStory> = {}) => read(htmlOf(story));
const withBody = (...content: Block[]) => pageOf({ body: { type: 'doc', content } });
const bodyOf = (...content: Block[]) => {
  const body = byClass(withBody(...content), 'body')[0];
  if (!body) throw new Error('the page has no body');
  return body;
};
const words = (text: string): Extract<Block, { type: 'paragraph' }> => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

describe('the contract of a story page', () => {
  test('is Arabic, from right to left, with one article and one heading', () => {
    const page = pageOf();
    expect(all(page, 'html')[0]?.attribs).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(all(page, 'article')).toHaveLength(1);
    expect(all(page, 'h1').map(textOf)).toEqual([
      'السوق العائم يعود إلى النهر بعد موسمين من الجفاف',
    ]);
  });

  test('shows the kicker above the headline and the deck below it', () => {
    const page = pageOf({ kicker: 'ما قبل', headline: 'العنوان', deck: 'ما بعد' });
    const header = all(page, 'header').find((node) => all(node, 'h1').length > 0);
    expect(textOf(header)).toMatch(/ما قبل.*العنوان.*ما بعد/);
    expect(textOf(byClass(page, 'kicker')[0])).toBe('ما قبل');
  });

  test('opens the first paragraph with the dateline', () => {
    const first = all(bodyOf(words('قال رئيس اللجنة.')), 'p')[0];
    expect(textOf(first)).toBe('وادي الرمّان – المنارة قال رئيس اللجنة.');
    expect(textOf(first && byClass(first, 'dateline')[0])).toBe('وادي الرمّان – المنارة');
  });

  test.each([
    [{ place: 'بغداد', outlet: null }, 'بغداد'],
    [{ place: null, outlet: 'رويترز' }, 'رويترز'],
  ])('writes a dateline of which only one half is known: %o', (dateline, expected) => {
    expect(textOf(byClass(pageOf({ dateline }), 'dateline')[0])).toBe(expected);
  });

  test('gives a dateline a line of its own before anything but a paragraph in Arabic', () => {
    const [first, second] = all(bodyOf(words('Only Latin letters here.')), 'p');
    expect(textOf(first)).toBe('وادي الرمّان – المنارة');
    expect(attr(second, 'dir')).toBe('ltr');
  });

  test('states the full date with both month names, and machine-readable', () => {
    const publishedAt = Date.UTC(2021, 6, 24, 6, 40);
    const time = all(pageOf({ publishedAt, updatedAt: publishedAt }), 'time').find((node) =>
      textOf(node).includes('2021'),
    );
    expect(textOf(time)).toBe('السبت 24 تموز (يوليو) 2021، 9:40 صباحاً');
    expect(attr(time, 'datetime')).toBe('2021-07-24T06:40:00.000Z');
  });

  test('says when it was updated only where that is later', () => {
    expect(htmlOf({ publishedAt: noon, updatedAt: noon })).not.toContain('آخر تحديث');
    expect(htmlOf({ publishedAt: noon, updatedAt: noon + 3_600_000 })).toContain('آخر تحديث');
  });

  test.each([
    ['both', neighbours, ['prev', 'next']],
    ['only the older', { ...neighbours, next: null }, ['prev']],
    ['only the newer', { ...neighbours, previous: null }, ['next']],
  ])('links its neighbours: %s', (_, beside, rels) => {
    const page = read(
      storyPage(aContext(), {
        story: aStory(),
        neighbours: beside,
        more: nothingMore,
        replies: aView(),
        head,
      }),
    );
    const nav = byId(page, 'neighbours');
    const links = nav ? all(nav, 'a') : [];
    expect(links.map((link) => attr(link, 'rel'))).toEqual(rels);
    for (const link of links) expect(textOf(link)).toMatch(/الخبر (السابق|التالي)/);
  });

  test('has no neighbours box for the only story of the paper', () => {
    const html = storyPage(aContext(), {
      story: aStory(),
      neighbours: nobody,
      more: nothingMore,
      replies: aView(),
      head,
    });
    expect(byId(read(html), 'neighbours')).toBeUndefined();
  });

  test('offers a reply form that a browser can fill in and send without a script', () => {
    const form = byId(pageOf(), 'reply');
    expect(form?.attribs).toMatchObject({ method: 'post' });
    const fields = form
      ? elements(form).filter(({ name }) => name === 'input' || name === 'textarea')
      : [];
    const required = fields.filter((field) => 'required' in field.attribs);
    expect(required.map((field) => attr(field, 'name')).sort()).toEqual(['email', 'name', 'text']);
    for (const field of required) expect(Number(attr(field, 'maxlength'))).toBeGreaterThan(0);
    const others = fields.filter((field) => !required.includes(field));
    expect(others.map((field) => attr(field, 'name'))).toEqual(['notify', 'website', 'token']);
    expect(textOf(form)).toContain('لن يُنشر عنوان بريدك الإلكتروني.');
  });

  test('counts replies as Arabic does, and invites the first', () => {
    expect(textOf(byId(pageOf({ commentCount: 3 }), 'comments'))).toContain('ثلاثة ردود');
    expect(textOf(byId(pageOf({ commentCount: 0 }), 'comments'))).toContain('كن أول من يفعل');
  });

  test('hides the form and says so when replies are closed', () => {
    const page = pageOf({ comments: 'closed' });
    expect(byId(page, 'reply')).toBeUndefined();
    expect(textOf(byId(page, 'comments'))).toContain('مغلق');
  });
});

describe('what a report stands on', () => {
  test('marks an unnamed source and gives the reason', () => {
    const sources = byId(
      pageOf({ sources: [{ kind: 'unnamed', name: 'مسؤول', note: 'خشية العقاب' }] }),
      'sources',
    );
    const [item] = sources ? byClass(sources, 'unnamed') : [];
    expect(textOf(item)).toMatch(/مسؤول.*لم يُذكر اسمه.*خشية العقاب/);
  });

  test('says that the reason is missing where a source is unnamed without one', () => {
    const sources = byId(pageOf({ sources: [{ kind: 'unnamed', name: 'مسؤول' }] }), 'sources');
    expect(textOf(sources)).toContain('لم يذكر الخبر سبب حجب الاسم');
  });

  test('shows who carried a source and where it can be read', () => {
    const sources = byId(
      pageOf({
        sources: [
          { kind: 'outlet', name: 'إذاعة', via: 'وكالة', url: 'https://radio.example/?a=1&b=2' },
        ],
      }),
      'sources',
    );
    expect(textOf(sources)).toContain('نقلاً عن وكالة');
    expect(sources && attr(all(sources, 'a')[0], 'rel')).toContain('external');
  });

  test.each([
    ['sources', { sources: [] }, 'مصادر هذا الخبر'],
    ['dates', { events: [] }, 'مواعيد وردت'],
    ['corrections', { corrections: [] }, 'id="corrections"'],
    ['series', { series: null }, 'من سلسلة'],
    ['topics', { topics: [] }, 'مواضيع الخبر'],
    ['a kicker', { kicker: null }, 'class="kicker"'],
    ['a picture', { lead: null }, 'figure'],
  ])('shows no empty box for a story without %s', (_, without, trace) => {
    expect(htmlOf()).toContain(trace);
    expect(htmlOf(without)).not.toContain(trace);
  });

  test('has no side column at all when nothing belongs in it', () => {
    const page = pageOf({ sources: [], events: [], series: null });
    expect(byClass(page, 'side')).toHaveLength(0);
    expect(byClass(page, 'plain')).toHaveLength(1);
  });

  test('writes announced dates no more exactly than they are known', () => {
    const at = Date.UTC(2026, 11, 15, 9);
    const events = (['day', 'month', 'year'] as const).map((granularity) => ({
      at,
      granularity,
      text: 'موعد',
    }));
    const [side] = byClass(pageOf({ events }), 'side');
    const times = side ? all(side, 'time') : [];
    expect(times.map((time) => attr(time, 'datetime'))).toEqual(['2026-12-15', '2026-12', '2026']);
    expect(times.map(textOf)).toEqual([
      'الثلاثاء 15 كانون الأول (ديسمبر) 2026',
      'كانون الأول (ديسمبر) 2026',
      'عام 2026',
    ]);
  });

  test('marks opinion as opinion, its writer before the headline', () => {
    const page = pageOf({ type: 'opinion' });
    expect(textOf(byClass(page, 'where')[0])).toContain('رأي');
    expect(textOf(byClass(page, 'writer')[0])).toBe('ليلى حدّاد وسامر الخوري');
  });
});

describe('the body', () => {
  const ofType = (type: Block['type']): Block =>
    everyBlock.find((block) => block.type === type) ?? words('');

  test('keeps marks, and writes one link around neighbouring runs', () => {
    const body = bodyOf(ofType('paragraph'));
    const links = all(body, 'a');
    expect(links.map(textOf)).toEqual(['تقرير المنسوب', 'خبر سابق']);
    expect(links.map((link) => attr(link, 'rel'))).toEqual(['external noopener', undefined]);
    expect(all(body, 'strong').map(textOf)).toEqual(['كلام بارز', 'المنسوب']);
    expect(all(body, 'br')).toHaveLength(1);
  });

  test('offers a picture in three formats with its size set, and fetches it late', () => {
    const body = bodyOf(ofType('image'));
    expect(all(body, 'source').map((source) => attr(source, 'type'))).toEqual([
      'image/avif',
      'image/webp',
    ]);
    expect(all(body, 'img')[0]?.attribs).toMatchObject({
      loading: 'lazy',
      width: '1200',
      height: '1500',
      alt: 'عمّال يثبّتون ألواح المرسى',
    });
  });

  test('fetches the lead picture at once', () => {
    const [image] = all(pageOf(), 'img');
    expect(image?.attribs).toMatchObject({ fetchpriority: 'high' });
    expect(image?.attribs).not.toHaveProperty('loading');
  });

  test('leaves out a picture that is not in the archive any more', () => {
    const body = bodyOf(words('نص'), { type: 'image', attrs: { mediaId: 404 } });
    expect(all(body, 'figure')).toHaveLength(0);
  });

  test('prefers the alternative text that the story gives', () => {
    const images = all(bodyOf(ofType('gallery')), 'img');
    expect(images.map((image) => attr(image, 'alt'))[1]).toBe('سلال الرمّان على حافة قارب');
  });

  test('lets a table scroll in its own box, which the keyboard reaches', () => {
    const body = bodyOf(ofType('table'));
    expect(byClass(body, 'table')[0]?.attribs).toMatchObject({ tabindex: '0' });
    expect(all(body, 'th').map((cell) => attr(cell, 'scope'))).toContain('row');
  });

  test('shows an embed as a link that says where it leads, never as a frame', () => {
    const body = bodyOf(ofType('embed'));
    expect(all(body, 'iframe')).toHaveLength(0);
    expect(textOf(byClass(body, 'embed')[0])).toContain('video.example');
  });

  test('stamps updates of a live story', () => {
    const body = bodyOf({
      type: 'update',
      attrs: { at: noon, heading: 'هبط المنسوب' },
      content: [words('تفصيل')],
    });
    expect(textOf(all(body, 'h2')[0])).toBe('11:00 صباحاً هبط المنسوب');
  });

  test('keeps the direction that a paragraph was given', () => {
    const body = bodyOf(words('نص'), {
      type: 'paragraph',
      attrs: { dir: 'ltr' },
      content: [{ type: 'text', text: 'الأمر npm start' }],
    });
    expect(attr(all(body, 'p')[1], 'dir')).toBe('ltr');
  });

  test('does not turn an Arabic headline around because it opens with a foreign name', () => {
    expect(all(pageOf({ headline: 'IBM تفتح مكتباً' }), 'h1')[0]?.attribs).not.toHaveProperty('dir');
  });
});

describe('safety', () => {
  const nasty = `"><script>alert('x')</script>&amp;`;

  test('writes whatever the newsroom typed as text, everywhere', () => {
    const html = htmlOf({
      kicker: nasty,
      headline: nasty,
      deck: nasty,
      standfirst: nasty,
      dateline: { place: nasty, outlet: nasty },
      byline: { people: [{ id: 1, slug: nasty, name: nasty }], agency: null },
      sources: [{ kind: 'official', name: nasty, via: nasty, note: nasty, quote: nasty }],
      events: [{ at: noon, granularity: 'day', text: nasty }],
      corrections: [{ at: noon, text: nasty }],
      topics: [{ id: 1, slug: nasty, name: nasty }],
      body: { type: 'doc', content: [words(nasty)] },
    });
    const page = read(html);
    expect(all(page, 'script').map((node) => attr(node, 'type'))).toEqual(['application/ld+json']);
    expect(textOf(all(page, 'h1')[0])).toBe(nasty);
    expect(textOf(all(page, 'title')[0])).toBe(`${nasty} – المنارة`);
  });

  test('needs no script and no style beside its files, as the content policy demands', () => {
    const page = read(htmlOf({ body: { type: 'doc', content: everyBlock } }));
    expect(all(page, 'style')).toHaveLength(0);
    for (const element of elements(page)) {
      const names = Object.keys(element.attribs);
      expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    }
  });

  test('prints no Latin word of its own on an Arabic page', () => {
    const [body] = all(read(htmlOf()), 'body');
    const visible = textOf(body).replaceAll('https://almanara.example/11', '');
    expect(visible).not.toMatch(/[A-Za-z]{2,}/);
  });
});

describe('the head', () => {
  const meta = (page: ReturnType<typeof read>, name: string) =>
    attr(
      all(
        page,
        'meta',
        (node) => attr(node, 'property') === name || attr(node, 'name') === name,
      )[0],
      'content',
    );

  test('names its address, language, picture and feeds', () => {
    const page = pageOf();
    const links = all(page, 'link');
    const href = (rel: string) =>
      attr(
        links.find((link) => attr(link, 'rel') === rel),
        'href',
      );
    expect(href('canonical')).toBe('https://almanara.example/11/x');
    expect(links.some((link) => attr(link, 'hreflang') === 'ar')).toBe(true);
    expect(links.map((link) => attr(link, 'type'))).toContain('application/feed+json');
    expect(meta(page, 'og:type')).toBe('article');
    expect(meta(page, 'og:image')).toBe('https://almanara.example/media/a1b2c3/card-1200.jpg');
    expect(meta(page, 'twitter:card')).toBe('summary_large_image');
  });

  test('describes a story without a standfirst by its first words, cut at a word', () => {
    const description = meta(pageOf({ standfirst: null }), 'description') ?? '';
    expect(description.length).toBeLessThanOrEqual(201);
    expect(description).toMatch(/^قال رئيس لجنة الملاحة.*…$/);
  });

  test('links and preloads no fonts for a reader who saves data', () => {
    const links = all(read(htmlOf({}, aContext({ saveData: true }))), 'link');
    const hrefs = links.map((link) => attr(link, 'href'));
    expect(hrefs).toContain('/assets/press.css');
    expect(hrefs).not.toContain('/assets/fonts.css');
    expect(links.some((link) => attr(link, 'rel') === 'preload')).toBe(false);
  });

  test('carries the structured data as given', () => {
    expect(textOf(all(pageOf(), 'script')[0])).toBe(head.jsonLd);
  });
});
