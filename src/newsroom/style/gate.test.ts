import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aroundOf } from '../../copydesk/around.ts';
import { rules } from '../../copydesk/rules.ts';
import { dialects } from '../../store/testing/databases.ts';
import { inTransaction } from '../newsroom.ts';
import { paragraphOf } from '../stories/body.ts';
import { performDue } from '../stories/due.ts';
import { performActionIn } from '../stories/perform.ts';
import { loadStory } from '../stories/rows.ts';
import { createStoryIn, saveStory } from '../stories/write.ts';
import {
  act,
  colleague,
  content,
  draft,
  hour,
  openNewsroom,
  published,
  staff,
  type TestNewsroom,
} from '../testing/newsroom.ts';
import { changeStyle, readStyle, type StyleInput } from './house-style.ts';
import { styleReport, tallyFindings } from './months.ts';
import { dropWaiver, ignoreFinding, listWaivers, waiveFinding } from './waivers.ts';

const { chief, copyeditor, editor, reporter } = staff;
const faulty = {
  body: { type: 'doc' as const, content: [paragraphOf('الحرب على الارهاب مستمرة.')] },
};
/** The rule that finds «الارهاب». */
const rule = 'hamza';

describe.each(dialects)('the gate of the house style on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const close = () => changeStyle(newsroom, copyeditor, { levels: { [rule]: 'gate' } });
  const refusal = {
    status: 409,
    findings: [{ rule, text: 'الارهاب', fixes: ['الإرهاب'], message: expect.any(String) }],
    message: expect.stringContaining('«الارهاب»'),
  };

  test('is open until the newsroom closes it', async () => {
    const story = await published(newsroom, faulty);
    expect(story.state).toBe('published');
    expect(rules.map(({ id }) => id)).toContain(rule);
  });

  test.each(['publish', 'publishAtOnce', 'schedule'] as const)(
    'holds a text back from «%s» until it is mended',
    async (action) => {
      await close();
      const { id } = await draft(newsroom, faulty);
      if (action !== 'publishAtOnce') await act(newsroom, chief, id, 'approve');
      const at = action === 'schedule' ? { at: newsroom.now() + hour } : {};

      await expect(act(newsroom, chief, id, action, at)).rejects.toMatchObject(refusal);
      await saveStory(newsroom, chief, { id, version: 1, content: content() });
      await act(newsroom, chief, id, action, at);
    },
  );

  test.each(['update', 'correct'] as const)('holds back «%s» of what is out', async (action) => {
    const { id } = await published(newsroom);
    await close();
    await saveStory(newsroom, chief, { id, version: 1, content: content(faulty) });
    const note = { note: 'صُحّح' };

    await expect(act(newsroom, chief, id, action, note)).rejects.toMatchObject(refusal);
    expect((await loadStory(newsroom.store.read, id)).publishedVersion).toBe(1);
  });

  test('a waiver with a reason opens it, is in the audit trail, and can be taken back', async () => {
    await close();
    const { id } = await draft(newsroom, faulty);
    const finding = { rule, text: 'الارهاب' };
    await ignoreFinding(newsroom, reporter, id, finding);
    await expect(act(newsroom, chief, id, 'publishAtOnce')).rejects.toMatchObject(refusal);

    const waiver = await waiveFinding(newsroom, editor, id, { ...finding, reason: 'اسم كتاب' });
    await ignoreFinding(newsroom, reporter, id, finding);
    expect(await listWaivers(newsroom.store.read, id)).toMatchObject([
      { ...finding, reason: 'اسم كتاب' },
    ]);
    await dropWaiver(newsroom, editor, id, waiver.id);
    await expect(act(newsroom, chief, id, 'publishAtOnce')).rejects.toMatchObject(refusal);
    await waiveFinding(newsroom, editor, id, { ...finding, reason: 'اسم كتاب' });
    await act(newsroom, chief, id, 'publishAtOnce');

    const audit = await newsroom.store.read
      .selectFrom('audit')
      .select(['actor_name', 'detail_json'])
      .where('action', '=', 'story.waive')
      .orderBy('id')
      .execute();
    expect(audit[0]).toEqual({
      actor_name: 'editor',
      detail_json: JSON.stringify({ ...finding, reason: 'اسم كتاب' }),
    });
  });

  test('a waiver of one place leaves the others shut', async () => {
    await close();
    const line = 'الحرب على الارهاب مستمرة.';
    const body = { type: 'doc' as const, content: [paragraphOf(line), paragraphOf('ضد الارهاب')] };
    const { id } = await draft(newsroom, { body });
    const around = aroundOf(line, 10, 17);
    await waiveFinding(newsroom, chief, id, { rule, text: 'الارهاب', around, reason: 'اقتباس' });

    await expect(act(newsroom, chief, id, 'publishAtOnce')).rejects.toMatchObject(refusal);
  });

  test('a scheduled story that meets a closed gate goes back to its desk with the reason', async () => {
    const { id } = await draft(newsroom, faulty);
    await act(newsroom, chief, id, 'approve');
    await act(newsroom, chief, id, 'schedule', { at: newsroom.now() + hour });
    await close();
    newsroom.clock.at += 2 * hour;

    await performDue(newsroom);
    expect(await loadStory(newsroom.store.read, id)).toMatchObject({
      state: 'returned',
      note: expect.stringContaining('«الارهاب»'),
    });
  });

  test('does not stand in the way of an import', async () => {
    await close();
    const { state } = await inTransaction(
      newsroom,
      chief,
      async (work) => {
        const story = await createStoryIn(work, { content: content(faulty) });
        return performActionIn(work, story, { id: story.id, action: 'publishAtOnce' });
      },
      { bulk: true },
    );

    expect(state).toBe('published');
  });

  test('waiving is for those who review, ignoring for those who write the story', async () => {
    const { id } = await draft(newsroom, faulty);
    const finding = { rule, text: 'الارهاب' };

    const waived = waiveFinding(newsroom, reporter, id, { ...finding, reason: 'لا' });
    await expect(waived).rejects.toMatchObject({ status: 403 });
    await expect(ignoreFinding(newsroom, colleague, id, finding)).rejects.toMatchObject({
      status: 403,
    });
    const silent = waiveFinding(newsroom, editor, id, { ...finding, reason: ' ' });
    await expect(silent).rejects.toMatchObject({ status: 400 });
    expect(await listWaivers(newsroom.store.read, id)).toEqual([]);
  });

  test.each<{ input: Record<string, unknown> }>([
    { input: { levels: { hamza: 'never' } } },
    { input: { quotes: '""' } },
    { input: { headlineLength: 0 } },
  ])('refuses the style $input and keeps what was', async ({ input }) => {
    await close();
    const refused = changeStyle(newsroom, chief, input as StyleInput);

    await expect(refused).rejects.toMatchObject({ status: 400 });
    expect(await readStyle(newsroom.store.read)).toMatchObject({ levels: { hamza: 'gate' } });
    const reporters = changeStyle(newsroom, reporter, { quotes: null });
    await expect(reporters).rejects.toMatchObject({ status: 403 });
  });

  test('the month’s report counts by rule and tells what was waived, why and by whom', async () => {
    const { id } = await draft(newsroom, faulty);
    const finding = { rule, text: 'الارهاب' };
    await tallyFindings(newsroom, reporter, [{ rule, caught: 3, fixed: 1 }]);
    await tallyFindings(newsroom, reporter, [
      { rule, caught: 2, fixed: 2 },
      { rule: 'tatweel', caught: 1, fixed: 1 },
    ]);
    await ignoreFinding(newsroom, reporter, id, finding);
    await waiveFinding(newsroom, editor, id, { ...finding, around: 'x', reason: 'اسم كتاب' });

    expect(await styleReport(newsroom)).toMatchObject({
      month: '2021-07',
      rules: [
        { rule, caught: 5, fixed: 3, ignored: 1, waived: 1 },
        { rule: 'tatweel', caught: 1, fixed: 1, ignored: 0, waived: 0 },
      ],
      waived: [{ storyId: id, reason: 'اسم كتاب', by: 'editor' }],
    });
    expect(await styleReport(newsroom, '2021-06')).toMatchObject({ rules: [], waived: [] });
  });
});
