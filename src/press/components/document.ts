import { picturePath } from '../../newsroom/publications/paths.ts';
import type { Picture, Shell } from '../../newsroom/publications/views.ts';
import { escapeHtml } from './escape.ts';
import type { Sheet } from './sheet.ts';

export interface Feed {
  type: 'rss' | 'json';
  title: string;
  href: string;
}

/** What the head of a page says about it. */
export interface Head {
  /** Without the paper's name, which is added; null on the front page. */
  title: string | null;
  description: string | null;
  kind: 'website' | 'article';
  /** Not for search engines: answers to a form, errors, later pages of a list. */
  hidden?: boolean;
  /** Path of the page that search engines should know in the place of a hidden one. */
  canonical?: string;
  picture?: Picture | null;
  /** Further properties of the page, such as article:published_time. */
  properties?: readonly (readonly [property: string, content: string])[];
  feeds?: readonly Feed[];
  /** JSON text, already safe within a script element. */
  jsonLd?: string;
  /** Address of a script of ours; the page's own policy must allow it. */
  script?: string;
}

const feedTypes = { rss: 'application/rss+xml', json: 'application/feed+json' } as const;
const descriptionLength = 200;
const spaces = /\s+/g;

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${escapeHtml(content)}">`;
const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${escapeHtml(content)}">`;

/** One line, cut at a word with an ellipsis where it is long. */
function shorten(text: string): string {
  // Twice the length leaves room for the white space that goes.
  const line = text.slice(0, descriptionLength * 2).replace(spaces, ' ');
  if (line.length <= descriptionLength) return line;
  const cut = line.slice(0, descriptionLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}

/** Style sheets, fonts and icons. Readers who save data get no fonts at all. */
function assetLinks({ assets, saveData }: Sheet['ctx']): string {
  let links = `<link rel="stylesheet" href="${assets.css}">`;
  if (!saveData) {
    for (const href of assets.preload) {
      links += `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`;
    }
    links += `<link rel="stylesheet" href="${assets.fontsCss}">`;
  }
  if (assets.icon) links += `<link rel="icon" href="${assets.icon}" type="image/svg+xml">`;
  if (assets.touchIcon) links += `<link rel="apple-touch-icon" href="${assets.touchIcon}">`;
  return links;
}

function pictureProperties(siteUrl: string, picture: Picture): string {
  return (
    property('og:image', siteUrl + picturePath(picture.hash, 'card', 1200, 'jpg')) +
    property('og:image:width', '1200') +
    property('og:image:height', '630') +
    property('og:image:alt', picture.alt)
  );
}

const paperFeeds = ({ settings }: Shell, { frame, comments }: Sheet['words']): Feed[] => [
  { type: 'rss', title: frame.newsFeed(settings.name), href: '/feed.xml' },
  { type: 'json', title: frame.newsFeed(settings.name), href: '/feed.json' },
  { type: 'rss', title: comments.feed.title(settings.name), href: '/comments/feed.xml' },
];

function headOf(sheet: Sheet, head: Head): string {
  const { ctx, shell, words } = sheet;
  const paper = shell.settings.name;
  const title = head.title === null ? paper : words.pageTitle(head.title, paper);
  const address = ctx.siteUrl + ctx.path;
  let html = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>`;
  if (head.description) html += meta('description', shorten(head.description));
  if (head.hidden) {
    html += meta('robots', 'noindex');
    if (head.canonical !== undefined)
      html += `<link rel="canonical" href="${escapeHtml(ctx.siteUrl + head.canonical)}">`;
  } else {
    const href = escapeHtml(address);
    html += `<link rel="canonical" href="${href}"><link rel="alternate" hreflang="${words.lang}" href="${href}">`;
    html +=
      property('og:type', head.kind) +
      property('og:title', head.title ?? paper) +
      property('og:url', address) +
      property('og:site_name', paper) +
      property('og:locale', words.locale);
    if (head.description) html += property('og:description', shorten(head.description));
    if (head.picture) html += pictureProperties(ctx.siteUrl, head.picture);
    for (const [name, content] of head.properties ?? []) html += property(name, content);
    html += meta('twitter:card', head.picture ? 'summary_large_image' : 'summary');
  }
  html +=
    '<meta name="theme-color" content="#fdfbf7" media="(prefers-color-scheme: light)">' +
    '<meta name="theme-color" content="#16150f" media="(prefers-color-scheme: dark)">';
  html += assetLinks(ctx);
  for (const feed of [...(head.feeds ?? []), ...paperFeeds(shell, words)]) {
    html += `<link rel="alternate" type="${feedTypes[feed.type]}" title="${escapeHtml(feed.title)}" href="${escapeHtml(feed.href)}">`;
  }
  if (head.script) html += `<script src="${escapeHtml(head.script)}" defer></script>`;
  if (head.jsonLd) html += `<script type="application/ld+json">${head.jsonLd}</script>`;
  return html;
}

/**
 * A whole HTML document. The head is written as text, because hono/jsx gives `<head>`, `<meta>`
 * and `<link>` a behaviour of their own that would slow every element of the process.
 *
 * @param body rendered, safe HTML of everything within `<body>`.
 */
export function documentOf(sheet: Sheet, head: Head, body: string): string {
  const { lang, dir } = sheet.words;
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head>${headOf(sheet, head)}</head><body>${body}</body></html>`;
}
