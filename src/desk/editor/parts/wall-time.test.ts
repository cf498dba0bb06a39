import { expect, test } from 'vitest';
import { instantOfWall, wallTime } from './wall-time.ts';

test.each([
  ['2026-11-29T09:40', 'Asia/Baghdad', '2026-11-29T06:40Z'],
  ['2026-07-01T00:00', 'Europe/Paris', '2026-06-30T22:00Z'],
  ['2026-01-01T12:00', 'Asia/Kathmandu', '2026-01-01T06:15Z'],
])('%s in %s', (wall, zone, utc) => {
  expect(instantOfWall(wall, zone)).toBe(Date.parse(utc));
  expect(wallTime(Date.parse(utc), zone)).toBe(wall);
});

test('what is no time is none', () => {
  expect(instantOfWall('', 'Asia/Baghdad')).toBeNull();
  expect(instantOfWall('2026-13-40T99:99', 'Asia/Baghdad')).toBeNull();
});
