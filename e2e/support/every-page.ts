import { inTransaction } from '../../src/newsroom/newsroom.ts';
import { storyPath } from '../../src/newsroom/publications/paths.ts';
import { type Body, paragraphOf } from '../../src/newsroom/stories/body.ts';
import { performActionIn } from '../../src/newsroom/stories/perform.ts';
import { createStoryIn } from '../../src/newsroom/stories/write.ts';
import { systemActor } from '../../src/newsroom/users/roles.ts';
import { ask } from './ask.ts';
import { inNewsroom } from './newsroom.ts';
import type { Paper } from './program.ts';
import { putReplies } from './replies.ts';

/** A page of one kind, and the status that it answers with. */
export interface KindOfPage {
  kind: string;
  url: string;
  status: number;
}

/** Every kind of page that the demonstration paper has. */
export async function pagesOfDemo(demo: { url: string; data: string }): Promise<KindOfPage[]> {
  const { text: map } = await ask(demo.url, '/sitemap.xml');
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
  const first = (place: string): string =>
    listed.find((url) => url.startsWith(`${demo.url}/${place}/`)) ?? `${demo.url}/no-${place}`;
  const stories = await inNewsroom(demo.data, ({ store }) =>
    store.read
      .selectFrom('publications')
      .select(['story_id as id', 'slug', 'type', 'published_at as at'])
      .orderBy('story_id')
      .execute(),
  );
  const ofType = new Map(stories.map((story) => [story.type, story]));
  const { text: story } = await ask(demo.url, storyPath(stories[0] ?? { id: 0, slug: '' }));
  const day = await dayWithStories(
    demo.url,
    stories.map(({ at }) => at),
  );
  const page = (kind: string, path: string, status = 200): KindOfPage => ({
    kind,
    url: path.startsWith('http') ? path : demo.url + path,
    status,
  });
  const word = /<h1[^>]*>([^<\s]+)/.exec(story)?.[1] ?? 'خبر';
  return [
    page('the front page', '/'),
    page('a section', first('section')),
    page('a topic', first('topic')),
    page('a person', first('person')),
    page('a series', first('series')),
    page('a day of the archive', day),
    ...listed
      .filter((url) => url.startsWith(`${demo.url}/page/`))
      .map((url) =>
        page(`the standing page «${decodeURIComponent(url.split('/').at(-1) ?? '')}»`, url),
      ),
    ...[...ofType].map(([type, one]) => page(`a story of the type ${type}`, storyPath(one))),
    page('the search before it is asked', '/search'),
    page('a search with results', `/search?q=${encodeURIComponent(word)}`),
    page('a search without results', `/search?q=${encodeURIComponent('قسطنطينيةلاتوجد')}`),
    page('a page that is not there', '/999999/x', 404),
    page('an address that cannot be', '/%zz', 400),
  ];
}

async function dayWithStories(site: string, instants: readonly number[]): Promise<string> {
  for (const at of instants) {
    const path = `/archive/${new Date(at).toISOString().slice(0, 10).replaceAll('-', '/')}`;
    if ((await ask(site, path)).status === 200) return path;
  }
  return '/no-day';
}

const latin = 'https://example.org/an-address-without-end/that-no-line-can-hold/'.repeat(3);
const longWord = 'مستشفيات'.repeat(12);

/** All that a body may hold, in sizes that no page was drawn for. */
const oddBody: Body = {
  type: 'doc',
  content: [
    paragraphOf(`فقرة فيها كلمة لا تنتهي ${longWord} ثم رابط ${latin}`),
    {
      type: 'paragraph',
      attrs: { dir: 'ltr' },
      content: [{ type: 'text', text: 'A paragraph in English, as it was quoted.' }],
    },
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: `عنوان ${longWord}` }],
    },
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'عنوان أصغر' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'نصّ ', marks: [{ type: 'bold' }] },
        {
          type: 'text',
          text: 'npm run build --watch --verbose --color',
          marks: [{ type: 'code' }],
        },
        { type: 'hardBreak' },
        {
          type: 'text',
          text: 'رابط',
          marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }],
        },
      ],
    },
    {
      type: 'blockquote',
      attrs: { cite: 'قائل' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'قول قصير.' }] }],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: latin }] }],
        },
      ],
    },
    {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'أولاً' }] }],
        },
      ],
    },
    {
      type: 'table',
      content: [0, 1, 2].map((row) => ({
        type: 'tableRow' as const,
        content: Array.from({ length: 12 }, (_, column) => ({
          type: row === 0 ? ('tableHeader' as const) : ('tableCell' as const),
          content: [
            {
              type: 'paragraph' as const,
              content: [{ type: 'text' as const, text: `خانة طويلة ${row}–${column}` }],
            },
          ],
        })),
      })),
    },
    { type: 'embed', attrs: { url: 'https://video.example.org/watch/1', title: 'تسجيل الجلسة' } },
    {
      type: 'update',
      attrs: { at: Date.UTC(2022, 0, 2, 10), heading: 'آخر ما وصل' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'وصل القارب إلى الرصيف.' }] }],
    },
  ],
};

