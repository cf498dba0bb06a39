import { describe, expect, test } from 'vitest';
import { isHtml } from './html/html-lines.ts';
import { readPage } from './read-page.ts';

const first =
  'افتتحت بلدية الوادي صباح اليوم مكتبة عامة في محطة القطار القديمة، بحضور مئات الأهالي.';
const second = 'وتضم المكتبة عشرة آلاف كتاب، جمعها متطوعون من بيوت المدينة خلال عامين.';
const title = 'مكتبة عامة في محطة القطار القديمة';
const body = `<p>${first}</p><p>${second}</p>`;

const htmlOf = (inside: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${inside}</body></html>`;

describe('markup is told from plain text', () => {
  test.each([
    ['<!DOCTYPE html><p>نص', true],
    ['<p>فقرة</p>', true],
    ['<h1>عنوان</h1>نص', true],
    ['نص عادي فيه 3 < 5 و 7 > 2', false],
    ['نص يشرح الوسم <p> وحده', false],
    ['نص عادي', false],
  ])('%s', (input, expected) => {
    expect(isHtml(input)).toBe(expected);
  });
});

describe('text of elements', () => {
  test('has its entities decoded, its inline markup flattened and its white space as a browser shows it', () => {
    const html = htmlOf(
      `<h1>${title}</h1><p>قال &laquo;المدير&raquo;\n   إن <b>الكتب</b> &amp; <a href="/x">الخرائط</a>  وصلت&#1548; <i>كلها</i>.</p>${body}`,
    );
    expect(readPage(html).paragraphs[0]).toBe('قال «المدير» إن الكتب & الخرائط  وصلت، كلها.');
  });

  test('is split into lines by <br>', () => {
    const page = readPage(htmlOf(`<h1>${title}</h1><div>${first}<br><br>${second}</div>`));
    expect(page.paragraphs).toEqual([first, second]);
  });

  test('that nobody sees goes nowhere, not even among the dropped lines', () => {
    const unseen = [
      '<script>var a = "سر";</script>',
      '<style>.سر{}</style>',
      '<!-- سر -->',
      '<template><p>سر</p></template>',
      '<noscript>سر</noscript>',
      '<p hidden>سر</p>',
      '<p style="display: none">سر</p>',
      '<textarea>سر</textarea>',
      '<svg><title>سر</title><text>سر</text></svg>',
      '<iframe>سر</iframe>',
    ];
    const page = readPage(htmlOf(`<h1>${title}</h1>${unseen.join('')}${body}`));
    expect(JSON.stringify(page)).not.toContain('سر');
  });

  test('outside the article is dropped, line by line', () => {
    const page = readPage(
      htmlOf(
        `<div>شعار الموقع</div><article><h1>${title}</h1>${body}</article><div>عنوان المكتب</div>`,
      ),
    );
    expect(page.dropped).toEqual(['شعار الموقع', 'عنوان المكتب']);
  });
});

describe('the article', () => {
  test.each([
    ['<article>', `<article><h1>${title}</h1>${body}</article>`],
    ['itemprop', `<h1>${title}</h1><div itemprop="articleBody">${body}</div>`],
    ['a class', `<h1>${title}</h1><div class="post-content">${body}</div>`],
    ['<main>', `<main><h1>${title}</h1>${body}</main>`],
    ['the densest block', `<div><h1>${title}</h1></div><div class="x7">${body}</div>`],
  ])('is found by %s', (_, inside) => {
    const noise = '<div class="x9"><p>سطر من صندوق جانبي لا علاقة له بالخبر الذي نقرؤه.</p></div>';
    const page = readPage(htmlOf(`${inside}${noise}`));
    expect(page).toMatchObject({ headline: title, paragraphs: [first, second] });
  });

  test('is not the comment that is written as an <article> too', () => {
    const comment = `<article class="comment"><p>${'تعليق طويل من قارئ سعيد. '.repeat(40)}</p></article>`;
    const page = readPage(
      htmlOf(`<article><h1>${title}</h1>${body}</article><div id="comments">${comment}</div>`),
    );
    expect(page.paragraphs).toEqual([first, second]);
  });

  test('may stand in a form that holds the whole page', () => {
    const page = readPage(
      htmlOf(`<form id="aspnetForm"><h1>${title}</h1><div>${body}</div></form>`),
    );
    expect(page.paragraphs).toEqual([first, second]);
  });
});

describe('headline and decks', () => {
  test.each([
    ['og:title', `<meta property="og:title" content="${title}">`],
    ['<title>, without the site', `<title>${title} - صحيفة الوادي</title>`],
    [
      'JSON-LD',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}"}</script>`,
    ],
  ])('come from %s where no heading shows them', (_, head) => {
    expect(readPage(htmlOf(body, head))).toMatchObject({
      headline: title,
      paragraphs: [first, second],
    });
  });

  test('the heading that the page names is taken, not the logo that is an <h1> as well', () => {
    const page = readPage(
      htmlOf(
        `<h1>الوادي</h1><article><h2>${title}</h2>${body}</article>`,
        `<title>${title}</title>`,
      ),
    );
    expect(page.headline).toBe(title);
  });

  test('two lines of one <h1> are two decks', () => {
    const page = readPage(htmlOf(`<h1>كتب جمعها الأطفال من الجيران<br>${title}</h1>${body}`));
    expect(page).toMatchObject({ headline: title, kicker: 'كتب جمعها الأطفال من الجيران' });
  });

  test('headings right above and below the <h1> are kicker and deck', () => {
    const page = readPage(
      htmlOf(`<main><h3>الوادي تقرأ</h3><h1>${title}</h1><h2>رفوف من خشب الأرز</h2>${body}</main>`),
    );
    expect(page).toMatchObject({
      kicker: 'الوادي تقرأ',
      headline: title,
      deck: 'رفوف من خشب الأرز',
    });
  });

  test('a subheading of the body is no deck, whatever its class', () => {
    const page = readPage(
      htmlOf(
        `<article><h1>${title}</h1><p>${first}</p><h2 class="subtitle">كتب من كل بيت</h2><p>${second}</p></article>`,
      ),
    );
    expect(page).toMatchObject({ deck: null, subheads: ['كتب من كل بيت'] });
  });

  test('the title repeated elsewhere on the page is dropped', () => {
    const page = readPage(htmlOf(`<article><h1>${title}</h1><p>${title}</p>${body}</article>`));
    expect(page).toMatchObject({ paragraphs: [first, second], dropped: [title] });
  });
});

