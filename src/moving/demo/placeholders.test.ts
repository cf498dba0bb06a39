import { describe, expect, test } from 'vitest';
import type { DateStyle } from '../../arabic/format-date.ts';
import { dayFrom, resolveDates, resolveEvent } from './placeholders.ts';

const style: DateStyle = { timeZone: 'Asia/Baghdad', months: 'pair', digits: 'latn' };
/** Monday, one o'clock at night in Baghdad, still Sunday in UTC. */
const monday = Date.parse('2026-11-22T22:00:00Z');

describe('dates in the demo texts', () => {
  test.each([
    ['{{day+6}}', 'الأحد 29 تشرين الثاني (نوفمبر)'],
    ['{{weekday+6}}', 'الأحد'],
    ['{{date+6}}', '29 تشرين الثاني (نوفمبر)'],
    ['{{day+0}}', 'الاثنين 23 تشرين الثاني (نوفمبر)'],
    ['{{weekday-1}}', 'الأحد'],
    ['{{date+10}}', '3 كانون الأول (ديسمبر)'],
    ['{{day+3@thu}}', 'الخميس 26 تشرين الثاني (نوفمبر)'],
    ['{{day+4@thu}}', 'الخميس 3 كانون الأول (ديسمبر)'],
    ['{{weekday+4@work}}', 'الأحد'],
    ['{{weekday+2@work}}', 'الأربعاء'],
    ['من {{weekday+1}} إلى {{weekday+2}}', 'من الثلاثاء إلى الأربعاء'],
  ])('%s is «%s»', (text, expected) => {
    expect(resolveDates(text, monday, style)).toBe(expected);
  });

  test('follow the house style of the newsroom', () => {
    const gulf = { ...style, months: 'gulf', digits: 'arab' } as const;

    expect(resolveDates('{{day+6}}', monday, gulf)).toBe('الأحد ٢٩ نوفمبر');
  });

  test.each(['{{day}}', '{{month+1}}', '{{day+1@noon}}'])('refuse %s', (text) => {
    expect(() => resolveDates(text, monday, style)).toThrow(text);
  });

  test('a day that fits already is not moved', () => {
    expect(dayFrom(monday, 0, style.timeZone, 'mon')).toBe('2026-11-23');
  });

  test('an announced date falls on the hour of the newsroom', () => {
    const event = resolveEvent(
      { inDays: 3, on: 'fri', hour: 17, granularity: 'minute', text: 'موعد {{weekday+4}}' },
      monday,
      style,
    );

    expect(new Date(event.at).toISOString()).toBe('2026-11-27T14:00:00.000Z');
    expect(event.text).toBe('موعد الجمعة');
  });

  test('an announced date without an hour begins with its day', () => {
    const event = resolveEvent({ inDays: 1, granularity: 'day', text: 'موعد' }, monday, style);

    expect(new Date(event.at).toISOString()).toBe('2026-11-23T21:00:00.000Z');
  });
});
