import type { Child } from 'hono/jsx';
import { type DateStyle, formatDateTime } from '../../arabic/format-date.ts';
import { picturePath, storyPath } from '../../newsroom/publications/paths.ts';
import type { Picture } from '../../newsroom/publications/views.ts';
import type { Block, Body, Inline, Mark } from '../../newsroom/stories/body.ts';
import type { Dateline } from '../../newsroom/stories/story.ts';
import { directionOf } from '../components/direction.ts';
import { inlines, lettersOf } from '../components/inlines.tsx';
import { ar } from '../edition/ar.ts';
import type { FeedStory } from './feed-story.ts';
import { leadFile } from './feed-story.ts';
import { legalText } from './xml.ts';

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;
type Paragraph = BlockOf<'paragraph'>;

/** Where a body will be read from, so that its addresses can be written out in full. */
export interface FeedPlace {
  /** Absolute address of the paper, without a slash at the end. */
  siteUrl: string;
  /** Absolute address of the page that the body belongs to; what links to a part of it leads there. */
  pageUrl: string;
  /** How the entries of a live story are dated. */
  dates: DateStyle;
}

interface Context extends FeedPlace {
  pictures: Readonly<Record<number, Picture>>;
}

const pictureWidth = 1200;

const outward = new Set(['https:', 'http:', 'mailto:']);

/** A link written out in full; the mark goes where it leads nowhere that a reader may be sent. */
function fullLink(mark: Mark, pageUrl: string): Mark | null {
  if (mark.type !== 'link') return mark;
  const url = URL.parse(mark.attrs.href, pageUrl);
  return url && outward.has(url.protocol) ? { type: 'link', attrs: { href: url.href } } : null;
}

/** Links inside the paper written out: in a feed reader they would lead nowhere. */
function withFullLinks(content: readonly Inline[] | undefined, { pageUrl }: Context): Inline[] {
  return (content ?? []).map((node): Inline => {
    if (node.type !== 'text' || !node.marks?.some((mark) => mark.type === 'link')) return node;
    const marks = node.marks.map((mark) => fullLink(mark, pageUrl));
    return { ...node, marks: marks.filter((mark) => mark !== null) };
  });
}

function paragraph(node: Paragraph, context: Context, opening: Child = null): Child {
  if (!node.content?.length && opening === null) return null;
  return (
    <p dir={node.attrs?.dir ?? directionOf(lettersOf(node.content))}>
      {opening}
      {inlines(withFullLinks(node.content, context))}
    </p>
  );
}

const paragraphs = (nodes: readonly Paragraph[], context: Context): Child[] =>
  nodes.map((node) => paragraph(node, context));

function figure(src: string, size: { width: number; height: number }, alt: string, words: Child) {
  return (
    <figure>
      <img src={src} width={size.width} height={size.height} alt={alt} />
      {words ? <figcaption>{words}</figcaption> : null}
    </figure>
  );
}

function captionOf(text: string | null, credit: string | null): Child {
  if (!text && !credit) return null;
  return [text, text && credit ? ' ' : null, credit ? <small>{`(${credit})`}</small> : null];
}

function image(node: BlockOf<'image'>, { pictures, siteUrl }: Context): Child {
  const picture = pictures[node.attrs.mediaId];
  if (!picture) return null;
  const width = Math.min(pictureWidth, picture.width);
  const height = Math.max(1, Math.round((width * picture.height) / picture.width));
  return figure(
    siteUrl + picturePath(picture.hash, 'full', pictureWidth, 'jpg'),
    { width, height },
    node.attrs.alt ?? picture.alt,
    captionOf(node.attrs.caption ?? picture.caption, picture.credit),
  );
}

function list(node: BlockOf<'bulletList'> | BlockOf<'orderedList'>, context: Context): Child {
  const items = node.content.map((item) => <li>{paragraphs(item.content, context)}</li>);
  return node.type === 'orderedList' ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function table(node: BlockOf<'table'>, context: Context): Child {
  return (
    <table>
      <tbody>
        {node.content.map((row) => (
          <tr>
            {row.content.map((cell) => {
              const Cell = cell.type === 'tableHeader' ? 'th' : 'td';
              return <Cell>{paragraphs(cell.content, context)}</Cell>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function update(node: BlockOf<'update'>, context: Context): Child {
  const { at, heading } = node.attrs;
  return (
    <section>
      {heading ? <h2>{heading}</h2> : null}
      <p>
        <time datetime={new Date(at).toISOString()}>{formatDateTime(at, context.dates)}</time>
      </p>
      {node.content.map((inner) => block(inner, context))}
    </section>
  );
}

function block(node: Block, context: Context): Child {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context);
    case 'heading': {
      const Heading = node.attrs.level === 2 ? 'h2' : 'h3';
      return <Heading>{inlines(withFullLinks(node.content, context))}</Heading>;
    }
    case 'blockquote':
      return (
        <blockquote>
          {paragraphs(node.content, context)}
          {node.attrs?.cite ? <p>{`– ${node.attrs.cite}`}</p> : null}
        </blockquote>
      );
    case 'bulletList':
    case 'orderedList':
      return list(node, context);
    case 'image':
      return image(node, context);
    case 'gallery':
      return node.content.map((inner) => image(inner, context));
    case 'embed':
      return (
        <p>
          <a href={node.attrs.url}>{node.attrs.title || node.attrs.url}</a>
        </p>
      );
    case 'table':
      return table(node, context);
    case 'update':
      return update(node, context);
  }
}

/** Feed readers drop the site's styles, so that the direction must stand in the text itself. */
const wrapped = (children: Child): string =>
  legalText(
    (
      <div dir={ar.dir} lang={ar.lang}>
        {children}
      </div>
    ).toString(),
  );

/**
 * A body as HTML that stands on its own: full addresses, no classes, its direction with it.
 * Everything that somebody typed is escaped by the way it is written.
 *
 * @param pictures of the archive that the body names, by id; others are left out
 */
export function bodyHtml(
  body: Body,
  pictures: Readonly<Record<number, Picture>>,
  place: FeedPlace,
): string {
  const context = { ...place, pictures };
  return wrapped(body.content.map((node) => block(node, context)));
}

function opened(body: Body, dateline: Dateline | null, context: Context): Child[] {
  const where = [dateline?.place, dateline?.outlet].filter(Boolean).join(' – ');
  const [first, ...rest] = body.content;
  const others = rest.map((node) => block(node, context));
  if (where === '') return first ? [block(first, context), ...others] : others;
  const opening = [<b>{where}</b>, ' '];
  if (first?.type === 'paragraph') return [paragraph(first, context, opening), ...others];
  return [<p>{opening}</p>, first ? block(first, context) : null, ...others];
}

/** A whole story as a feed carries it: lead picture, standfirst, body with its dateline, corrections. */
export function storyHtml(story: FeedStory, feed: Omit<FeedPlace, 'pageUrl'>): string {
  const { lead, standfirst, body, dateline, corrections, pictures } = story;
  const context = { ...feed, pageUrl: feed.siteUrl + storyPath(story), pictures };
  const file = lead && leadFile(feed.siteUrl, lead);
  return wrapped([
    lead && file ? figure(file.url, file, lead.alt, captionOf(lead.caption, lead.credit)) : null,
    standfirst ? (
      <p>
        <strong>{standfirst}</strong>
      </p>
    ) : null,
    opened(body, dateline, context),
    corrections.map(({ at, text }) => (
      <p>
        <strong>{`${ar.story.correction} (${formatDateTime(at, feed.dates)}):`}</strong> {text}
      </p>
    )),
  ]);
}
