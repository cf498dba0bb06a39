import { describe, expect, test } from 'vitest';
import { isSoundUrl } from './front-door.ts';

describe('isSoundUrl', () => {
  test.each([
    '/',
    '/12/%D8%AE%D8%A8%D8%B1',
    '/search?q=%',
    '/search?q=..%2F',
    '/a.b/..c',
    '/12/خبر',
    `/search?q=${'%D8%A7'.repeat(10_000)}`,
  ])('lets %s in', (url) => {
    expect(isSoundUrl(url)).toBe(true);
  });

  test.each([
    undefined,
    '',
    '*',
    'http://evil.example/',
    '/%',
    '/%zz',
    '/%ff',
    '/%c0%ae%c0%ae/a',
    '/%00',
    '/a%0d%0aSet-Cookie:x',
    '/../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/a/./b',
    '/a%5cb',
    `/${'a'.repeat(10_000)}`,
    `/?${'a'.repeat(10_000)}`,
    `/search?q=${'%D8%A7'.repeat(20_000)}`,
  ])('keeps %s out', (url) => {
    expect(isSoundUrl(url)).toBe(false);
  });
});
