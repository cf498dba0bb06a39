import { writeNumber } from '../../arabic/digits.ts';
import { formatDate, formatMonth, formatTime } from '../../arabic/format-date.ts';
import { dayOf, zonedParts } from '../../arabic/zoned.ts';
import { seriesPath } from '../../newsroom/publications/paths.ts';
import type { PublishedStory } from '../../newsroom/publications/views.ts';
import type { Source, StoryEvent } from '../../newsroom/stories/story.ts';
import { directionOf } from './direction.ts';
import { MoreBeside, type MoreBlock } from './more-stories.tsx';
import type { Sheet } from './sheet.ts';

const quoted = /^«(.*)»$/su;

function SourceItem({ sheet, source }: { sheet: Sheet; source: Source }) {
  const { story } = sheet.words;
  const { kind, name, via, url, quote, note } = source;
  const unnamed = kind === 'unnamed';
  const what = [story.sourceKinds[kind], via ? story.via(via) : null]
    .filter(Boolean)
    .join(sheet.words.dot);
  return (
    <li class={unnamed ? 'unnamed' : undefined}>
      {url ? (
        <a href={url} rel="external noopener">
          <b>
            <bdi>{name}</bdi>
          </b>
        </a>
      ) : (
        <b>
          <bdi>{name}</bdi>
        </b>
      )}
      <span>{what}</span>
      {quote ? <q dir={directionOf(quote)}>{quote.replace(quoted, '$1')}</q> : null}
      {note || unnamed ? <span>{note || story.reasonMissing}</span> : null}
    </li>
  );
}

/**
 * When an announced event is, no more exactly than it is known. `soon` leaves out the year where it
 * is this one, for lists of what lies ahead.
 */
export function eventTime(sheet: Sheet, { at, granularity }: StoryEvent, soon = false): string {
  const { dates, words, today } = sheet;
  const year = !soon || dayOf(at, dates.timeZone).slice(0, 4) !== today.slice(0, 4);
  switch (granularity) {
    case 'minute':
      return words.story.moment(formatDate(at, dates, { year }), formatTime(at, dates));
    case 'day':
      return formatDate(at, dates, { year });
    case 'week':
      return words.story.week(formatDate(at, dates));
    case 'month':
      return formatMonth(at, dates);
    case 'year':
      return words.story.year(writeNumber(zonedParts(at, dates.timeZone).year, dates.digits));
  }
}

/** The same for machines: an instant, a day, a month or a year. */
export function eventMachineTime(sheet: Sheet, { at, granularity }: StoryEvent): string {
  if (granularity === 'minute') return new Date(at).toISOString();
  const day = dayOf(at, sheet.dates.timeZone);
  if (granularity === 'month') return day.slice(0, 7);
  return granularity === 'year' ? day.slice(0, 4) : day;
}

function Sources({ sheet, sources }: { sheet: Sheet; sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{sheet.words.story.sources}</h2>
      <ol class="plain-list">
        {sources.map((source) => (
          <SourceItem sheet={sheet} source={source} />
        ))}
      </ol>
    </section>
  );
}

function Events({ sheet, events }: { sheet: Sheet; events: readonly StoryEvent[] }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title">{sheet.words.story.events}</h2>
      <ul class="plain-list">
        {events.map((event) => (
          <li>
            <time datetime={eventMachineTime(sheet, event)}>{eventTime(sheet, event)}</time>
            {event.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

export const hasSide = (story: PublishedStory): boolean =>
  story.sources.length > 0 || story.events.length > 0 || story.series !== null;

/**
 * What makes a report checkable: its sources, the dates it announces, its series. Other stories
 * stand here when there is nothing else to say beside a story; nothing at all leaves no empty column.
 */
export function Side(props: {
  sheet: Sheet;
  story: PublishedStory;
  /** The closest of them. */
  more: MoreBlock | undefined;
}) {
  const { sheet, story, more } = props;
  const { words } = sheet;
  const full = hasSide(story);
  if (!full && !more) return null;
  return (
    <aside class="side">
      <Sources sheet={sheet} sources={story.sources} />
      <Events sheet={sheet} events={story.events} />
      {story.series ? (
        <section aria-labelledby="series-title">
          <h2 id="series-title">{words.story.series}</h2>
          <p class="series-name">
            <a href={seriesPath(story.series.slug)}>{story.series.name}</a>
          </p>
        </section>
      ) : null}
      {full || !more ? null : <MoreBeside block={more} />}
    </aside>
  );
}
