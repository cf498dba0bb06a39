import { describe, expect, test } from 'vitest';
import { all, byClass, read, textOf } from '../testing/dom.ts';
import { aContext, aShell, noon } from '../testing/fixtures.ts';
import { pageOf } from './page.tsx';
import { openSheet } from './sheet.ts';

const head = { title: 'صفحة', description: null, kind: 'website' } as const;
const page = (ctx = aContext(), section: string | null = null) =>
  read(pageOf(openSheet(ctx), head, null, { section }));

describe('the frame of a page', () => {
  test('writes today in both calendars, or in one where the paper wants no Hijri date', () => {
    expect(textOf(byClass(page(), 'today')[0])).toBe(
      'الاثنين 23 تشرين الثاني (نوفمبر) 2026 · 13 جمادى الآخرة 1448 هـ',
    );
    const plain = page(aContext({ shell: aShell({ hijri: false }) }));
    expect(textOf(byClass(plain, 'today')[0])).toBe('الاثنين 23 تشرين الثاني (نوفمبر) 2026');
  });

  test('moves on to the next day within one shell', () => {
    const shell = aShell();
    page(aContext({ shell }));
    const tomorrow = page(aContext({ shell, now: noon + 86_400_000 }));
    expect(textOf(byClass(tomorrow, 'today')[0])).toContain('الثلاثاء 24');
  });

  test('does not remember which section another page was in', () => {
    const shell = aShell();
    const current = (section: string | null) =>
      all(page(aContext({ shell }), section), 'a', (link) => 'aria-current' in link.attribs).map(
        textOf,
      );
    expect(current('اقتصاد')).toEqual(['اقتصاد']);
    expect(current(null)).toEqual([]);
    expect(current('المدينة')).toEqual(['المدينة']);
  });

  test('has landmarks with names and a way past them', () => {
    const whole = page();
    for (const tag of ['header', 'main', 'footer']) expect(all(whole, tag)).toHaveLength(1);
    for (const nav of all(whole, 'nav')) expect(nav.attribs['aria-label']).toBeTruthy();
    expect(byClass(whole, 'skip')[0]?.attribs.href).toBe('#main');
  });

  test('makes no list of sections for a paper that has none yet', () => {
    const shell = { ...aShell(), sections: [], footerPages: [] };
    expect(byClass(page(aContext({ shell })), 'strip')).toHaveLength(0);
  });
});
