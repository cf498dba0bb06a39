import { describe, expect, test } from 'vitest';
import type { OwnReply } from '../../newsroom/comments/own.ts';
import { all, attr, byClass, byId, type Page, read, textOf } from '../testing/dom.ts';
import { aContext, aStory, noon, nothingMore } from '../testing/fixtures.ts';
import { aReply, aThread, aView } from '../testing/replies.ts';
import { ownReplyPage } from './own-reply-page.tsx';
import { repliesPage } from './replies-page.tsx';
import { replyAgainPage } from './reply-again-page.tsx';
import { reportPage } from './report-page.tsx';
import { storyPage } from './story-page.tsx';
import { threadPage } from './thread-page.tsx';

const story = aStory({ id: 11, slug: 'x', commentCount: 3 });
const answers = [
  aReply({ id: 6, parentId: 5, name: 'كريم' }),
  aReply({ id: 7, parentId: 5, name: 'John' }),
];
const thread = aThread({ id: 5, answers, answerCount: 2 });
const view = aView({ page: { threads: [thread], next: null } });

const storyWith = (replies = view, over = {}): Page =>
  read(
    storyPage(aContext({ path: '/11/x' }), {
      story: { ...story, ...over },
      neighbours: { previous: null, next: null },
      more: nothingMore,
      replies,
      head: { jsonLd: '{}' },
    }),
  );
const hrefs = (page: Page | ReturnType<typeof byId>): (string | undefined)[] =>
  page ? all(page, 'a').map((link) => attr(link, 'href')) : [];

describe('replies under a story', () => {
  test('stand in #comments, answers inside the article that they answer', () => {
    const comments = byId(storyWith(), 'comments');
    const first = comments && byId(comments, 'comment-5');
    expect(first?.name).toBe('article');
    expect(first && all(first, 'article').map((one) => attr(one, 'id'))).toEqual([
      'comment-6',
      'comment-7',
    ]);
    expect(first && all(first, 'bdi').map(textOf)).toEqual(['هدى', 'كريم', 'John']);
    const [time] = first ? all(first, 'time') : [];
    expect(attr(time, 'datetime')).toBe(new Date(noon).toISOString());
    expect(textOf(time)).toBe('11:00 صباحاً');
  });

  test('each have an address that stays, a way to answer and a way to report', () => {
    const answer = byId(storyWith(), 'comment-6');
    expect(hrefs(answer)).toEqual([
      '/11/x/replies/6#comment-6',
      '/11/x/replies/6#reply',
      '/11/x/replies/6/report',
    ]);
  });

  test('of another day bear the day, of another year the year', () => {
    const at = (createdAt: number): string => {
      const page = { threads: [aThread({ createdAt })], next: null };
      const found = byId(storyWith(aView({ page })), 'comment-5');
      return found ? textOf(all(found, 'time')[0]) : '';
    };
    const day = 24 * 60 * 60 * 1000;
    expect(at(noon - day)).toBe('22 تشرين الثاني (نوفمبر)، 11:00 صباحاً');
    expect(at(noon - 365 * day)).toBe('23 تشرين الثاني (نوفمبر) 2025، 11:00 صباحاً');
  });

  test('lead to their other order, to the answers not shown and to the next page', () => {
    const threads = [aThread({ id: 5, answers, answerCount: 12 }), aThread({ id: 4 })];
    const comments = byId(storyWith(aView({ page: { threads, next: 'a-4' } })), 'comments');
    expect(hrefs(comments)).toEqual(
      expect.arrayContaining([
        '/11/x/replies?order=oldest',
        '#reply',
        '/11/x/replies/5',
        '/11/x/replies?order=newest&after=a-4',
      ]),
    );
    expect(textOf(comments)).toContain('بقيّة الردود عليه (10)');
  });

  test('a deleted one leaves a gap where its answers stand', () => {
    const deleted = aThread({ deleted: true, name: '', text: '', answers, answerCount: 2 });
    const found = byId(storyWith(aView({ page: { threads: [deleted], next: null } })), 'comment-5');
    expect(textOf(found && byClass(found, 'gap')[0])).toBe('حذف صاحب هذا الردّ ما كتبه.');
    expect(found && all(found, 'article')).toHaveLength(2);
    expect(hrefs(found)).not.toContain('/11/x/replies/5#reply');
  });

  test('of a closed story are read and not answered', () => {
    const page = storyWith({ ...view, policy: 'closed' });
    expect(byId(page, 'comment-5')).toBeDefined();
    expect(byId(page, 'reply')).toBeUndefined();
    expect(hrefs(page).filter((href) => href?.endsWith('#reply'))).toEqual([]);
    expect(textOf(byId(page, 'comments'))).toContain('مغلق');
  });

  test('on a page of their own belong to the story, for search engines too', () => {
    const html = repliesPage(aContext({ path: '/11/x/replies' }), { story, view, first: false });
    const page = read(html);
    const canonical = all(page, 'link').find((link) => attr(link, 'rel') === 'canonical');
    expect(attr(canonical, 'href')).toBe('https://almanara.example/11/x');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(attr(byId(page, 'reply'), 'action')).toBe('/11/x');
    expect(textOf(all(page, 'h1')[0])).toBe('الردود ثلاثة ردود');
  });
});

