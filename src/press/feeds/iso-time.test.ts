import { describe, expect, test } from 'vitest';
import { isoInZone } from './iso-time.ts';

describe('an instant with the newsroom’s offset', () => {
  test.each([
    ['2021-07-23T22:30:00Z', 'Asia/Baghdad', '2021-07-24T01:30:00+03:00'],
    ['2021-07-23T20:59:59.999Z', 'Asia/Baghdad', '2021-07-23T23:59:59+03:00'],
    ['2021-07-23T21:00:00Z', 'Asia/Baghdad', '2021-07-24T00:00:00+03:00'],
    ['2021-01-01T00:00:00Z', 'UTC', '2021-01-01T00:00:00+00:00'],
    ['2021-01-01T02:00:00Z', 'America/St_Johns', '2020-12-31T22:30:00-03:30'],
    ['2021-07-01T00:00:00Z', 'Europe/London', '2021-07-01T01:00:00+01:00'],
    ['1969-12-31T23:59:59Z', 'Asia/Kolkata', '1970-01-01T05:29:59+05:30'],
  ])('%s in %s is %s', (utc, zone, written) => {
    expect(isoInZone(Date.parse(utc), zone)).toBe(written);
  });

  test('is the same instant, also where the clock was off by seconds', () => {
    const at = Date.UTC(1900, 5, 1, 12, 34, 56);

    expect(Date.parse(isoInZone(at, 'Asia/Baghdad'))).toBe(at);
  });
});
