import { formatDateTime, formatTime } from '../../arabic/format-date.ts';
import { dayOf } from '../../arabic/zoned.ts';
import { sectionPath } from '../../newsroom/publications/paths.ts';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import { isSigned, Names } from './byline.tsx';
import { isLong } from './card.tsx';
import { directionOf } from './direction.ts';
import { count, machineTime, type Sheet } from './sheet.ts';

/** Changes within a minute of publishing are part of publishing. */
const sameMoment = 60_000;

function Where({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  const { badges, types } = sheet.words;
  const type = types[story.type];
  const breaking = story.priority === 'breaking';
  if (!story.section && !type && !breaking) return null;
  return (
    <p class="where">
      {breaking ? <b class="badge">{badges.breaking}</b> : null}
      {story.section ? <a href={sectionPath(story.section.slug)}>{story.section.name}</a> : null}
      {type ? <span class={story.type === 'news' ? undefined : 'badge quiet'}>{type}</span> : null}
    </p>
  );
}

function Times({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  const { dates, words } = sheet;
  const { publishedAt, updatedAt } = story;
  const sameDay = dayOf(updatedAt, dates.timeZone) === dayOf(publishedAt, dates.timeZone);
  const updated = sameDay ? formatTime(updatedAt, dates) : formatDateTime(updatedAt, dates);
  return (
    <>
      <time datetime={machineTime(sheet, publishedAt)}>{formatDateTime(publishedAt, dates)}</time>
      {updatedAt - publishedAt >= sameMoment ? (
        <time datetime={new Date(updatedAt).toISOString()}>{words.story.updated(updated)}</time>
      ) : null}
    </>
  );
}

/**
 * Section and kind, kicker, headline, deck, standfirst, who and when. An opinion says so in its
 * first line, and its writer comes before the headline.
 */
export function StoryHeader({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  const { words } = sheet;
  const opinion = story.type === 'opinion';
  const names = isSigned(story.byline) ? (
    <Names sheet={sheet} byline={story.byline} link={true} />
  ) : null;
  return (
    <header>
      <Where sheet={sheet} story={story} />
      {opinion && names ? <p class="writer">{names}</p> : null}
      {story.kicker ? (
        <p class="kicker" dir={directionOf(story.kicker)}>
          {story.kicker}
        </p>
      ) : null}
      <h1 class={isLong(story.headline) ? 'long' : undefined} dir={directionOf(story.headline)}>
        {story.headline}
      </h1>
      {story.deck ? (
        <p class="deck" dir={directionOf(story.deck)}>
          {story.deck}
        </p>
      ) : null}
      {story.standfirst ? (
        <p class="standfirst" dir={directionOf(story.standfirst)}>
          {story.standfirst}
        </p>
      ) : null}
      <p class="by">
        {names && !opinion ? <span class="names">{names}</span> : null}
        <Times sheet={sheet} story={story} />
        <span>{words.story.reading(count(sheet, story.readingMinutes, words.minutes))}</span>
        {story.corrections.length > 0 ? (
          <a class="corrected" href="#corrections">
            {words.story.corrected}
          </a>
        ) : null}
      </p>
    </header>
  );
}
