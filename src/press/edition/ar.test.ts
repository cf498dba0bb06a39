import { expect, test } from 'vitest';
import { ar } from './ar.ts';

const codes = new Set(['lang', 'dir', 'locale', 'gender']);

/** Every string of the edition; functions are asked with Arabic words. */
function strings(value: unknown, key = ''): [string, string][] {
  if (codes.has(key) || value === null) return [];
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function') return [[key, String(value('كلمة', 'كلمة'))]];
  return Object.entries(value ?? {}).flatMap(([name, inner]) =>
    strings(inner, key ? `${key}.${name}` : name).map(([k, s]): [string, string] => [k, s]),
  );
}

const all = strings(ar).filter(([key]) => !/gender$/.test(key));

test.each(all)('%s is written in Arabic, without a tatweel or a straight comma', (_, text) => {
  expect(text).not.toMatch(/[A-Za-z]/);
  expect(text).not.toMatch(/ـ(?!$)/);
  expect(text).not.toMatch(/[,;?]/);
  expect(text.trim()).not.toBe('');
});
