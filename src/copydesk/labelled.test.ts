import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordCount } from '../arabic/tokens.ts';
import { checkText } from './check.ts';
import type { Finding } from './rule.ts';

/* Texts of our own with faults planted and named, and texts without any: bench/copydesk/README.md. */

interface Case {
  text: string;
  expected: { start: number; end: number; fix: string; kind: string }[];
}

function read(name: string): Case[] {
  const file = new URL(`../../bench/copydesk/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Case => JSON.parse(line));
}

const shown = (text: string) => checkText(text).filter(({ severity }) => severity !== 'info');
const mended = (text: string, { start, end }: { start: number; end: number }, fix: string) =>
  text.slice(0, start) + fix + text.slice(end);

test('at least nine of ten planted faults are found with the right fix, and no automatic fix is wrong', () => {
  let [planted, right] = [0, 0];
  const wrong: string[] = [];
  for (const { text, expected } of read('faults')) {
    const findings = shown(text);
    const goals = expected.map((fault) => mended(text, fault, fault.fix));
    const hit = (finding: Finding, goal: string) =>
      finding.fixes.some((fix) => mended(text, finding, fix) === goal);
    planted += goals.length;
    right += goals.filter((goal) => findings.some((finding) => hit(finding, goal))).length;
    for (const finding of findings)
      if (finding.autofix && !goals.some((goal) => hit(finding, goal)))
        wrong.push(`${finding.text} → ${finding.fixes[0]}`);
  }
  expect(planted).toBeGreaterThan(300);
  expect(right / planted).toBeGreaterThan(0.9);
  expect(wrong).toEqual([]);
});

test('clean prose raises less than one alarm in a thousand words', () => {
  const texts = read('clean').map(({ text }) => text);
  const words = texts.reduce((sum, text) => sum + wordCount(text), 0);
  expect(words).toBeGreaterThan(2400);
  expect(texts.flatMap(shown).length).toBeLessThan(words / 1000);
});
