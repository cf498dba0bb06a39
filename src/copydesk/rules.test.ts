import { describe, expect, test } from 'vitest';
import { checkText } from './check.ts';
import { applyFixes } from './fix.ts';
import { defaultContext, defaultHouseStyle } from './house-style.ts';
import { rules } from './rules.ts';

const cases = rules.map((rule) => ({ ...rule, name: rule.id }));

function read(text: string, { example }: (typeof cases)[number]) {
  const style = { ...defaultHouseStyle, ...example.style };
  return checkText(text, style, { ...defaultContext, ...example.context });
}

describe('each rule', () => {
  test.each(cases)('$name finds its wrong example', (rule) => {
    const { wrong, right } = rule.example;
    const found = read(wrong, rule).filter((finding) => finding.rule === rule.id);
    expect(found.length).toBeGreaterThan(0);
    for (const { start, end, text } of found) expect(wrong.slice(start, end)).toBe(text);
    if (right === null) expect(found.every(({ fixes }) => fixes.length === 0)).toBe(true);
    else expect(applyFixes(wrong, found).trim()).toBe(right);
  });

  test.each(cases)('$name leaves its right example alone', (rule) => {
    const { right } = rule.example;
    if (right === null) return;
    expect(read(right, rule).filter((finding) => finding.rule === rule.id)).toEqual([]);
  });

  test.each(cases)('$name says why in both languages, in one sentence', ({ message }) => {
    expect(message.ar).toMatch(/[\u0621-\u064a].*[.؟]$/);
    expect(message.en).toMatch(/^[A-Z«].{10,140}$/);
  });
});

test('no two rules share an id', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
