import { describe, expect, test } from 'vitest';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { all, attr, byClass, read, textOf } from '../testing/dom.ts';
import { aContext } from '../testing/fixtures.ts';
import { aFront, cards } from '../testing/front.ts';
import { frontPage } from './front-page.tsx';

const empty = { breaking: null, lead: null, second: [], latest: [], agenda: [], bands: [] };
const pageOf = (front: Parameters<typeof frontPage>[1]) => read(frontPage(aContext(), front));
const mainOf = (page: ReturnType<typeof read>) => {
  const [main] = all(page, 'main');
  if (!main) throw new Error('the page has no main part');
  return main;
};

describe('the front page', () => {
  test('of an empty newsroom is one sentence and one action', () => {
    const main = mainOf(pageOf(empty));
    expect(all(main, 'p')).toHaveLength(2);
    expect(all(main, 'a').map(textOf)).toEqual(['اكتب الخبر الأول']);
    expect(all(main, 'section')).toHaveLength(0);
  });

  test('bears the name of the paper as its heading', () => {
    expect(all(pageOf(aFront(3)), 'h1').map(textOf)).toEqual(['المنارة']);
  });

  test.each([1, 3, 4, 5, 7, 14])('links every one of %i stories', (n) => {
    const front = aFront(n);
    const hrefs = new Set(all(pageOf(front), 'a').map((link) => attr(link, 'href')));
    for (const story of [
      ...front.second,
      ...front.latest,
      ...front.bands.flatMap((b) => b.stories),
    ])
      expect(hrefs).toContain(storyPath(story));
  });

  test('shows no heading over an empty list', () => {
    const page = pageOf({ ...aFront(3), agenda: [], latest: [] });
    expect(textOf(mainOf(page))).not.toContain('المواعيد المقبلة');
    expect(textOf(mainOf(page))).not.toContain('آخر الأخبار');
  });

  test('skips a section without stories', () => {
    const section = { id: 99, slug: 'فارغ', name: 'قسم فارغ' };
    expect(
      textOf(mainOf(pageOf({ ...aFront(3), bands: [{ section, stories: [] }] }))),
    ).not.toContain('قسم فارغ');
  });

  test('has the strip only while something is breaking', () => {
    const [story] = cards(1);
    expect(byClass(pageOf(aFront(3)), 'breaking')).toHaveLength(0);
    const [strip] = byClass(pageOf({ ...aFront(3), breaking: story ?? null }), 'breaking');
    expect(textOf(strip)).toContain('عاجل');
  });

  test('fetches only the lead picture at once', () => {
    const images = all(pageOf(aFront(14)), 'img');
    expect(images.filter((image) => attr(image, 'fetchpriority') === 'high')).toHaveLength(1);
    expect(images.filter((image) => attr(image, 'loading') !== 'lazy')).toHaveLength(1);
  });

  test('gives the words the room when the lead has no picture', () => {
    expect(byClass(pageOf(aFront(3, () => false)), 'bare')).toHaveLength(1);
    expect(all(pageOf(aFront(3, () => false)), 'img')).toHaveLength(0);
  });

  test('shows pictures in a band only when its whole first row has one', () => {
    const [first, second] = cards(2);
    if (!first || !second) throw new Error('two cards expected');
    const section = { id: 1, slug: 'x', name: 'قسم' };
    const band = { section, stories: [first, { ...second, lead: null }] };
    expect(all(pageOf({ ...empty, bands: [band] }), 'img')).toHaveLength(0);
  });

  test('marks opinion and live pieces in their cards', () => {
    const labels = byClass(pageOf(aFront(14)), 'label').map(textOf);
    expect(labels).toContain('رأي');
    expect(labels.some((label) => label.startsWith('مباشر'))).toBe(true);
  });
});

describe('the latest news', () => {
  test('names a day that is not today once, above the times of its stories', () => {
    const latest = cards(9, () => false).slice(4, 9);
    const [brief] = byClass(pageOf({ ...aFront(3), latest }), 'brief');
    expect(brief && all(brief, 'h3').map(textOf)).toEqual(['الأحد 22 تشرين الثاني (نوفمبر)']);
    expect(brief && all(brief, 'li')).toHaveLength(5);
    expect(textOf(brief && all(brief, 'li')[0])).toContain('7:40 صباحاً');
  });
});
