/**
 * Builds what the press serves under /assets: one style sheet, the fonts cut down to what
 * Arabic-script newspapers print, icons, the script of the small proof, and manifest.json that names
 * them all.
 *
 *   node scripts/build-press-assets.mjs OUT_DIR
 *
 * File names carry a hash of their content, so they can be cached for ever.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from 'lightningcss';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import { build } from 'vite';

const require = createRequire(import.meta.url);
const styles = fileURLToPath(new URL('../src/press/styles/', import.meta.url));
const browser = fileURLToPath(new URL('../src/press/browser/', import.meta.url));

/** Inclusive ranges of code points, as [first, last] or a single one. */
const arabic = [
  0x20, // The space too: else every word would be a run of its own, and spaces would come from another file.
  0xa0,
  0x60c,
  0x61b,
  0x61c,
  0x61f,
  [0x621, 0x63a],
  [0x640, 0x655], // tatweel, letters, tashkeel, hamza and madda marks
  [0x660, 0x66c], // ٠–٩ ٪ ٫ ٬
  [0x670, 0x671],
  0x67e, // پ
  0x686, // چ
  0x695, // ڕ
  0x698, // ژ
  0x6a4, // ڤ
  0x6a5, // ڥ
  0x6a8, // ڨ
  0x6a9, // ک
  0x6ad, // ڭ
  0x6af, // گ
  0x6b5, // ڵ
  0x6be, // ھ
  [0x6c6, 0x6c7], // ۆ ۇ
  0x6cc, // ی
  0x6ce, // ێ
  0x6d5, // ە
  [0x200c, 0x200f],
];
/** Letters of Urdu, Pashto, Sindhi and Uyghur, honorific ligatures, the rial, ۰–۹: fetched only where used. */
const arabicMore = [
  [0x610, 0x614],
  0x66d,
  0x679,
  0x67a,
  0x67c,
  0x681,
  0x685,
  [0x688, 0x689],
  0x68a,
  0x68e,
  0x691,
  0x693,
  0x696,
  0x69a,
  0x6a2,
  0x6a7,
  0x6ab,
  0x6b1,
  0x6b3,
  [0x6ba, 0x6bc],
  [0x6c1, 0x6c3],
  [0x6c8, 0x6cb],
  0x6cd,
  0x6d0,
  [0x6d2, 0x6d4],
  [0x6f0, 0x6f9],
  [0xfd3e, 0xfd3f], // ﴾ ﴿
  0xfdf2, // ﷲ
  0xfdfa, // ﷺ
  0xfdfc, // ﷼
];
/** Digits and punctuation, which Arabic text needs on every page. */
const marks = [
  [0x21, 0x40],
  0x5b,
  0x5d,
  0x5f,
  0x7c,
  0xa3,
  0xa9,
  0xab,
  0xb0,
  0xb1,
  0xb7,
  0xbb,
  0xbd,
  0xd7,
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201e],
  0x2022,
  0x2026,
  [0x2039, 0x203a],
  0x20ac,
  0x2212,
];
/** Latin letters: fetched only by pages that print some. */
const latin = [
  [0x41, 0x5a],
  0x5c,
  0x5e,
  0x60,
  [0x61, 0x7b],
  0x7d,
  0x7e,
  [0xc0, 0xd6],
  [0xd8, 0xff],
  0x131,
  [0x152, 0x153],
];

