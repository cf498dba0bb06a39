import type { Child } from 'hono/jsx';
import { formatDateTime, formatTime } from '../../arabic/format-date.ts';
import { dayOf } from '../../arabic/zoned.ts';
import type { Picture as ArchivePicture } from '../../newsroom/publications/views.ts';
import type { Block, Body, Inline } from '../../newsroom/stories/body.ts';
import type { Dateline } from '../../newsroom/stories/story.ts';
import { directionOf } from './direction.ts';
import { inlines, lettersOf } from './inlines.tsx';
import { Picture } from './picture.tsx';
import type { Sheet } from './sheet.ts';

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;
type Paragraph = BlockOf<'paragraph'>;

/** What a body needs besides itself. */
export interface BodyContext {
  sheet: Sheet;
  pictures: Readonly<Record<number, ArchivePicture>>;
  /** Entries of a live story made on this day are stamped with the time alone; YYYY-MM-DD. */
  day: string;
}

/** Quotations longer than this are read, not called out. */
const longQuote = 200;
const bodyWidth = '(min-width: 42rem) 40rem, 100vw';
const galleryWidth = '(min-width: 42rem) 20rem, 100vw';

const direction = (
  attrs: { dir?: 'rtl' | 'ltr' | null | undefined } | undefined,
  content: readonly Inline[] | undefined,
): string | undefined => attrs?.dir ?? directionOf(lettersOf(content));

function paragraph(node: Paragraph, opening: Child = null): Child {
  return (
    <p dir={direction(node.attrs, node.content)}>
      {opening}
      {inlines(node.content)}
    </p>
  );
}

/** Inner paragraphs: bare text where there is one, paragraphs where there are several. */
function contentOf(paragraphs: readonly Paragraph[]): Child {
  const only = paragraphs.length === 1 ? paragraphs[0] : undefined;
  return only ? inlines(only.content) : paragraphs.map((p) => paragraph(p));
}

function quote(node: BlockOf<'blockquote'>): Child {
  const length = node.content.reduce((sum, p) => sum + lettersOf(p.content).length, 0);
  return (
    <blockquote class={length > longQuote ? 'long' : undefined}>
      {node.content.map((p) => paragraph(p))}
      {node.attrs?.cite ? <cite dir={directionOf(node.attrs.cite)}>{node.attrs.cite}</cite> : null}
    </blockquote>
  );
}

function list(node: BlockOf<'bulletList'> | BlockOf<'orderedList'>): Child {
  const items = node.content.map((item) => <li>{contentOf(item.content)}</li>);
  return node.type === 'orderedList' ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** Caption and credit of a picture; nothing where it has neither. */
export function Caption({ text, credit }: { text: string | null; credit: string | null }) {
  if (!text && !credit) return null;
  return (
    <figcaption>
      {text ? <span dir={directionOf(text)}>{text}</span> : null}
      {text && credit ? ' ' : null}
      {credit ? (
        <span class="credit">
          <bdi>{credit}</bdi>
        </span>
      ) : null}
    </figcaption>
  );
}

function image(node: BlockOf<'image'>, { pictures }: BodyContext, inGallery: boolean): Child {
  const picture = pictures[node.attrs.mediaId];
  if (!picture) return null;
  return (
    <figure>
      <Picture
        picture={picture}
        shape={inGallery ? 'wide' : 'full'}
        sizes={inGallery ? galleryWidth : bodyWidth}
        alt={node.attrs.alt}
      />
      <Caption text={node.attrs.caption ?? picture.caption} credit={picture.credit} />
    </figure>
  );
}

/** A table scrolls inside its own box, which the keyboard can reach too. */
function table(node: BlockOf<'table'>, { sheet }: BodyContext): Child {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups a table
    <div class="table" role="group" tabindex={0} aria-label={sheet.words.story.table}>
      <table>
        <tbody>
          {node.content.map((row, rowIndex) => (
            <tr>
              {row.content.map((cell) =>
                cell.type === 'tableHeader' ? (
                  <th scope={rowIndex === 0 ? 'col' : 'row'}>{contentOf(cell.content)}</th>
                ) : (
                  <td>{contentOf(cell.content)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Never a frame of somebody else's page: a card that says where the link leads. */
function embed(node: BlockOf<'embed'>, { sheet }: BodyContext): Child {
  const { url, title } = node.attrs;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return (
    <p class="embed">
      <a href={url} rel="external noopener">
        <b dir={directionOf(title)}>{title || host}</b>
        <small>{sheet.words.story.embed(`\u2068${host}\u2069`)}</small>
      </a>
    </p>
  );
}

function update(node: BlockOf<'update'>, context: BodyContext): Child {
  const { at, heading } = node.attrs;
  const { dates } = context.sheet;
  const when =
    dayOf(at, dates.timeZone) === context.day ? formatTime(at, dates) : formatDateTime(at, dates);
  return (
    <section class="update" id={`update-${at}`}>
      <h2>
        <time datetime={new Date(at).toISOString()}>{when}</time> {heading}
      </h2>
      {node.content.map((inner) => block(inner, context))}
    </section>
  );
}

function block(node: Block, context: BodyContext): Child {
  switch (node.type) {
    case 'paragraph':
      return node.content?.length ? paragraph(node) : null;
    case 'heading': {
      const Heading = node.attrs.level === 2 ? 'h2' : 'h3';
      return <Heading dir={direction(node.attrs, node.content)}>{inlines(node.content)}</Heading>;
    }
    case 'blockquote':
      return quote(node);
    case 'bulletList':
    case 'orderedList':
      return list(node);
    case 'image':
      return image(node, context, false);
    case 'gallery':
      return <div class="gallery">{node.content.map((inner) => image(inner, context, true))}</div>;
    case 'embed':
      return embed(node, context);
    case 'table':
      return table(node, context);
    case 'update':
      return update(node, context);
  }
}

/** «ضفّة النهر – الجسر», in bold before the first words; null when nothing is known. */
function openingOf(dateline: Dateline | null): Child {
  const { place, outlet } = dateline ?? { place: null, outlet: null };
  if (!place && !outlet) return null;
  return (
    <b class="dateline">
      {place ? <bdi>{place}</bdi> : null}
      {place && outlet ? ' – ' : null}
      {outlet ? <bdi>{outlet}</bdi> : null}
    </b>
  );
}

/** The blocks of a body, the dateline in the first paragraph. */
export function bodyBlocks(body: Body, dateline: Dateline | null, context: BodyContext): Child[] {
  const opening = openingOf(dateline);
  const [first, ...rest] = body.content;
  const out: Child[] = [];
  // A paragraph in another direction would turn the dateline around: there it stands alone.
  const joins = first?.type === 'paragraph' && direction(first.attrs, first.content) !== 'ltr';
  if (opening && joins) out.push(paragraph(first, [opening, ' ']));
  else {
    if (opening) out.push(<p>{opening}</p>);
    if (first) out.push(block(first, context));
  }
  for (const node of rest) out.push(block(node, context));
  return out;
}
