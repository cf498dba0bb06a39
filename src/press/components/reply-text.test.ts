import { describe, expect, test } from 'vitest';
import { all, attr, elements, read, textOf } from '../testing/dom.ts';
import { replyParagraphs } from './reply-text.tsx';

const pageOf = (text: string) => read(String(replyParagraphs(text).map(String).join('')));
const links = (text: string) => all(pageOf(text), 'a').map((link) => attr(link, 'href'));

describe('what a reader wrote', () => {
  test('becomes paragraphs in the direction of their own words, lines kept', () => {
    const page = pageOf('أولاً\nسطر ثانٍ\n\n  \n\nAn English paragraph.\n');
    const paragraphs = all(page, 'p');
    expect(paragraphs.map(textOf)).toEqual(['أولاًسطر ثانٍ', 'An English paragraph.']);
    expect(paragraphs.map((one) => attr(one, 'dir'))).toEqual(['auto', 'auto']);
    expect(all(page, 'br')).toHaveLength(1);
  });

  test('is text, whatever it looks like', () => {
    const nasty = `<script>alert(1)</script><img src=x onerror=alert(1)> & "quotes" 'too'`;
    const page = pageOf(nasty);
    expect(elements(page).map(({ name }) => name)).toEqual(['p']);
    expect(textOf(page)).toBe(nasty);
  });

  test.each([
    ['plain', 'انظر https://example.org/a هنا', 'https://example.org/a'],
    ['at the end of a sentence', 'انظر https://example.org/a.', 'https://example.org/a'],
    ['before an Arabic comma', 'https://example.org/a، ثم', 'https://example.org/a'],
    ['in brackets', '(https://example.org/a)', 'https://example.org/a'],
    ['with brackets of its own', 'https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['in quotation marks', '«https://example.org/a»', 'https://example.org/a'],
    ['in Arabic letters', 'https://example.org/خطة', 'https://example.org/%D8%AE%D8%B7%D8%A9'],
    ['with a name in Arabic', 'http://موقع.example/', 'http://xn--4gbrim.example/'],
  ])('a web address %s is a link that ends where it should', (_, text, href) => {
    expect(links(text)).toEqual([href]);
  });

  test('a link promises search engines nothing and stands in its own direction', () => {
    const [link] = all(pageOf('https://example.org/'), 'a');
    expect(attr(link, 'rel')).toBe('nofollow ugc noopener');
    expect(link && all(link, 'bdi').map((one) => attr(one, 'dir'))).toEqual(['ltr']);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'ftp://example.org/a',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://user:password@evil.example/',
    'https://',
    'http://[',
    'xhttps//example.org',
  ])('«%s» is no link', (text) => {
    expect(links(text)).toEqual([]);
    expect(textOf(pageOf(text))).toBe(text);
  });

  test('an address cannot hide where it leads by turning its letters around', () => {
    const page = pageOf('https://example.org/\u202egpj.exe');
    expect(all(page, 'a').map((link) => attr(link, 'href'))).toEqual([
      'https://example.org/gpj.exe',
    ]);
    expect(textOf(page)).not.toContain('\u202e');
  });
});
