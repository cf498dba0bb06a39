import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayOf } from '../src/arabic/zoned.ts';
import { inTransaction } from '../src/newsroom/newsroom.ts';
import {
  archivePath,
  personPath,
  sectionPath,
  seriesPath,
  storyPath,
  topicPath,
} from '../src/newsroom/publications/paths.ts';
import { ensureSectionIn } from '../src/newsroom/sections/sections.ts';
import { paragraphOf } from '../src/newsroom/stories/body.ts';
import { performActionIn } from '../src/newsroom/stories/perform.ts';
import { createStoryIn, saveStory } from '../src/newsroom/stories/write.ts';
import { ensureNamedIn } from '../src/newsroom/topics/named.ts';
import { systemActor } from '../src/newsroom/users/roles.ts';
import { ask, pathOf } from './support/ask.ts';
import { act, inNewsroom } from './support/newsroom.ts';
import { type Ingested, ingest, pageText } from './support/pages.ts';
import { patience } from './support/patience.ts';
import { type Paper, startPaper } from './support/program.ts';

/** What readers see while the newsroom, in another process, changes what is public. */

const section = 'المدينة';
const inSection = sectionPath(section);
const json = { accept: 'application/json' };

let paper: Paper;
let older: Ingested;
let between: Ingested;
let newer: Ingested;

beforeAll(async () => {
  paper = await startPaper();
  const when = (day: string) => ({ section, date: `${day}T09:00` });
  older = await ingest(
    paper,
    pageText(
      'ساعة البلدية تعود إلى الدقّ بعد صمت عامين',
      'عادت ساعة البلدية في سهل النخيل إلى الدقّ ظهر السبت بعد صمت دام عامين.',
      'وقال الساعاتي إن المشكلة كانت في نابض لا يتجاوز طوله إصبعاً.',
    ),
    when('2022-03-05'),
  );
  newer = await ingest(
    paper,
    pageText(
      'درّاجات الإعارة تصل إلى حيّ المطاحن',
      'تصل درّاجات الإعارة إلى حيّ المطاحن صباح الأحد، ومعها ثلاث محطّات جديدة.',
      'ويدفع المشترك أجرة رمزية عن كلّ ساعة.',
    ),
    when('2022-03-07'),
  );
});

afterAll(() => paper.discard());

const read = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await ask(paper.url, path, { headers })).text;
const statusOf = async (path: string): Promise<number> => (await ask(paper.url, path)).status;
const search = (words: string): string => `/search?q=${encodeURIComponent(words)}`;

/** Every page and list that would show a story of the section «المدينة» from a day in 2022. */
const listsOf = (day: string): string[] => [
  '/',
  inSection,
  `${inSection}/feed.xml`,
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
  `/archive/${day.replaceAll('-', '/')}`,
];

