import type { Mark } from '../lines.ts';

/** What the classes, ids and roles of elements say. Matched word by word, so «headline» is no «head». */

export type Attributes = Readonly<Record<string, string>>;

const part = (words: string): RegExp => new RegExp(`(?:^|[-_])(?:${words})(?:$|[-_])`, 'iu');

const furniture = part(
  'share|sharing|sharebar|sharedaddy|social|socials|addtoany|addthis|related|relatedposts|breadcrumbs?|crumbs|comments?|commentlist|respond|disqus|newsletter|subscribe|subscription|cookies?|consent|gdpr|adverts?|advertisement|advertising|ads?|adsense|adslot|banner|sidebar|widget|widgets|menu|navbar|nav|navigation|pagination|pager|tags?|tagcloud|toolbar|print|popup|modal|promo|recommended|recommendations|sponsor|sponsored|copyright|footer|colophon|readmore|mostread|trending|ticker|login|search|skip|author-?box|author-?bio|about-?author|rating|ratings|postviews|fontsize|font-?resize',
);
const readersWrite = part('comments?|commentlist|respond|disqus');
const structural = /^(?:elementor|wp-block|vc_|et_pb|e-con|views?-|region-|block-system)/iu;

const articleBody = part(
  'entry-?content|post-?content|article-?content|article-?body|articlebody|story-?body|story-?content|news-?content|news-?body|news-?text|post-?body|content-?body|node-?body|field--name-body|field-name-body|details-?body|article-?text|single-?content|td-post-content|theme-post-content|detail-?content|wysiwyg',
);

const bodyHints: readonly (readonly [RegExp, Mark])[] = [
  [
    part(
      'kicker|overline|eyebrow|pre-?title|super-?title|sup-?title|sur-?title|top-?title|upper-?title|roofline|strapline',
    ),
    'kicker',
  ],
  [
    part('sub-?title|deck|dek|sub-?head|sub-?headline|sub-?heading|second-?title|secondary-?title'),
    'deck',
  ],
  [part('dateline'), 'dateline'],
  [part('byline|author|authors|writer|post-?author'), 'byline'],
  [
    part(
      'date|time|datetime|published|posted|posted-?on|pubdate|timestamp|meta|postmeta|entry-?meta|post-?info|article-?info',
    ),
    'date',
  ],
];
const previous = part('prev|previous');
const next = part('next');
const standfirst = part('standfirst|lead|lede|intro|excerpt|summary|teaser|chapeau|abstract');

function tokensOf({ class: classes = '', id = '' }: Attributes): string[] {
  return `${classes} ${id}`.split(/\s+/).filter((token) => token !== '' && token.length < 80);
}

/** Elements that hold the page or the story, whatever their class says. */
const wholePage = new Set(['html', 'body', 'main', 'article', 'h1']);
const furnitureTags = new Set([
  'nav',
  'aside',
  'footer',
  'form',
  'button',
  'select',
  'dialog',
  'menu',
]);
const furnitureRoles = /^(?:navigation|complementary|search|contentinfo|menu|menubar|dialog)$/iu;

export interface Hints {
  furniture: boolean;
  /** Furniture that may be longer than the story: what readers write. */
  readersWrite: boolean;
  articleBody: boolean;
  standfirst: boolean;
  mark: Mark | null;
}

const none: Hints = {
  furniture: false,
  readersWrite: false,
  articleBody: false,
  standfirst: false,
  mark: null,
};

/** What an element's name and attributes hint at. */
export function hintsOf(name: string, attributes: Attributes): Hints {
  const byTag = furnitureTags.has(name);
  const { class: classes, id, role, rel, itemprop } = attributes;
  if (!classes && !id && !role && !rel && !itemprop)
    return byTag || name === 'time'
      ? { ...none, furniture: byTag, mark: name === 'time' ? 'date' : null }
      : none;
  const tokens = tokensOf(attributes);
  const some = (pattern: RegExp): boolean => tokens.some((token) => pattern.test(token));
  const isBody = itemprop === 'articleBody' || some(articleBody);
  const named = tokens.filter((token) => !structural.test(token));
  const isFurniture =
    !wholePage.has(name) &&
    !isBody &&
    (byTag ||
      (role !== undefined && furnitureRoles.test(role)) ||
      named.some((token) => furniture.test(token)));
  const rels = (rel ?? '').toLowerCase().split(/\s+/);
  let mark: Mark | null = name === 'time' ? 'date' : null;
  if (!wholePage.has(name)) {
    if (rels.includes('prev') || rels.includes('previous') || some(previous)) mark = 'previous';
    else if (rels.includes('next') || some(next)) mark = 'next';
    else if (rels.includes('author') || itemprop === 'author') mark = 'byline';
    else if (itemprop === 'alternativeHeadline') mark = 'deck';
    else if (itemprop === 'datePublished' || itemprop === 'dateModified') mark = 'date';
    else mark = bodyHints.find(([pattern]) => some(pattern))?.[1] ?? mark;
  }
  return {
    furniture: isFurniture,
    readersWrite: isFurniture && some(readersWrite),
    articleBody: isBody,
    standfirst: some(standfirst),
    mark,
  };
}
