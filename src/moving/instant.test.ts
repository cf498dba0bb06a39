import { describe, expect, test } from 'vitest';
import { instantOf } from './instant.ts';

describe('instantOf', () => {
  test.each([
    ['2021-07-24', '2021-07-23T21:00:00.000Z'],
    ['2021-07-24T09:40', '2021-07-24T06:40:00.000Z'],
    ['2021-07-24 09:40:30', '2021-07-24T06:40:30.000Z'],
    ['2021-07-24T094030', '2021-07-24T06:40:30.000Z'],
    ['2021-07-24T09:40:00Z', '2021-07-24T09:40:00.000Z'],
    ['2021-07-24T09:40:00.123+02:00', '2021-07-24T07:40:00.000Z'],
    ['2021-07-24T09:40-0330', '2021-07-24T13:10:00.000Z'],
  ])('reads %s in Baghdad as %s', (iso, utc) => {
    expect(new Date(instantOf(iso, 'Asia/Baghdad') ?? Number.NaN).toISOString()).toBe(utc);
  });

  test.each([
    '',
    'today',
    '2021-02-31',
    '2021-13-01',
    '2021-07-24T25:00',
    '24/07/2021',
    '2021-7-4',
  ])('does not read «%s»', (iso) => {
    expect(instantOf(iso, 'Asia/Baghdad')).toBeNull();
  });
});
