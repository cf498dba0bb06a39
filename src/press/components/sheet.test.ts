import { describe, expect, test } from 'vitest';
import { aContext, aShell, noon } from '../testing/fixtures.ts';
import { machineTime, openSheet, stamp } from './sheet.ts';

const sheet = openSheet(aContext());

describe('times in lists', () => {
  test.each([
    ['the time today', noon - 60_000, '10:59 صباحاً'],
    ['the day this year', Date.UTC(2026, 10, 22, 12), '22 تشرين الثاني (نوفمبر)'],
    ['the day with its year before', Date.UTC(2025, 10, 22, 12), '22 تشرين الثاني (نوفمبر) 2025'],
    ['the day where no time is known', Date.UTC(2026, 10, 22, 21), '23 تشرين الثاني (نوفمبر)'],
  ])('show %s', (_, at, expected) => {
    expect(stamp(sheet, at)).toBe(expected);
  });

  test('follow the digits of the edition', () => {
    const eastern = openSheet(aContext({ shell: aShell({ digits: 'arab' }) }));
    expect(stamp(eastern, noon)).toBe('١١:٠٠ صباحاً');
  });

  test('tell machines a day where no time is known', () => {
    expect(machineTime(sheet, Date.UTC(2026, 10, 22, 21))).toBe('2026-11-23');
    expect(machineTime(sheet, noon)).toBe('2026-11-23T08:00:00.000Z');
  });
});
