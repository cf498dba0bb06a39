import { describe, expect, test } from 'vitest';
import { chooseEncoding, matchesTag } from './negotiate.ts';

describe('chooseEncoding', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['gzip;q=nonsense', 'identity'],
    ['deflate', 'identity'],
  ])('for «%s» chooses %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('matchesTag', () => {
  test.each([
    [undefined, false],
    ['*', true],
    ['W/"abc"', true],
    ['"abc"', true],
    ['"x", W/"abc"', true],
    ['"abcd"', false],
    ['', false],
  ])('If-None-Match %s → %s', (header, matches) => {
    expect(matchesTag(header, 'W/"abc"')).toBe(matches);
  });
});
