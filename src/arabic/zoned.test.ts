import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  isDateOnly,
  isRealDay,
  nextMidnight,
  startOfDay,
  zonedParts,
} from './zoned.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Zones with every trouble: no DST, half hours, skipped midnights, midnights that come twice. */
const zones = [
  'UTC',
  'Asia/Baghdad',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Amman',
  'Asia/Damascus',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Europe/London',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2040, 0, 1) });
const anyDay = anyInstant.map((at) => new Date(at).toISOString().slice(0, 10));

describe('days of the calendar', () => {
  test.each(['2021-07-24', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s is a real day',
    (day) => {
      expect(isRealDay(day)).toBe(true);
    },
  );

  test.each([
    '2021-02-31',
    '2023-02-29',
    '1900-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-04-00',
    '0000-01-01',
    '2021-7-4',
    '2021-07-24T00:00',
    ' 2021-07-24',
    'أمس',
    '',
  ])('«%s» is not', (day) => {
    expect(isRealDay(day)).toBe(false);
  });

  test.each([
    ['2021-07-24', 0, '2021-07-24'],
    ['2021-12-31', 1, '2022-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2021-07-24', 365, '2022-07-24'],
    ['0099-12-31', 1, '0100-01-01'],
  ])('%s and %d days is %s', (day, n, later) => {
    expect(addDays(day, n)).toBe(later);
  });

  test('what is no day is refused by name', () => {
    expect(() => addDays('2021-02-31', 1)).toThrow(/2021-02-31/);
    expect(() => startOfDay('غداً', 'Asia/Baghdad')).toThrow(RangeError);
  });
});

describe('an instant in a zone', () => {
  test('Baghdad is a day ahead of UTC from nine in the evening', () => {
    expect(dayOf(Date.UTC(2021, 6, 23, 20, 59), 'Asia/Baghdad')).toBe('2021-07-23');
    expect(dayOf(Date.UTC(2021, 6, 23, 21, 0), 'Asia/Baghdad')).toBe('2021-07-24');
  });

  test('parts are those of the clock on the wall', () => {
    expect(zonedParts(Date.UTC(2021, 6, 24, 6, 40), 'Asia/Baghdad')).toEqual({
      year: 2021,
      month: 7,
      day: 24,
      hour: 9,
      minute: 40,
      weekday: 6,
    });
  });

  test('an unknown zone is refused', () => {
    expect(() => dayOf(0, 'Asia/Nowhere')).toThrow(RangeError);
  });

  test('agrees with Intl in every zone', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, timeZone) => {
        const { year, month, day, hour, minute, weekday } = zonedParts(at, timeZone);
        const local = new Date(Date.UTC(year, month - 1, day, hour, minute));
        const expected = new Date(at).toLocaleString('sv', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        });
        expect(local.toISOString().slice(0, 16)).toBe(expected.replace(' ', 'T'));
        expect(weekday).toBe(local.getUTCDay());
        expect(dayOf(at, timeZone)).toBe(expected.slice(0, 10));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('where a day begins', () => {
  test.each([
    ['on any day', '2021-07-24', 'Asia/Baghdad', '2021-07-23T21:00Z'],
    ['before clocks go forward at midnight', '2023-03-25', 'Asia/Beirut', '2023-03-24T22:00Z'],
    ['where midnight is skipped', '2022-03-27', 'Asia/Beirut', '2022-03-26T22:00Z'],
    ['where midnight is skipped in Cairo', '2024-04-26', 'Africa/Cairo', '2024-04-25T22:00Z'],
    ['after clocks went back at midnight', '2023-10-27', 'Africa/Cairo', '2023-10-26T22:00Z'],
    [
      'where midnight comes twice, the first',
      '2008-11-02',
      'America/St_Johns',
      '2008-11-02T02:30Z',
    ],
    ['where the day itself was skipped', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00Z'],
  ])('%s', (_, day, timeZone, start) => {
    expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(new Date(start).toISOString());
  });

  test('the instant belongs to the day and the one before it does not', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, timeZone) => {
        const start = startOfDay(day, timeZone);
        expect(dayOf(start, timeZone)).toBe(day);
        expect(dayOf(start - 1, timeZone)).toBe(addDays(day, -1));
        expect(isDateOnly(start, timeZone)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('the next midnight is ahead, at most 25 hours, and a new day', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, timeZone) => {
        const next = nextMidnight(at, timeZone);
        expect(next).toBeGreaterThan(at);
        expect(next - at).toBeLessThanOrEqual(DAY + HOUR);
        expect(dayOf(next, timeZone)).not.toBe(dayOf(next - 1, timeZone));
        expect(isDateOnly(next, timeZone)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('when an hour before midnight is lived twice, the next midnight is still ahead', () => {
    // At 00:01 of 2 November the clock went back to 23:01 of the 1st.
    const secondEvening = Date.UTC(2008, 10, 2, 3, 0);

    expect(dayOf(secondEvening, 'America/St_Johns')).toBe('2008-11-01');
    expect(nextMidnight(secondEvening, 'America/St_Johns')).toBe(Date.UTC(2008, 10, 2, 3, 30));
  });
});

describe('a date without a time', () => {
  test('is exactly local midnight', () => {
    const midnight = Date.UTC(2021, 6, 23, 21);

    expect(isDateOnly(midnight, 'Asia/Baghdad')).toBe(true);
    expect(isDateOnly(midnight + 1, 'Asia/Baghdad')).toBe(false);
    expect(isDateOnly(midnight - 1, 'Asia/Baghdad')).toBe(false);
    expect(isDateOnly(midnight, 'UTC')).toBe(false);
  });

  test('is one o’clock where midnight was skipped, that day only', () => {
    const one = Date.UTC(2024, 3, 25, 22);

    expect(zonedParts(one, 'Africa/Cairo').hour).toBe(1);
    expect(isDateOnly(one, 'Africa/Cairo')).toBe(true);
    expect(isDateOnly(one + DAY, 'Africa/Cairo')).toBe(false);
  });
});
