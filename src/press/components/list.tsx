import type { Child } from 'hono/jsx';
import { formatDate, formatTime } from '../../arabic/format-date.ts';
import { isDateOnly } from '../../arabic/zoned.ts';
import type { StoryCard, StoryList } from '../../newsroom/publications/views.ts';
import { Card, CardBy, Headline, Label } from './card.tsx';
import { directionOf } from './direction.ts';
import { Picture } from './picture.tsx';
import { byDay, machineTime, type Sheet } from './sheet.ts';

const openerSizes = '(min-width: 74rem) 42rem, (min-width: 48rem) 58vw, calc(100vw - 2rem)';
const rowSizes = '(min-width: 48rem) 13rem, 26vw';

/** One story of a list: time, label, headline, gist, a small picture. */
function Row(props: { sheet: Sheet; story: StoryCard; level: 2 | 3; within: boolean }) {
  const { sheet, story, level, within } = props;
  const { dates } = sheet;
  return (
    <article class={story.type === 'opinion' ? 'row opinion' : 'row'}>
      {isDateOnly(story.publishedAt, dates.timeZone) ? null : (
        <time datetime={machineTime(sheet, story.publishedAt)}>
          {formatTime(story.publishedAt, dates)}
        </time>
      )}
      <div>
        <Label sheet={sheet} story={story} within={within} />
        <Headline story={story} level={level} />
        {story.standfirst ? (
          <p class="gist" dir={directionOf(story.standfirst)}>
            {story.standfirst}
          </p>
        ) : null}
        <CardBy sheet={sheet} story={story} time={false} />
      </div>
      {story.lead ? <Picture picture={story.lead} shape="wide" sizes={rowSizes} /> : null}
    </article>
  );
}

/** Stories under the days they were published on, newest first. */
export function Days(props: { sheet: Sheet; stories: readonly StoryCard[]; within: boolean }) {
  const { sheet, stories, within } = props;
  return (
    <div class="days">
      {byDay(sheet, stories).map(([day, ofDay]) => (
        <section aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <time datetime={day}>{formatDate(ofDay[0]?.publishedAt ?? 0, sheet.dates)}</time>
          </h2>
          {ofDay.map((story) => (
            <Row sheet={sheet} story={story} level={3} within={within} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Stories of one day, which the page's own heading names. */
export function OneDay({ sheet, stories }: { sheet: Sheet; stories: readonly StoryCard[] }) {
  return (
    <div class="days">
      {stories.map((story) => (
        <Row sheet={sheet} story={story} level={2} within={false} />
      ))}
    </div>
  );
}

/** The newest story of a section, large, on the first page of its list. */
export function Opener({ sheet, story }: { sheet: Sheet; story: StoryCard }) {
  return (
    <Card
      sheet={sheet}
      story={story}
      level={2}
      class="opener"
      sizes={openerSizes}
      first={true}
      kicker={true}
      standfirst={true}
      by={true}
      within={true}
    />
  );
}

/** Older and newest: a list moves by cursor, so there are no page numbers. */
export function Pager(props: { sheet: Sheet; list: StoryList; first: boolean }) {
  const { sheet, list, first } = props;
  const { lists } = sheet.words;
  const path = pathOf(sheet);
  if (first && !list.older) return null;
  return (
    <nav class="pager" aria-label={lists.pages}>
      {first ? null : <a href={path}>{lists.newest}</a>}
      {list.older ? (
        <a class="forward" rel="next" href={`${path}?before=${encodeURIComponent(list.older)}`}>
          {lists.older}
        </a>
      ) : null}
    </nav>
  );
}

function pathOf(sheet: Sheet): string {
  const { path } = sheet.ctx;
  const query = path.indexOf('?');
  return query === -1 ? path : path.slice(0, query);
}

/** One sentence and one action where a list has nothing. */
export function Empty({ sheet, text }: { sheet: Sheet; text: string }) {
  return (
    <>
      <p class="empty">{text}</p>
      <p>
        <a class="action" href="/">
          {sheet.words.frame.frontPage}
        </a>
      </p>
    </>
  );
}

/** The heading of a list: what kind of list, its name, a word about it. */
export function ListHead(props: {
  over?: string | null;
  title: Child;
  about?: string | null;
  after?: Child;
}) {
  return (
    <header class="list-head">
      {props.over ? <p class="role">{props.over}</p> : null}
      <h1>{props.title}</h1>
      {props.about ? <p class="about">{props.about}</p> : null}
      {props.after ?? null}
    </header>
  );
}
