import type { Child } from 'hono/jsx';
import { formatDate } from '../../arabic/format-date.ts';
import { sectionPath, storyPath, topicPath } from '../../newsroom/publications/paths.ts';
import type { MoreStories, StoryCard } from '../../newsroom/publications/views.ts';
import { Card } from './card.tsx';
import { directionOf } from './direction.ts';
import { machineTime, type Sheet } from './sheet.ts';

/** Stories that belong together, and the heading that says why they stand here. */
export interface MoreBlock {
  id: 'related' | 'same-topic' | 'same-section';
  heading: Child;
  stories: readonly StoryCard[];
}

const naming = (words: string, path: string, name: string): Child => (
  <>
    {words}{' '}
    <a href={path}>
      <bdi>{name}</bdi>
    </a>
  </>
);

/** The blocks that have anything in them, the closest first. */
export function moreBlocks(sheet: Sheet, more: MoreStories): MoreBlock[] {
  const { story } = sheet.words;
  const { topic, section } = more;
  const blocks: MoreBlock[] = [{ id: 'related', heading: story.related, stories: more.related }];
  if (topic)
    blocks.push({
      id: 'same-topic',
      heading: naming(story.moreOnTopic, topicPath(topic.slug), topic.name),
      stories: more.ofTopic,
    });
  if (section)
    blocks.push({
      id: 'same-section',
      heading: naming(story.moreFromSection, sectionPath(section.slug), section.name),
      stories: more.ofSection,
    });
  return blocks.filter(({ stories }) => stories.length > 0);
}

const Headline = ({ card }: { card: StoryCard }) => (
  <a href={storyPath(card)} dir={directionOf(card.headline)}>
    {card.headline}
  </a>
);

/** A block in the side column: headlines alone. */
export function MoreBeside({ block: { id, heading, stories } }: { block: MoreBlock }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{heading}</h2>
      <ul class="headlines">
        {stories.map((card) => (
          <li>
            <Headline card={card} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The blocks below the story. */
export function MoreBelow({ sheet, blocks }: { sheet: Sheet; blocks: readonly MoreBlock[] }) {
  if (blocks.length === 0) return null;
  return (
    <div class="more">
      {blocks.map((block) => (
        <Below sheet={sheet} block={block} />
      ))}
    </div>
  );
}

function Below({ sheet, block }: { sheet: Sheet; block: MoreBlock }) {
  const { id, heading } = block;
  return (
    <section class="related" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{heading}</h2>
      {id === 'same-topic' ? (
        <Dated sheet={sheet} block={block} />
      ) : (
        <Cards sheet={sheet} block={block} within={id === 'same-section'} />
      )}
    </section>
  );
}

/** What went before and after in a matter that goes on: here the day tells more than a picture. */
function Dated({ sheet, block: { stories } }: { sheet: Sheet; block: MoreBlock }) {
  return (
    <ul class="dated">
      {stories.map((card) => (
        <li>
          <Headline card={card} />
          <time datetime={machineTime(sheet, card.publishedAt)}>
            {formatDate(card.publishedAt, sheet.dates, { weekday: false })}
          </time>
        </li>
      ))}
    </ul>
  );
}

function Cards(props: { sheet: Sheet; block: MoreBlock; within: boolean }) {
  const { sheet, within } = props;
  const { stories } = props.block;
  // Either every card has a picture or none does: a row with gaps looks broken.
  const sizes = stories.every((story) => story.lead)
    ? '(min-width: 40rem) 22rem, 6.5rem'
    : undefined;
  return (
    <div>
      {stories.map((story) => (
        <Card sheet={sheet} story={story} level={3} class="small" sizes={sizes} within={within} />
      ))}
    </div>
  );
}
