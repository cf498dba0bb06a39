import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPressAssets } from '../../scripts/build-press-assets.mjs';
import { loadPressAssets, type PressAssets } from './assets.ts';
import { storyPage } from './pages/story-page.tsx';
import { aContext, aStory, nothingMore } from './testing/fixtures.ts';
import { cards } from './testing/front.ts';
import { aView } from './testing/replies.ts';

const KB = 1024;
const dir = mkdtempSync(join(tmpdir(), 'press-assets-'));
let assets: PressAssets;

beforeAll(async () => {
  await buildPressAssets(dir);
  assets = loadPressAssets(dir);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const fileOf = (address: string): string => join(dir, basename(address));
const packed = (address: string): number =>
  brotliCompressSync(readFileSync(fileOf(address))).length;
/** Sizes of font files by part of their name. */
const fonts = (part: string): number =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.woff2') && name.includes(part))
    .reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);

describe('the built assets', () => {
  test('are all there, under names that carry a hash', () => {
    for (const address of [assets.css, assets.fontsCss, assets.proofJs, ...assets.preload]) {
      expect(address).toMatch(/^\/assets\/[\w-]+\.[\w-]{10}\.(css|js|woff2)$/);
      expect(statSync(fileOf(address)).size).toBeGreaterThan(0);
    }
  });

  test('keep the budget: a story with its styles under 25 KB, the first view under 160 KB', () => {
    const html = storyPage(aContext({ assets }), {
      story: aStory(),
      neighbours: { previous: null, next: null },
      more: { ...nothingMore, related: cards(4) },
      replies: aView(),
      head: { jsonLd: '{}' },
    });
    const story = brotliCompressSync(html).length;
    const page = story + packed(assets.css);
    expect(page).toBeLessThan(25 * KB);
    const withFonts = page + packed(assets.fontsCss) + fonts('-arabic.') + fonts('-marks.');
    expect(withFonts + fonts('-latin.')).toBeLessThan(160 * KB);
  });

  test('keep the script of the proof, which only its own page loads, below 4 KB', () => {
    expect(packed(assets.proofJs)).toBeLessThan(4 * KB);
  });

  test('cover every letter that the pages print in Arabic', () => {
    const css = readFileSync(fileOf(assets.fontsCss), 'utf8');
    const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
      ([, from = '', to = from]): [number, number] => [
        Number.parseInt(from, 16),
        Number.parseInt(to, 16),
      ],
    );
    const covered = (letter: string): boolean => {
      const point = letter.codePointAt(0) ?? 0;
      return ranges.some(([from, to]) => from <= point && point <= to);
    };
    const letters =
      'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰپچڤگکیڭەێۆ٠١٢٣٤٥٦٧٨٩0123456789«»،؛؟…–—.:()%ABCxyz';
    expect([...letters].filter((letter) => !covered(letter))).toEqual([]);
  });

  test('fetch nothing from anywhere else', () => {
    for (const address of [assets.css, assets.fontsCss, assets.proofJs])
      expect(readFileSync(fileOf(address), 'utf8')).not.toMatch(/https?:|@import/);
  });

  test('keep logical properties, so that the same styles serve both directions', () => {
    expect(readFileSync(fileOf(assets.css), 'utf8')).toContain('margin-inline');
  });
});

test('a folder that was never built is refused with the command that builds it', () => {
  expect(() => loadPressAssets(join(dir, 'nothing'))).toThrow('npm run build');
});
