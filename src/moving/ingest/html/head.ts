import { z } from 'zod';
import { emptyHead, type PageHead } from '../steps/step.ts';
import { matchKey } from '../words/text.ts';
import type { Attributes } from './hints.ts';

/** What the head of a page and its JSON-LD state of the story. */

const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const one = <T extends z.ZodType>(schema: T) =>
  z.union([schema, z.array(schema).transform((all) => all[0])]);

const article = z.object({
  '@type': z.union([z.string(), z.array(z.string()).transform((types) => types.join(' '))]),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  author: one(named).optional().catch(undefined),
  articleSection: one(z.string()).optional().catch(undefined),
});
type Article = z.infer<typeof article>;

const isArticle = /Article|BlogPosting|LiveBlog|Report/u;
/** JSON-LD describes a page with a few dozen nodes. */
const MOST_NODES = 2000;

/** The first article that a JSON-LD script describes, in whatever graph it stands. */
function articleIn(json: string): Article | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    // Many templates print broken JSON; the page itself says the same.
    return null;
  }
  const queue: unknown[] = [parsed];
  for (let at = 0; at < queue.length && at < MOST_NODES; at += 1) {
    const node = queue[at];
    if (typeof node !== 'object' || node === null) continue;
    if (Array.isArray(node)) {
      for (const each of node) queue.push(each);
      continue;
    }
    const read = article.safeParse(node);
    if (read.success && isArticle.test(read.data['@type'])) return read.data;
    if ('@graph' in node) queue.push(node['@graph']);
    if ('mainEntity' in node) queue.push(node.mainEntity);
  }
  return null;
}

const text = (value: string | undefined): string | null => value?.trim() || null;

/** Names that content systems put where nobody wrote one. */
const nobody =
  /^(?:admin|administrator|editor|webmaster|root|user|author|المحرر|محرر|المدير|ادمن|\d+)$/iu;

function person(value: string | null, siteName: string | null): string | null {
  if (value === null || /^https?:/iu.test(value) || nobody.test(value)) return null;
  return siteName !== null && matchKey(value) === matchKey(siteName) ? null : value;
}

/** Gathers the elements of a page that state something, in the order in which they come. */
export class HeadReader {
  readonly #metas = new Map<string, string>();
  readonly #head: PageHead = { ...emptyHead };
  #article: Article | null = null;

  /** Takes an element that may state something. */
  element(name: string, attributes: Attributes): void {
    if (name === 'meta') {
      const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
      if (key && attributes.content && !this.#metas.has(key))
        this.#metas.set(key, attributes.content);
    } else if (name === 'link') {
      const rel = (attributes.rel ?? '').toLowerCase();
      if (rel === 'prev') this.#head.previousTitle ??= text(attributes.title);
      if (rel === 'next') this.#head.nextTitle ??= text(attributes.title);
    }
  }

  title(value: string): void {
    this.#head.title ??= text(value.replace(/\s+/gu, ' '));
  }

  jsonLd(json: string): void {
    this.#article ??= articleIn(json);
  }

  /** @param time The first date of a <time> element above the body. */
  read(time: string | null): PageHead {
    const meta = (...names: string[]): string | null =>
      names.map((name) => text(this.#metas.get(name))).find((value) => value !== null) ?? null;
    const siteName = meta('og:site_name', 'application-name');
    return {
      ...this.#head,
      siteName,
      headline: text(this.#article?.headline) ?? meta('og:title', 'twitter:title'),
      published:
        meta('article:published_time', 'og:article:published_time') ??
        text(this.#article?.datePublished) ??
        meta('datepublished', 'publishdate', 'pubdate', 'dc.date.issued', 'date') ??
        time,
      author:
        person(text(this.#article?.author), siteName) ??
        person(meta('author', 'article:author', 'dc.creator'), siteName),
      section: text(this.#article?.articleSection) ?? meta('article:section'),
    };
  }
}