/** The three voices of the paper (docs: LOOK). `weights` is the span of the variable axis in use. */
const families = [
  { key: 'display', family: 'Press Display', font: 'markazi-text', weights: [500, 700] },
  { key: 'text', family: 'Press Text', font: 'noto-naskh-arabic', weights: [400, 700] },
  { key: 'ui', family: 'Press Interface', font: 'vazirmatn', weights: [400, 700] },
];
const parts = [
  { key: 'arabic', from: 'arabic', ranges: arabic, preload: true },
  { key: 'marks', from: 'latin', ranges: marks, preload: false },
  { key: 'latin', from: 'latin', ranges: latin, preload: false },
  { key: 'more', from: 'arabic', ranges: arabicMore, preload: false },
];
/** What shaping, joining, mark placement and kerning need; fractions, old-style figures and the like go. */
const features = [
  ...['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'rclt', 'liga', 'mset'],
  ...['kern', 'mark', 'mkmk', 'curs', 'abvm'],
];

const pairs = (ranges) => ranges.map((range) => (Array.isArray(range) ? range : [range, range]));
const hex = (n) => n.toString(16).toUpperCase();
const unicodeRange = (ranges) =>
  pairs(ranges)
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');
const lettersOf = (ranges) =>
  pairs(ranges)
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
    )
    .join('');

/** Writes a file under a name that carries the hash of its content; gives back that name. */
async function writeHashed(outDir, name, extension, content) {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const file = `${name}.${hash}.${extension}`;
  await writeFile(join(outDir, file), content);
  return file;
}

async function buildFace(outDir, { key, family, font, weights: [min, max] }, part) {
  const original = await readFile(
    require.resolve(`@fontsource-variable/${font}/files/${font}-${part.from}-wght-normal.woff2`),
  );
  const subset = await subsetFont(original, lettersOf(part.ranges), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min, max } },
    keepFeatures: features,
    noHinting: true,
  });
  const file = await writeHashed(outDir, `${key}-${part.key}`, 'woff2', subset);
  const css =
    `@font-face{font-family:"${family}";font-weight:${min} ${max};font-display:swap;` +
    `src:url("${file}")format("woff2");unicode-range:${unicodeRange(part.ranges)}}`;
  return { file, css, preload: part.preload };
}

/** The one script that readers get, and only on the page of a reply that awaits its proof. */
async function buildProof() {
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(browser, 'proof.ts'), formats: ['iife'], name: 'proof' },
    },
  }).then(([only]) => only);
  return output[0].code;
}

/** A printed page in the paper's own colours: one heavy rule, an accent, hairlines. No letters, so it suits any name. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 180"><rect width="180" height="180" rx="36" fill="#fdfbf7"/><path fill="#1c1a17" d="M36 40h108v20H36z"/><path fill="#9b2335" d="M88 76h56v64H88z"/><path fill="#1c1a17" d="M36 76h38v8H36zM36 95h38v8H36zM36 114h38v8H36zM36 133h38v7H36z"/></svg>`;

/**
 * Builds everything into `outDir` (made if it is missing) and gives back the manifest it wrote.
 * @param {string} outDir
 */
export async function buildPressAssets(outDir) {
  await mkdir(outDir, { recursive: true });
  const faces = [];
  for (const family of families) {
    for (const part of parts) faces.push(await buildFace(outDir, family, part));
  }
  const fontsCss = await writeHashed(
    outDir,
    'fonts',
    'css',
    faces.map((face) => face.css).join('\n'),
  );
  const { code } = bundle({ filename: join(styles, 'press.css'), minify: true });
  const css = await writeHashed(outDir, 'press', 'css', code);
  const proofJs = await writeHashed(outDir, 'proof', 'js', await buildProof());
  const svg = await writeHashed(outDir, 'icon', 'svg', icon);
  const touch = await writeHashed(
    outDir,
    'touch-icon',
    'png',
    await sharp(Buffer.from(icon.replace(' rx="36"', '')))
      .png()
      .toBuffer(),
  );
  const manifest = {
    css: `/assets/${css}`,
    fontsCss: `/assets/${fontsCss}`,
    preload: faces.filter((face) => face.preload).map((face) => `/assets/${face.file}`),
    proofJs: `/assets/${proofJs}`,
    icon: `/assets/${svg}`,
    touchIcon: `/assets/${touch}`,
  };
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const outDir = process.argv[2];
  if (!outDir) {
    console.error('Name the folder to build into: node scripts/build-press-assets.mjs OUT_DIR');
    process.exit(2);
  }
  await buildPressAssets(outDir);
}