describe('dates and names', () => {
  const inArticle = (inside: string, head = '') =>
    readPage(htmlOf(`<article><h1>${title}</h1>${inside}${body}</article>`, head));

  test.each([
    [
      '<time>',
      inArticle('<time datetime="2021-07-24T10:30:00+03:00">أمس</time>'),
      '2021-07-24T10:30:00+03:00',
    ],
    ['<time> of a day', inArticle('<time datetime="2021-07-24">أمس</time>'), '2021-07-24'],
    [
      'article:published_time',
      inArticle('', '<meta property="article:published_time" content="2021-07-24T07:30:00Z">'),
      '2021-07-24T07:30:00Z',
    ],
    [
      'JSON-LD',
      inArticle(
        '',
        '<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2021-07-24"}]</script>',
      ),
      '2021-07-24',
    ],
    ['words', inArticle('<div class="meta">نشر في: 24 تموز 2021</div>'), '2021-07-24'],
    [
      'broken JSON-LD: nothing',
      inArticle('', '<script type="application/ld+json">{oops</script>'),
      null,
    ],
    ['a day that does not exist: nothing', inArticle('<time datetime="2021-02-30">?</time>'), null],
  ])('the date comes from %s', (_, page, date) => {
    expect(page.statedDate).toBe(date);
  });

  test('the time of a comment or of another story is not the date', () => {
    const page = readPage(
      htmlOf(
        `<article><h1>${title}</h1>${body}</article><div class="comments"><time datetime="2022-01-01">أمس</time></div>`,
      ),
    );
    expect(page.statedDate).toBeNull();
  });

  test('the author comes from rel, class or metadata, and «admin» is nobody', () => {
    const by = (inside: string, head = '') => inArticle(inside, head).byline;
    expect(by('<a rel="author" href="/a">سلمى الحارثي</a>')).toBe('سلمى الحارثي');
    expect(by('<div class="byline">بقلم <b>سلمى الحارثي</b></div>')).toBe('سلمى الحارثي');
    expect(by('', '<meta name="author" content="سلمى الحارثي">')).toBe('سلمى الحارثي');
    expect(by('', '<meta name="author" content="admin">')).toBeNull();
  });
});

describe('neighbours', () => {
  test.each([
    ['rel', '<a rel="prev" href="/1">خبر أول.. بتكملة</a><a rel="next" href="/3">خبر ثان</a>'],
    [
      'rel with arrows',
      '<a rel="prev" href="/1">→ خبر أول.. بتكملة</a><a rel="next" href="/3">خبر ثان »</a>',
    ],
    [
      'classes and labels',
      '<div class="nav-previous"><span>السابق</span><a href="/1">خبر أول.. بتكملة</a></div><div class="nav-next"><span>التالي</span><a href="/3">خبر ثان</a></div>',
    ],
    [
      'labels alone',
      '<nav><div>الخبر السابق</div><a href="/1">خبر أول.. بتكملة</a><div>الخبر التالي</div><a href="/3">خبر ثان</a></nav>',
    ],
  ])('come from %s', (_, links) => {
    const page = readPage(htmlOf(`<article><h1>${title}</h1>${body}</article>${links}`));
    expect(page).toMatchObject({ previousTitle: 'خبر أول.. بتكملة', nextTitle: 'خبر ثان' });
  });

  test('come from the head of the page where it names them', () => {
    const page = readPage(
      htmlOf(
        `<article><h1>${title}</h1>${body}</article>`,
        '<link rel="prev" title="خبر أول" href="/1">',
      ),
    );
    expect(page.previousTitle).toBe('خبر أول');
  });
});

describe('markup that is broken or endless', () => {
  const article = `<article><h1>${title}</h1>${body}</article>`;
  test.each([
    ['100,000 open elements before it', `${'<div>'.repeat(100_000)}${article}`],
    ['100,000 open elements behind it', `${article}${'<div><ul><li>'.repeat(100_000)}`],
    ['100,000 closing tags that nothing opened', `${'</span></b>'.repeat(100_000)}${article}`],
    ['elements closed in the wrong order', `<div><b><p></div></b></section>${article}</i></p>`],
    ['a tag that never ends', `${article}<div class="x`],
    ['a comment that never ends', `${article}<!-- x`],
    ['two million opening angles', `${article}${'<'.repeat(2_000_000)}`],
  ])('is read all the same: %s', (_, inside) => {
    expect(readPage(`<html><body>${inside}`)).toMatchObject({
      headline: title,
      paragraphs: expect.arrayContaining([first, second]),
    });
  });

  test('what follows a very deep page is not lost', () => {
    const html = `<html>${'<div>'.repeat(5000)}${article}${'</div>'.repeat(5000)}<p>سطر أخير</p>`;
    expect(readPage(html).dropped).toContain('سطر أخير');
  });
});
