import type { PressAssets } from '../assets.ts';
import { escapeHtml } from '../components/escape.ts';
import { ar } from '../edition/ar.ts';

/**
 * 500, or no connection: needs no data, no fonts and no script, and reads well even without its
 * style sheet. The link with an empty address asks for the same page again.
 */
export function errorPage(assets: PressAssets): string {
  const { lang, dir, error } = ar;
  const [title, text, offline, retry] = [error.title, error.text, error.offline, error.retry].map(
    escapeHtml,
  );
  const icon = assets.icon ? `<link rel="icon" href="${assets.icon}" type="image/svg+xml">` : '';
  return (
    `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">' +
    `<meta name="color-scheme" content="light dark"><title>${title}</title>` +
    `<link rel="stylesheet" href="${assets.css}">${icon}</head>` +
    `<body><main class="wrap"><div class="notice"><h1>${title}</h1><p>${text}</p><p>${offline}</p>` +
    `<p class="actions"><a class="action" href="">${retry}</a></p></div></main></body></html>`
  );
}
