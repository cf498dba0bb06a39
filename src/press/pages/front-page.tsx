import { formatDate, formatTime } from '../../arabic/format-date.ts';
import { isDateOnly } from '../../arabic/zoned.ts';
import { sectionPath, storyPath } from '../../newsroom/publications/paths.ts';
import type { AnnouncedEvent, FrontView, StoryCard } from '../../newsroom/publications/views.ts';
import { Card } from '../components/card.tsx';
import { directionOf } from '../components/direction.ts';
import { pageOf } from '../components/page.tsx';
import { byDay, machineTime, openSheet, type Sheet } from '../components/sheet.ts';
import { eventMachineTime, eventTime } from '../components/side.tsx';
import type { PageContext } from './page-context.ts';

const heroSizes = '(min-width: 74rem) 36rem, (min-width: 48rem) 60vw, 100vw';
const secondSizes = '(min-width: 74rem) 20rem, (min-width: 48rem) 36vw, calc(100vw - 2rem)';
const bandSizes = '(min-width: 48rem) 22rem, (min-width: 40rem) 45vw, 6.5rem';

/** How many of the second stories stand under the lead in pairs, so that the columns end together. */
function underCount(seconds: number): number {
  if (seconds < 4) return 0;
  return seconds < 7 ? 2 : 4;
}

/**
 * Whether the dates stand under the second stories rather than under the latest ones: in the column
 * that would end sooner. Heights in lines of a list; a card is worth about three, its picture three.
 */
function agendaBesideLead(beside: readonly StoryCard[], latest: readonly StoryCard[]): boolean {
  if (beside.length === 0) return false;
  return beside.length * 3 + (beside[0]?.lead ? 3 : 0) <= latest.length * 1.3;
}

/** Newest first by the clock; a day that is not today is named once above its stories. */
function Latest({ sheet, stories }: { sheet: Sheet; stories: readonly StoryCard[] }) {
  if (stories.length === 0) return null;
  const { dates, today, words } = sheet;
  return (
    <section class="brief" aria-labelledby="latest-title">
      <h2 id="latest-title">{words.front.latest}</h2>
      {byDay(sheet, stories).map(([day, ofDay]) => [
        day === today ? null : (
          <h3>
            <time datetime={day}>
              {formatDate(ofDay[0]?.publishedAt ?? 0, dates, {
                year: day.slice(0, 4) !== today.slice(0, 4),
              })}
            </time>
          </h3>
        ),
        <ol class="headlines">
          {ofDay.map((story) => (
            <li>
              {isDateOnly(story.publishedAt, dates.timeZone) ? null : (
                <time datetime={machineTime(sheet, story.publishedAt)}>
                  {formatTime(story.publishedAt, dates)}
                </time>
              )}
              <a href={storyPath(story)} dir={directionOf(story.headline)}>
                {story.headline}
              </a>
            </li>
          ))}
        </ol>,
      ])}
    </section>
  );
}

function Agenda({ sheet, events }: { sheet: Sheet; events: readonly AnnouncedEvent[] }) {
  if (events.length === 0) return null;
  return (
    <section class="brief agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{sheet.words.front.agenda}</h2>
      <ol class="headlines">
        {events.map((event) => (
          <li>
            <time datetime={eventMachineTime(sheet, event)}>{eventTime(sheet, event, true)}</time>
            <a href={storyPath(event.story)}>{event.text}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Lead({ sheet, story }: { sheet: Sheet; story: StoryCard }) {
  return (
    <Card
      sheet={sheet}
      story={story}
      level={2}
      class={story.lead ? 'hero' : 'hero bare'}
      sizes={heroSizes}
      first={true}
      kicker={true}
      standfirst={true}
      by={true}
    />
  );
}

/** Lead, second stories, latest and dates. The columns that have nothing are not there. */
function Top({ sheet, front }: { sheet: Sheet; front: FrontView }) {
  const { lead, second, latest, agenda } = front;
  if (!lead) return null;
  const under = underCount(second.length);
  const beside = second.slice(0, second.length - under);
  const agendaBeside = agendaBesideLead(beside, latest);
  const news = latest.length > 0 || (agenda.length > 0 && !agendaBeside);
  const shape = second.length > 0 ? (news ? 'full' : 'two') : news ? 'no-second' : 'alone';
  return (
    <div class={`top ${shape}`}>
      <div class="main">
        <Lead sheet={sheet} story={lead} />
        {under > 0 ? (
          <div class="under">
            {second.slice(-under).map((story) => (
              <Card sheet={sheet} story={story} level={2} standfirst={true} by={true} />
            ))}
          </div>
        ) : null}
      </div>
      {beside.length > 0 ? (
        <div class="second">
          {beside.map((story, i) => (
            <Card
              sheet={sheet}
              story={story}
              level={2}
              sizes={i === 0 ? secondSizes : undefined}
              standfirst={true}
              by={true}
            />
          ))}
          {agendaBeside ? <Agenda sheet={sheet} events={agenda} /> : null}
        </div>
      ) : null}
      {news ? (
        <div class="latest">
          <Latest sheet={sheet} stories={latest} />
          {agendaBeside ? null : <Agenda sheet={sheet} events={agenda} />}
        </div>
      ) : null}
    </div>
  );
}

function Band({ sheet, band }: { sheet: Sheet; band: FrontView['bands'][number] }) {
  const { section, stories } = band;
  if (stories.length === 0) return null;
  const title = `band-${section.id}`;
  const shape = stories.length === 1 ? 'lone' : stories.length === 2 ? 'pair' : 'trio';
  const row = stories.slice(0, 3);
  const pictured = row.every((story) => story.lead);
  return (
    <section class="band" aria-labelledby={title}>
      <h2 id={title}>
        <a href={sectionPath(section.slug)}>{section.name}</a>
      </h2>
      <div class={shape}>
        {stories.map((story, i) => (
          <Card
            sheet={sheet}
            story={story}
            level={3}
            class="small"
            sizes={pictured && i < 3 ? bandSizes : undefined}
            standfirst={true}
            within={true}
          />
        ))}
      </div>
    </section>
  );
}

/** The front page. An empty newsroom gets one sentence and one action. */
export function frontPage(ctx: PageContext, front: FrontView): string {
  const sheet = openSheet(ctx);
  const { words, shell } = sheet;
  const empty = !front.lead && front.bands.every((band) => band.stories.length === 0);
  const main = empty ? (
    <div class="notice">
      <p class="empty">{words.front.empty}</p>
      <p class="actions">
        <a class="action" href="/desk">
          {words.front.emptyAction}
        </a>
      </p>
    </div>
  ) : (
    <div class="front">
      <Top sheet={sheet} front={front} />
      {front.bands.map((band) => (
        <Band sheet={sheet} band={band} />
      ))}
    </div>
  );
  return pageOf(
    sheet,
    {
      title: null,
      description: shell.settings.about || shell.settings.motto || null,
      kind: 'website',
      picture: front.lead?.lead ?? null,
    },
    main,
    { front: true, breaking: front.breaking },
  );
}