describe('the form', () => {
  const again = (over: Partial<Parameters<typeof replyAgainPage>[1]> = {}): Page =>
    read(
      replyAgainPage(aContext(), {
        story,
        parent: null,
        typed: { name: '"><b>سمر', email: 'samar@', text: '\n</textarea>نصّ', notify: true },
        problems: [
          { field: 'name', problem: 'too-long' },
          { field: 'email', problem: 'not-an-address' },
        ],
        form: view.form,
        ...over,
      }),
    );

  test('says what is wrong beside its field and in a summary that leads there', () => {
    const page = again();
    expect(textOf(byId(page, 'reply-name-problem'))).toBe('اختصره إلى 80 حرفاً على الأكثر.');
    const email = byId(page, 'reply-email');
    expect(attr(email, 'aria-invalid')).toBe('true');
    expect(attr(email, 'aria-describedby')).toBe('reply-email-problem reply-promise');
    expect(hrefs(byId(page, 'reply'))).toEqual(['#reply-name', '#reply-email']);
    expect('autofocus' in (byId(page, 'reply-name')?.attribs ?? {})).toBe(true);
    expect(attr(byId(page, 'reply-text'), 'aria-invalid')).toBeUndefined();
  });

  test('keeps everything that was typed, as it was', () => {
    const page = again();
    expect(attr(byId(page, 'reply-name'), 'value')).toBe('"><b>سمر');
    expect(attr(byId(page, 'reply-email'), 'value')).toBe('samar@');
    expect(textOf(byId(page, 'reply-text'))).toBe('</textarea>نصّ');
    const [notify] = all(page, 'input', (one) => attr(one, 'name') === 'notify');
    expect(notify && 'checked' in notify.attribs).toBe(true);
    expect(all(page, 'b').some((one) => textOf(one) === 'سمر')).toBe(false);
  });

  test('of an answer names whom it answers, and shows what they said', () => {
    const page = again({ parent: aReply({ id: 9, name: 'John', text: 'Well done.' }) });
    expect(textOf(byId(page, 'reply-title'))).toContain('John');
    expect(textOf(all(page, 'blockquote')[0])).toBe('Well done.');
    const [parent] = all(page, 'input', (one) => attr(one, 'name') === 'parent');
    expect(attr(parent, 'value')).toBe('9');
  });

  test('offers letters only where letters can be sent', () => {
    const names = (letters: boolean) =>
      all(storyWith(aView({ form: { token: 't', letters } })), 'input').map((one) =>
        attr(one, 'name'),
      );
    expect(names(true)).toContain('notify');
    expect(names(false)).not.toContain('notify');
  });

  test('has a field that only programs see: not for the eye, the ear or the Tab key', () => {
    const [trap] = all(storyWith(), 'p', (one) => attr(one, 'class') === 'trap');
    const [input] = trap ? all(trap, 'input') : [];
    expect(attr(trap, 'aria-hidden')).toBe('true');
    expect(attr(input, 'tabindex')).toBe('-1');
    expect(attr(input, 'autocomplete')).toBe('off');
  });
});