/** A thread of two pages, long names and words in it, a gap, and more answers than are shown. */
async function putOddThread(data: string, storyId: number): Promise<number> {
  const at = Date.UTC(2022, 0, 3);
  const [gap = 0, answered = 0] = await putReplies(data, storyId, [
    { state: 'deleted', name: '', text: '', answers: 1, at },
    { name: longWord.slice(0, 80), text: `${longWord}\n\n${latin}`, answers: 5, at: at + 1 },
    ...Array.from({ length: 22 }, (_, n) => ({ name: 'John McAllister', at: at + 2 + n })),
  ]);
  await putReplies(data, storyId, [
    { parentId: gap, text: 'A reply in English, as it was written.' },
    ...Array.from({ length: 5 }, (_, n) => ({ parentId: answered, editedAt: at, at: at + n })),
  ]);
  return answered;
}

/** Pages that the demonstration does not have: of a paper with long lists, withdrawals and odd stories. */
export async function pagesOfOddPaper(paper: Paper): Promise<KindOfPage[]> {
  const lines = Array.from({ length: 45 }, (_, n) =>
    JSON.stringify({
      id: n,
      section: 'قسم طويل الاسم لا يكاد يتّسع له شريط الأقسام في الهاتف',
      title: `خبر من الأرشيف رقم ${n + 1}`,
      time: `2020-01-${String((n % 28) + 1).padStart(2, '0')}`,
      text: 'متن الخبر القديم.',
    }),
  );
  await paper.run(['import', 'jsonl', '-', '--publish'], lines.join('\n'));
  const [odd, bare, gone] = await inNewsroom(paper.data, (newsroom) =>
    inTransaction(newsroom, systemActor, async (work) => {
      const publish = async (content: Parameters<typeof createStoryIn>[1]['content']) => {
        const draft = await createStoryIn(work, { content });
        return performActionIn(work, draft, { id: draft.id, action: 'publishAtOnce' });
      };
      const odd = await publish({
        type: 'live',
        kicker: 'سطر فوق العنوان '.repeat(12),
        headline: `${'عنوان طويل جداً يملأ أربعة أسطر ولا ينتهي '.repeat(6)}${longWord}`,
        deck: 'سطر تحت العنوان '.repeat(12),
        standfirst: latin,
        dateline: { place: 'London', outlet: 'The Example' },
        body: oddBody,
        byline: { personIds: [], agency: 'Example News Agency' },
        sources: [
          { kind: 'unnamed', name: 'مسؤول طلب حجب اسمه', note: null },
          {
            kind: 'outlet',
            name: 'The Example Times',
            via: 'وكالة',
            url: latin,
            quote: 'A quotation.',
          },
        ],
        events: [{ at: Date.UTC(2030, 0, 1), granularity: 'year', text: 'موعد بعيد' }],
      });
      const bare = await publish({
        headline: 'An English headline on an Arabic page',
        body: { type: 'doc', content: [paragraphOf('سطر واحد.')] },
        comments: 'closed',
      });
      const gone = await publish({
        headline: 'خبر سُحب بعد نشره',
        body: { type: 'doc', content: [paragraphOf('نصّ لا يبقى.')] },
      });
      await performActionIn(work, odd, { id: odd.id, action: 'correct', note: 'تصحيح أول.' });
      await performActionIn(work, gone, { id: gone.id, action: 'withdraw', note: 'لم يصحّ الخبر.' });
      await performActionIn(work, bare, {
        id: bare.id,
        action: 'prioritise',
        priority: 'breaking',
      });
      return [odd, bare, gone];
    }),
  );
  const thread = await putOddThread(paper.data, odd?.id ?? 0);
  const replies = `${storyPath(odd ?? { id: 0, slug: '' })}/replies`;
  const page = (kind: string, path: string, status = 200): KindOfPage => ({
    kind,
    url: paper.url + path,
    status,
  });
  const { text } = await ask(paper.url, '/');
  const found = /href="(\/section\/[^"]+)"/.exec(text)?.[1] ?? '/no-section';
  const older =
    /href="([^"]*\?before=[^"]+)"/.exec((await ask(paper.url, found)).text)?.[1] ?? '/none';
  return [
    page('a front page with breaking news and no pictures', '/'),
    page('the second page of a long section', older.startsWith('?') ? `${found}${older}` : older),
    page(
      'a story of every kind of block, too long for its lines',
      storyPath(odd ?? { id: 0, slug: '' }),
    ),
    page(
      'a story with a foreign headline and nothing beside it',
      storyPath(bare ?? { id: 0, slug: '' }),
    ),
    page('replies in another order', `${replies}?order=oldest`),
    page('one reply with its answers', `${replies}/${thread}`),
    page('the report of a reply', `${replies}/${thread}/report`),
    page('a withdrawn story', storyPath(gone ?? { id: 0, slug: '' }), 410),
  ];
}
