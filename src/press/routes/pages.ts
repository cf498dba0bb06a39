import { dayOf, isRealDay, startOfDay } from '../../arabic/zoned.ts';
import {
  daysAround,
  type ListOf,
  listStories,
  placeFrom,
} from '../../newsroom/publications/lists.ts';
import {
  archivePath,
  personPath,
  sectionPath,
  seriesPath,
  standingPagePath,
  topicPath,
} from '../../newsroom/publications/paths.ts';
import {
  personBySlug,
  sectionBySlug,
  seriesBySlug,
  standingPageBySlug,
  topicBySlug,
} from '../../newsroom/publications/places.ts';
import { readFront } from '../../newsroom/publications/read.ts';
import type { StoryList } from '../../newsroom/publications/views.ts';
import type { BuiltPage } from '../cache/cached-page.ts';
import { dayPage } from '../pages/day-page.tsx';
import { frontPage } from '../pages/front-page.tsx';
import type { PageContext } from '../pages/page-context.ts';
import { personPage } from '../pages/person-page.tsx';
import { sectionPage } from '../pages/section-page.tsx';
import { seriesPage } from '../pages/series-page.tsx';
import { standingPage } from '../pages/standing-page.tsx';
import { topicPage } from '../pages/topic-page.tsx';
import { contextOf, countKeys, untilMidnight } from './context.ts';
import { notFound } from './notices.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { respondCached } from './respond.ts';
import { html } from './respond-once.ts';

const listLength = 20;

interface Place {
  /** Canonical path without a cursor. */
  path: string;
  key: string;
  of: ListOf;
  render: (ctx: PageContext, list: StoryList, first: boolean) => string;
}

/** Front page, places where stories gather, and standing pages. */
export function addPageRoutes(app: PressApp, press: Press): void {
  const { store, now } = press;

  app.get('/', (c) =>
    respondCached(c, press, '/', async () => {
      const ctx = await contextOf(c, press, '/');
      const { timeZone } = ctx.shell.settings;
      const today = startOfDay(dayOf(ctx.now, timeZone), timeZone);
      const { front, breakingUntil } = await readFront(
        store.read,
        ctx.shell.sections,
        ctx.now,
        today,
      );
      const counted = front.lead === null ? front.second : [front.lead, ...front.second];
      return {
        status: 200,
        contentType: html,
        body: frontPage(ctx, front),
        keys: ['home', ...countKeys(counted), 'shell'],
        expiresAt: Math.min(untilMidnight(ctx), breakingUntil ?? Number.POSITIVE_INFINITY),
      };
    }),
  );

  const listRoute = (pattern: string, find: (c: PressRequest) => Promise<Place | null>): void => {
    app.get(pattern, async (c) => {
      const place = await find(c);
      if (place === null) return notFound(c, press);
      const cursor = c.req.query('before');
      const before = cursor === undefined ? undefined : placeFrom(cursor);
      if (before === null) return notFound(c, press);
      const path = cursor === undefined ? place.path : `${place.path}?before=${cursor}`;
      return respondCached(c, press, path, async (): Promise<BuiltPage> => {
        const ctx = await contextOf(c, press, path);
        const page = { now: now(), limit: listLength, ...(before === undefined ? {} : { before }) };
        const list = await listStories(store.read, place.of, page);
        return {
          status: 200,
          contentType: html,
          body: place.render(ctx, list, before === undefined),
          keys: [place.key, ...countKeys(list.stories), 'shell'],
          expiresAt: untilMidnight(ctx),
        };
      });
    });
  };

  listRoute('/section/:slug', async (c) => {
    const section = await sectionBySlug(store.read, c.req.param('slug') ?? '');
    return section === null
      ? null
      : {
          path: sectionPath(section.slug),
          key: `section:${section.id}`,
          of: { kind: 'section', id: section.id },
          render: (ctx, list, first) => sectionPage(ctx, { section, list, first }),
        };
  });
  listRoute('/topic/:slug', async (c) => {
    const topic = await topicBySlug(store.read, c.req.param('slug') ?? '');
    return topic === null
      ? null
      : {
          path: topicPath(topic.slug),
          key: `topic:${topic.id}`,
          of: { kind: 'topic', id: topic.id },
          render: (ctx, list, first) => topicPage(ctx, { topic, list, first }),
        };
  });
  listRoute('/person/:slug', async (c) => {
    const person = await personBySlug(store.read, c.req.param('slug') ?? '');
    return person === null
      ? null
      : {
          path: personPath(person.slug),
          key: `person:${person.id}`,
          of: { kind: 'person', id: person.id },
          render: (ctx, list, first) => personPage(ctx, { person, list, first }),
        };
  });
  listRoute('/series/:slug', async (c) => {
    const series = await seriesBySlug(store.read, c.req.param('slug') ?? '');
    return series === null
      ? null
      : {
          path: seriesPath(series.slug),
          key: `series:${series.id}`,
          of: { kind: 'series', id: series.id },
          render: (ctx, list, first) => seriesPage(ctx, { series, list, first }),
        };
  });

  app.get('/archive/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}', async (c) => {
    const day = `${c.req.param('year')}-${c.req.param('month')}-${c.req.param('day')}`;
    if (!isRealDay(day)) return notFound(c, press);
    const { timeZone } = (await press.shell.get()).settings;
    const cursor = c.req.query('before');
    const before = cursor === undefined ? undefined : placeFrom(cursor);
    if (before === null) return notFound(c, press);
    const page = { now: now(), limit: listLength * 2, ...(before === undefined ? {} : { before }) };
    const list = await listStories(store.read, { kind: 'day', day, timeZone }, page);
    // A day without stories is no page, or there would be one for every day of history. Today is
    // one from its first minute: every page's foot leads there.
    if (list.stories.length === 0 && day !== dayOf(now(), timeZone)) return notFound(c, press);
    const path = cursor === undefined ? archivePath(day) : `${archivePath(day)}?before=${cursor}`;
    return respondCached(c, press, path, async () => {
      const ctx = await contextOf(c, press, path);
      const around = await daysAround(store.read, day, timeZone);
      const nameOf = (at: number | null): string | null =>
        at === null ? null : dayOf(at, timeZone);
      return {
        status: 200,
        contentType: html,
        body: dayPage(ctx, {
          day,
          list,
          previousDay: nameOf(around.before),
          nextDay: nameOf(around.after),
        }),
        // The neighbouring days change with any publication near them.
        keys: [`day:${day}`, 'home', ...countKeys(list.stories), 'shell'],
        expiresAt: untilMidnight(ctx),
      };
    });
  });

  app.get('/page/:slug', async (c) => {
    const page = await standingPageBySlug(store.read, c.req.param('slug'));
    if (page === null) return notFound(c, press);
    const path = standingPagePath(page.slug);
    return respondCached(c, press, path, async () => {
      const ctx = await contextOf(c, press, path);
      return {
        status: 200,
        contentType: html,
        body: standingPage(ctx, page),
        keys: [`page:${page.id}`, 'shell'],
        expiresAt: untilMidnight(ctx),
      };
    });
  });
}
