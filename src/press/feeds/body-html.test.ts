import { describe, expect, test } from 'vitest';
import { type Block, type Body, type Mark, paragraphOf } from '../../newsroom/stories/body.ts';
import { bodyHtml, storyHtml } from './body-html.tsx';
import { afterMidnight, bridge, hostile, shell, siteUrl, storyOf } from './testing/stories.ts';
import { elements, parseXml, texts } from './testing/xml-tree.ts';

const place = { siteUrl, pageUrl: `${siteUrl}/42/x`, dates: shell.settings };
const bodyOf = (...content: Block[]): Body => ({ type: 'doc', content });
const html = (...content: Block[]): string => bodyHtml(bodyOf(...content), { 7: bridge }, place);
const marked = (text: string, ...marks: Mark[]): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
});
const inside = (text: string): string => text.replace(/^<div[^>]*>|<\/div>$/g, '');

describe('a body for a feed', () => {
  test('carries its direction and language with it', () => {
    expect(html(paragraphOf('نص'))).toBe('<div dir="rtl" lang="ar"><p>نص</p></div>');
  });

  test('that is empty is an empty element', () => {
    expect(html()).toBe('<div dir="rtl" lang="ar"></div>');
  });

  test.each<[string, Block, string]>([
    [
      'a paragraph of another direction',
      { ...paragraphOf('Sic!'), attrs: { dir: 'ltr' } } as Block,
      '<p dir="ltr">Sic!</p>',
    ],
    [
      'a subheading',
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'فصل' }] },
      '<h3>فصل</h3>',
    ],
    [
      'a quotation with its speaker',
      {
        type: 'blockquote',
        attrs: { cite: 'رئيس البلدية' },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'عاد' }] }],
      },
      '<blockquote><p>عاد</p><p>– رئيس البلدية</p></blockquote>',
    ],
    [
      'a numbered list',
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'أولاً' }] }],
          },
        ],
      },
      '<ol><li><p>أولاً</p></li></ol>',
    ],
    [
      'a table',
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [{ type: 'paragraph' }] },
              {
                type: 'tableCell',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: '12' }] }],
              },
            ],
          },
        ],
      },
      '<table><tbody><tr><th></th><td><p>12</p></td></tr></tbody></table>',
    ],
    [
      'an embed as a link, never as a frame',
      { type: 'embed', attrs: { url: 'https://video.example/1', title: 'تسجيل' } },
      '<p><a href="https://video.example/1">تسجيل</a></p>',
    ],
    [
      'an entry of a live story with the time in the newsroom',
      {
        type: 'update',
        attrs: { at: afterMidnight, heading: 'بدء العبور' },
        content: [paragraphOf('عبروا.') as never],
      },
      '<section><h2>بدء العبور</h2><p><time datetime="2021-07-23T22:30:00.000Z">السبت 24 تموز (يوليو) 2021، 1:30 بعد منتصف الليل</time></p><p>عبروا.</p></section>',
    ],
  ])('writes %s', (_, node, written) => {
    expect(inside(html(node))).toBe(written);
  });

  test('writes a picture with its full address, its own proportions, caption and credit', () => {
    const written = inside(html({ type: 'image', attrs: { mediaId: 7 } }));

    expect(written).toBe(
      `<figure><img src="${siteUrl}/media/${bridge.hash}/full-1200.jpg" width="1200" height="800" alt="جسر المدينة عند الغروب"/><figcaption>الجسر بعد ترميمه <small>(أرشيف النهر)</small></figcaption></figure>`,
    );
  });

  test('leaves out a picture that the archive lacks', () => {
    expect(inside(html({ type: 'image', attrs: { mediaId: 8 } }))).toBe('');
  });

  test.each([
    ['/3/خبر', 'https://paper.example/3/%D8%AE%D8%A8%D8%B1'],
    ['#sources', 'https://paper.example/42/x#sources'],
    ['https://other.example/a?b=1&c=2', 'https://other.example/a?b=1&c=2'],
    ['mailto:desk@paper.example', 'mailto:desk@paper.example'],
  ])('writes the link %s out in full', (href, full) => {
    const [link] = elements(parseXml(html(marked('هنا', { type: 'link', attrs: { href } }))), 'a');

    expect(link?.attribs.href).toBe(full);
  });

  test('keeps the words of a link that nobody should follow, not the link', () => {
    const bad = marked('هنا', { type: 'link', attrs: { href: 'javascript:alert(1)' } });

    expect(inside(html(bad))).toBe('<p>هنا</p>');
  });

  test.each(hostile)('survives %s in text, caption and alternative text', (_, text, left) => {
    const picture: Block = { type: 'image', attrs: { mediaId: 7, alt: text, caption: text } };

    const tree = parseXml(html(paragraphOf(text), picture));

    expect(texts(tree, 'p')).toEqual([left]);
    expect(texts(tree, 'figcaption')).toEqual([`${left} (أرشيف النهر)`]);
    expect(elements(tree, 'img').map((img) => img.attribs.alt)).toEqual([left]);
    expect(elements(tree, 'script')).toEqual([]);
  });
});

describe('a whole story for a feed', () => {
  const feed = { siteUrl, dates: shell.settings };

  test('opens with its dateline in the first paragraph', () => {
    const story = storyOf({ dateline: { place: 'ضفّة النهر', outlet: 'النهر' } });

    expect(inside(storyHtml(story, feed))).toBe(
      '<p><b>ضفّة النهر – النهر</b> عبر الأهالي الجسر صباحاً.</p>',
    );
  });

  test('shows lead picture and standfirst first, corrections last', () => {
    const story = storyOf({
      lead: { ...bridge, caption: null, credit: null },
      standfirst: 'عاد الجسر.',
      corrections: [{ at: afterMidnight, text: 'طول الجسر 80 متراً.' }],
    });

    expect(inside(storyHtml(story, feed))).toBe(
      `<figure><img src="${siteUrl}/media/${bridge.hash}/wide-1200.jpg" width="1200" height="675" alt="جسر المدينة عند الغروب"/></figure>` +
        '<p><strong>عاد الجسر.</strong></p><p>عبر الأهالي الجسر صباحاً.</p>' +
        '<p><strong>تصحيح (السبت 24 تموز (يوليو) 2021، 1:30 بعد منتصف الليل):</strong> طول الجسر 80 متراً.</p>',
    );
  });
});