describe('a withdrawn story', () => {
  const notice = 'سحبنا الخبر لأن الأرقام التي بُني عليها لم تصحّ.';
  const lists = listsOf('2022-03-06');

  beforeAll(async () => {
    between = await ingest(
      paper,
      pageText(
        'إحصاء جديد يضاعف عدد النخيل في السهل',
        'ضاعف إحصاء جديد عدد النخيل المسجّل في سهل النخيل مقارنة بالعام الماضي.',
        'وعزت الجهة التي أجرت الإحصاء الفرق إلى مخطوطات الضواحي المضافة.',
      ),
      { section, date: '2022-03-06T09:00' },
    );
    await vi.waitFor(async () => {
      for (const path of lists) expect(await read(path)).toContain(`/${between.id}/`);
      expect(await read(search('مخطوطات'))).toContain(`/${between.id}/`);
      for (const beside of [older, newer])
        expect(await read(pathOf(beside.url))).toContain(`/${between.id}/`);
    }, patience);
    await act(paper.data, { id: between.id, action: 'withdraw', note: notice });
  });

  test('answers 410 with the notice and without its text', async () => {
    await vi.waitFor(async () => {
      const answer = await ask(paper.url, pathOf(between.url));
      expect(answer.status).toBe(410);
      expect(answer.text).toContain(notice);
      expect(answer.text).toContain('سحبت الصحيفة هذا الخبر');
      expect(answer.text).not.toContain('مخطوطات');
      expect(answer.text).toContain('<meta name="robots" content="noindex">');
    }, patience);
  });

  test('is gone from every list, feed, map, search and neighbour', async () => {
    await vi.waitFor(async () => {
      for (const path of lists) expect(await read(path), path).not.toContain(`/${between.id}/`);
      expect(await read(search('مخطوطات'))).not.toContain(`/${between.id}/`);
      expect(JSON.parse(await read(search('مخطوطات'), json))).toMatchObject({ total: 0, hits: [] });
      for (const beside of [older, newer])
        expect(await read(pathOf(beside.url))).not.toContain(`/${between.id}/`);
    }, patience);
    expect(await read(pathOf(older.url))).toContain(`/${newer.id}/`);
  });

  test('comes back to all of them when it is restored', async () => {
    await act(paper.data, { id: between.id, action: 'restore' });
    await vi.waitFor(async () => {
      const answer = await ask(paper.url, pathOf(between.url));
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('مخطوطات');
      for (const path of lists) expect(await read(path), path).toContain(`/${between.id}/`);
      expect(await read(search('مخطوطات'))).toContain(`/${between.id}/`);
      expect(await read(pathOf(older.url))).toContain(`/${between.id}/`);
    }, patience);
  });
});

describe('a published story', () => {
  test('shows a correction, marked and dated, once it is published', async () => {
    expect(await read(pathOf(older.url))).not.toContain('id="corrections"');
    await act(paper.data, { id: older.id, action: 'correct', note: 'الصمت دام عامين لا ثلاثة.' });
    await vi.waitFor(async () => {
      const page = await read(pathOf(older.url));
      expect(page).toContain('id="corrections"');
      expect(page).toContain('الصمت دام عامين لا ثلاثة.');
      expect(page).toContain('صُحِّح هذا الخبر');
    }, patience);
  });

  test('keeps its readers on the published text until its working copy is published', async () => {
    await inNewsroom(paper.data, async (newsroom) => {
      const row = await newsroom.store.read
        .selectFrom('stories')
        .select(['content_json', 'version'])
        .where('id', '=', newer.id)
        .executeTakeFirstOrThrow();
      const content = { ...JSON.parse(row.content_json), headline: 'عنوان جديد لم يُنشر بعد' };
      await saveStory(newsroom, systemActor, { id: newer.id, version: row.version, content });
    });
    // Another story's change shows that the server has followed the feed past the saving.
    await act(paper.data, { id: older.id, action: 'correct', note: 'والنابض أقصر من إصبع.' });
    await vi.waitFor(
      async () => expect(await read(pathOf(older.url))).toContain('والنابض أقصر من إصبع.'),
      patience,
    );
    for (const path of [pathOf(newer.url), '/', inSection, '/feed.xml'])
      expect(await read(path), path).not.toContain('عنوان جديد لم يُنشر بعد');

    await act(paper.data, { id: newer.id, action: 'update' });
    await vi.waitFor(async () => {
      for (const path of [pathOf(newer.url), pathOf(between.url), '/', inSection, '/feed.xml'])
        expect(await read(path), path).toContain('عنوان جديد لم يُنشر بعد');
    }, patience);
    expect(await statusOf(pathOf(newer.url))).toBe(200);
  });
});