describe('the page of one reply', () => {
  const found = { thread, next: null, earlier: false };
  const props = { story, found, named: 7, policy: 'open', form: view.form } as const;

  test('answers the reply that its address names', () => {
    const page = read(threadPage(aContext(), props));
    const [parent] = all(page, 'input', (one) => attr(one, 'name') === 'parent');
    expect(attr(parent, 'value')).toBe('7');
    expect(textOf(byId(page, 'reply-title'))).toContain('John');
    expect(byId(page, 'comment-5')).toBeDefined();
  });

  test('leads on to further answers and back to the first', () => {
    const far = { thread: { ...thread, answerCount: 90 }, next: 'b-7', earlier: true };
    const page = read(threadPage(aContext(), { ...props, found: far }));
    expect(hrefs(byClass(page, 'pager')[0])).toEqual([
      '/11/x/replies/5',
      '/11/x/replies/5?after=b-7',
    ]);
  });

  test('of a deleted reply takes no answer to it', () => {
    const gap = { ...found, thread: { ...thread, deleted: true, name: '', text: '' } };
    const page = read(threadPage(aContext(), { ...props, found: gap, named: 5 }));
    expect(byId(page, 'reply')).toBeUndefined();
  });
});

describe('the page of a reply’s own writer', () => {
  const own: OwnReply = {
    id: 5,
    story,
    parentId: null,
    name: 'هدى',
    text: 'رأيي.',
    state: 'held',
    createdAt: noon,
    editedAt: null,
    changeableUntil: noon + 600_000,
    challenge: null,
  };
  const pageOf = (
    over: Partial<OwnReply> = {},
    typed?: Parameters<typeof ownReplyPage>[1]['typed'],
  ) => read(ownReplyPage(aContext(), { own: { ...own, ...over }, ...(typed ? { typed } : {}) }));

  test.each([
    ['held', 'بانتظار المراجعة'],
    ['approved', 'نُشر ردّك'],
    ['deleted', 'حُذف ردّك'],
  ] as const)('%s: says so', (state, title) => {
    const page = pageOf({ state });
    expect(textOf(byClass(page, 'state')[0])).toContain(title);
    expect(hrefs(page).includes('/11/x/replies/5#comment-5')).toBe(state === 'approved');
    expect(all(page, 'textarea')).toHaveLength(state === 'deleted' ? 0 : 1);
  });

  test('that awaits its proof bears the challenge and the one script; no other page has one', () => {
    const html = ownReplyPage(aContext(), {
      own: { ...own, challenge: { token: '7-x-h.sig', bits: 17 } },
    });
    expect(html).toContain('<script src="/assets/proof.js" defer></script>');
    const state = byClass(read(html), 'state');
    expect(state[0]?.attribs).toMatchObject({ 'data-challenge': '7-x-h.sig', 'data-bits': '17' });
    // Without the script it says what is true without it.
    const lines = state
      .flatMap((one) => all(one, 'p'))
      .filter(({ attribs }) => attribs.hidden === undefined);
    expect(lines.map(textOf).join(' ')).toContain('يقرؤه أحد المحررين');
    expect(lines).toHaveLength(2);
    expect(ownReplyPage(aContext(), { own })).not.toContain('<script');
  });

  test('offers no change when its time is over', () => {
    expect(all(pageOf({ changeableUntil: null }), 'textarea')).toHaveLength(0);
  });

  test('gives back a change that came too late, or was not good', () => {
    const late = pageOf({ changeableUntil: null }, { text: 'متأخّر', problems: 'late' });
    const wrong = pageOf({}, { text: 'طويل', problems: [{ field: 'text', problem: 'too-long' }] });
    expect(textOf(all(late, 'textarea')[0])).toBe('متأخّر');
    expect(textOf(all(wrong, 'textarea')[0])).toBe('طويل');
    expect(textOf(byId(wrong, 'own-problem'))).toBe('اختصره إلى 5,000 حرف على الأكثر.');
  });
});

test('a report asks for a reason, keeps what was added, and asks for nothing of the reporter', () => {
  const page = read(reportPage(aContext(), { story, reply: aReply(), typed: 'توضيح' }));
  expect(textOf(byId(page, 'report-problem'))).toBe('اختر سبباً من هذه الأسباب.');
  expect(textOf(byId(page, 'report-note'))).toBe('توضيح');
  const names = all(page, 'input').map((one) => attr(one, 'name'));
  expect([...new Set(names)]).toEqual(['reason']);
});
