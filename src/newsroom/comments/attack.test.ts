import { beforeEach, describe, expect, test } from 'vitest';
import { AttackWatch } from './attack.ts';
import { Rates } from './rates.ts';

const second = 1000;
const minute = 60 * second;
const begin = 1_000_000_000;

describe('an attack', () => {
  let watch: AttackWatch;
  let at: number;
  beforeEach(() => {
    watch = new AttackWatch(new Rates());
    at = begin;
  });
  /** So many replies a minute for so many minutes, spread over so many stories. */
  const come = (perMinute: number, minutes: number, stories: number): void => {
    for (let n = 0; n < perMinute * minutes; n += 1) {
      watch.hit(1 + (n % stories), at);
      at += minute / perMinute;
    }
  };

  test.each([
    ['a quiet paper', 7, 5, 30],
    ['a great evening', 110, 12, 30],
    ['a story that everybody answers', 45, 1, 30],
  ])('is not %s', (_what, perMinute, stories, minutes) => {
    come(perMinute, minutes, stories);

    expect(watch.since(at)).toBeNull();
    expect(watch.asks('auto', at)).toBe(false);
  });

  test.each([
    ['on the paper', 600, 50],
    ['on one story', 90, 1],
  ])('%s is seen within its first minute', (_what, perMinute, stories) => {
    come(perMinute, 1, stories);

    const since = watch.since(at) ?? 0;
    expect(since).toBeGreaterThan(begin);
    expect(since).toBeLessThanOrEqual(begin + minute);
    expect(watch.asks('auto', at)).toBe(true);
  });

  test('ends by itself ten minutes after the storm, and not before', () => {
    come(600, 3, 50);
    const since = watch.since(at);
    const last = at;
    come(20, 9, 5);
    expect(watch.since(at)).toBe(since);

    come(20, 3, 5);

    expect(at).toBeLessThan(last + 13 * minute);
    expect(watch.since(at)).toBeNull();
  });

  test('does not flap: pauses and swells of one storm are one attack', () => {
    come(600, 1, 50);
    const since = watch.since(at);
    for (let wave = 0; wave < 5; wave += 1) {
      come(5, 8, 5);
      come(130, 2, 50);
      expect(watch.since(at)).toBe(since);
    }
  });

  test('that comes back later is another one', () => {
    come(600, 1, 50);
    at += 30 * minute;
    const between = at;
    come(600, 1, 50);

    expect(watch.since(at)).toBeGreaterThan(between);
  });

  test('is nobody’s matter where the paper always asks, or never', () => {
    expect(watch.asks('always', at)).toBe(true);
    come(600, 1, 50);
    expect(watch.asks('off', at)).toBe(false);
    expect(watch.since(at)).not.toBeNull();
  });
});
