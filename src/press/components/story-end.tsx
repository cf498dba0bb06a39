import { formatDateTime } from '../../arabic/format-date.ts';
import { storyPath, topicPath } from '../../newsroom/publications/paths.ts';
import type { Neighbours, PublishedStory, StoryLink } from '../../newsroom/publications/views.ts';
import type { Correction } from '../../newsroom/stories/story.ts';
import { directionOf } from './direction.ts';
import { machineTime, type Sheet } from './sheet.ts';

/** What was wrong and what is right, newest first as the newsroom keeps them. */
export function Corrections({
  sheet,
  corrections,
}: {
  sheet: Sheet;
  corrections: readonly Correction[];
}) {
  if (corrections.length === 0) return null;
  const { story } = sheet.words;
  return (
    <section class="fix" id="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">
        {corrections.length === 1 ? story.correction : story.corrections}
      </h2>
      {corrections.map(({ at, text }) => (
        <p>
          <time datetime={machineTime(sheet, at)}>{formatDateTime(at, sheet.dates)}</time>
          {text}
        </p>
      ))}
    </section>
  );
}

/** Plain links to four services and a short address to copy: no script, nobody is told who reads. */
function Share({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  const words = sheet.words.story;
  const short = `${sheet.ctx.siteUrl}/${story.id}`;
  const url = encodeURIComponent(short);
  const title = encodeURIComponent(story.headline);
  const services = [
    [words.whatsapp, `https://wa.me/?text=${title}%0A${url}`],
    [words.telegram, `https://t.me/share/url?url=${url}&text=${title}`],
    [words.x, `https://x.com/intent/post?url=${url}&text=${title}`],
    [words.mail, `mailto:?subject=${title}&body=${url}`],
  ] as const;
  return (
    <div class="share">
      <span id="share-title">{words.share}</span>
      <ul class="links" aria-labelledby="share-title">
        {services.map(([label, href]) => (
          <li>
            <a
              href={href}
              rel={href.startsWith('https') ? 'external noopener nofollow' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      <span>
        {words.shortLink} <bdi class="short">{short}</bdi>
      </span>
    </div>
  );
}

/** Topics, sharing, and on paper where the story stands on the web. */
export function StoryFooter({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  const words = sheet.words.story;
  return (
    <footer>
      {story.topics.length > 0 ? (
        <ul class="topics" aria-label={words.topics}>
          {story.topics.map(({ slug, name }) => (
            <li>
              <a href={topicPath(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <Share sheet={sheet} story={story} />
      <p class="printed">
        {words.printed(sheet.shell.settings.name)}{' '}
        <bdi class="short">{`${sheet.ctx.siteUrl}/${story.id}`}</bdi>
      </p>
    </footer>
  );
}

function Neighbour(props: { story: StoryLink; rel: 'prev' | 'next'; label: string }) {
  const { story, rel, label } = props;
  return (
    <a rel={rel} href={storyPath(story)}>
      <small>{label}</small>
      <span dir={directionOf(story.headline)}>{story.headline}</span>
    </a>
  );
}

/** The story published before this one and the one after, across the paper. */
export function NeighbourLinks({ sheet, neighbours }: { sheet: Sheet; neighbours: Neighbours }) {
  const { previous, next } = neighbours;
  if (!previous && !next) return null;
  const words = sheet.words.story;
  return (
    <nav id="neighbours" aria-label={words.neighbours}>
      {previous ? <Neighbour story={previous} rel="prev" label={words.previous} /> : null}
      {next ? <Neighbour story={next} rel="next" label={words.next} /> : null}
    </nav>
  );
}
