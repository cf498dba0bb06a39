import { storyPath } from '../../newsroom/publications/paths.ts';
import type { StoryCard } from '../../newsroom/publications/views.ts';
import { isSigned, Names } from './byline.tsx';
import { directionOf } from './direction.ts';
import { Picture } from './picture.tsx';
import { count, machineTime, type Sheet, stamp } from './sheet.ts';

/** Beyond this many characters a headline is set smaller. */
const longHeadline = 80;
export const isLong = (headline: string): boolean => headline.length > longHeadline;

interface CardProps {
  sheet: Sheet;
  story: StoryCard;
  /** Which heading the headline is. */
  level: 2 | 3;
  class?: string;
  /** How wide the picture is shown; no picture when left out. */
  sizes?: string | undefined;
  /** The picture is in the first screen. */
  first?: boolean;
  kicker?: boolean;
  standfirst?: boolean;
  by?: boolean;
  /** The section stands above the card already. */
  within?: boolean;
}

/**
 * What stands above a headline: urgency, then the section, or the kind of piece where the section
 * is known from the place (`within`) or the piece is an opinion, which is always said.
 */
export function Label(props: { sheet: Sheet; story: StoryCard; within?: boolean }) {
  const { sheet, story, within = false } = props;
  const { badges, types } = sheet.words;
  const breaking = story.priority === 'breaking';
  const live = story.type === 'live';
  const kind = live ? null : types[story.type];
  const bySection = !within && story.type !== 'opinion' && story.section;
  const label = bySection ? bySection.name : kind;
  if (!label && !breaking && !live) return null;
  return (
    <p class="label">
      {breaking ? <b class="badge">{badges.breaking}</b> : null}
      {live ? <b class="badge">{badges.live}</b> : null}
      {label}
    </p>
  );
}

/** The headline as a heading whose link covers the whole card. */
export function Headline({ story, level }: { story: StoryCard; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading class={isLong(story.headline) ? 'long' : undefined} dir={directionOf(story.headline)}>
      <a href={storyPath(story)}>{story.headline}</a>
    </Heading>
  );
}

/** Names, time, replies. */
export function CardBy({ sheet, story, time }: { sheet: Sheet; story: StoryCard; time: boolean }) {
  const signed = isSigned(story.byline);
  if (!signed && !time && story.commentCount === 0) return null;
  return (
    <p class="by">
      {signed ? (
        <span class="names">
          <Names sheet={sheet} byline={story.byline} link={false} />
        </span>
      ) : null}
      {time ? (
        <time datetime={machineTime(sheet, story.publishedAt)}>
          {stamp(sheet, story.publishedAt)}
        </time>
      ) : null}
      {story.commentCount > 0 ? (
        <span>{count(sheet, story.commentCount, sheet.words.replies)}</span>
      ) : null}
    </p>
  );
}

/** A story on the front page and beside other stories. */
export function Card(props: CardProps) {
  const { sheet, story, level, sizes, first = false } = props;
  const picture = sizes === undefined ? null : story.lead;
  const names = [
    'card',
    props.class,
    picture ? 'pictured' : null,
    story.type === 'opinion' ? 'opinion' : null,
  ];
  return (
    <article class={names.filter(Boolean).join(' ')}>
      {picture ? (
        <Picture picture={picture} shape="wide" sizes={sizes ?? ''} first={first} />
      ) : null}
      <div>
        <Label sheet={sheet} story={story} within={props.within ?? false} />
        {props.kicker && story.kicker ? (
          <p class="kicker" dir={directionOf(story.kicker)}>
            {story.kicker}
          </p>
        ) : null}
        <Headline story={story} level={level} />
        {props.standfirst && story.standfirst ? (
          <p class="gist" dir={directionOf(story.standfirst)}>
            {story.standfirst}
          </p>
        ) : null}
        {props.by ? <CardBy sheet={sheet} story={story} time={true} /> : null}
      </div>
    </article>
  );
}