describe('a scheduled story under embargo', () => {
  const headline = 'السدّ الجديد يفتح بوّابته الأولى قبل الموسم';
  /** Stands in the body only, so that a page that repeats the question does not count. */
  const word = 'هيدروليكية';
  let id: number;
  let path: string;
  let at: number;
  let places: string[];
  let lists: string[];

  const shows = (text: string): boolean => text.includes(headline) || text.includes(`/${id}/`);

  beforeAll(async () => {
    lists = [...listsOf('2022-03-07').slice(0, -1), '/news-sitemap.xml', pathOf(newer.url)];
    at = Date.now() + 8000;
    lists.push(archivePath(dayOf(at, 'Asia/Baghdad')));
    for (const list of lists) await read(list);
    // Nothing else of this paper stands there, so before the moment there is no such page.
    places = [topicPath('السدود'), personPath('كاتبة-تجريبية'), seriesPath('ماء-السهل')];
    const story = await inNewsroom(paper.data, (newsroom) =>
      inTransaction(newsroom, systemActor, async (work) => {
        const topic = await ensureNamedIn(work, 'topics', { name: 'السدود' });
        const person = await ensureNamedIn(work, 'people', { name: 'كاتبة تجريبية' });
        const series = await ensureNamedIn(work, 'series', { name: 'ماء السهل' });
        const draft = await createStoryIn(work, {
          embargoUntil: at,
          content: {
            headline,
            body: {
              type: 'doc',
              content: [paragraphOf(`تفتح البوّابة الأولى بمضخّة ${word} صُنعت في ورشة محلّية.`)],
            },
            sectionId: (await ensureSectionIn(work, { name: section })).id,
            topicIds: [topic.id],
            seriesId: series.id,
            byline: { personIds: [person.id] },
            events: [{ at: at + 86_400_000, granularity: 'day', text: 'موعد تجربة السدّ الثانية' }],
          },
        });
        const ready = await performActionIn(work, draft, { id: draft.id, action: 'approve' });
        return performActionIn(work, ready, { id: draft.id, action: 'schedule', at });
      }),
    );
    id = story.id;
    path = storyPath(story);
  });

  test('is invisible everywhere until its moment', async () => {
    const leaks: string[] = [];
    const look = async (asked: string, headers: Record<string, string> = {}): Promise<void> => {
      const answer = await ask(paper.url, asked, { headers });
      if (shows(answer.text) || answer.text.includes('موعد تجربة السدّ')) leaks.push(asked);
    };
    const hidden = [path, `/${id}`, ...places];
    for (const asked of hidden) expect(await statusOf(asked), asked).toBe(404);
    for (const asked of [...hidden, ...lists]) await look(asked);
    await look(search(word));
    await look(search(word), json);
    // Else what follows would prove nothing.
    expect(Date.now()).toBeLessThan(at);
    expect(leaks).toEqual([]);
  });

  test('cannot be published before its embargo ends', async () => {
    if (Date.now() < at - 1500)
      await expect(act(paper.data, { id, action: 'publish' })).rejects.toThrow('محظورة النشر');
  });

  test('is visible everywhere, by itself, once its moment has come', async () => {
    await vi.waitFor(
      async () => {
        for (const asked of [path, ...places, ...lists])
          expect(shows(await read(asked)), asked).toBe(true);
        expect(shows(await read(search(word)))).toBe(true);
        const found = JSON.parse(await read(search(word), json));
        expect(found).toMatchObject({ total: 1, hits: [{ id, headline, url: path }] });
        expect(await read('/')).toContain('موعد تجربة السدّ الثانية');
      },
      { ...patience, timeout: patience.timeout + Math.max(0, at - Date.now()) },
    );
  });
});

describe('breaking news', () => {
  test('stands on the front page in a strip that ends by itself', async () => {
    const strip = /<aside class="breaking"/;
    expect(await read('/')).not.toMatch(strip);
    await act(paper.data, {
      id: older.id,
      action: 'prioritise',
      priority: 'breaking',
      priorityUntil: Date.now() + 5000,
    });
    await vi.waitFor(async () => {
      const front = await read('/');
      expect(front).toMatch(strip);
      expect(front.slice(front.search(strip))).toContain(`/${older.id}/`);
    }, patience);
    await vi.waitFor(async () => expect(await read('/')).not.toMatch(strip), patience);
    expect(await statusOf(pathOf(older.url))).toBe(200);
  });
});
