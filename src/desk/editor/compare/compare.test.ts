import { expect, test } from 'vitest';
import type { StoryContent } from '../../../api/shapes/stories.ts';
import type { Block, Body } from '../document/convert.ts';
import { diffBodies } from './body-diff.ts';
import { mergedStory, mergeStories } from './merge.ts';
import { diffWords } from './word-diff.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const body = (...texts: string[]): Body => ({ type: 'doc', content: texts.map(paragraph) });
const story = (headline: string, ...texts: string[]): StoryContent => ({
  type: 'news',
  kicker: null,
  headline,
  deck: null,
  standfirst: null,
  dateline: null,
  body: body(...texts),
  sectionId: null,
  seriesId: null,
  topicIds: [],
  byline: { personIds: [], agency: null },
  sources: [],
  events: [],
  leadMediaId: null,
  comments: 'open',
});
const textOf = (content: StoryContent): string[] =>
  content.body.content.map((block) =>
    block.type === 'paragraph' && block.content?.[0]?.type === 'text' ? block.content[0].text : '?',
  );

test('a change is shown by whole Arabic words, with their tashkeel', () => {
  expect(diffWords('قال الوزيرُ إن الجسر سيُفتح غداً', 'قال المديرُ إن الجسر سيُفتح الأحد')).toEqual([
    { kind: 'same', text: 'قال ' },
    { kind: 'removed', text: 'الوزيرُ' },
    { kind: 'added', text: 'المديرُ' },
    { kind: 'same', text: ' إن الجسر سيُفتح ' },
    { kind: 'removed', text: 'غداً' },
    { kind: 'added', text: 'الأحد' },
  ]);
});

test('the parts of a diff spell both texts', () => {
  const before = 'بلغ العدد 1,200 شخص في عام 2023، وفق المجلس البلدي.';
  const after = 'بلغ العدد 1,350 شخصاً، وفق ما أعلنه المجلس البلدي أمس.';
  const parts = diffWords(before, after);
  const spelled = (skip: 'added' | 'removed'): string =>
    parts
      .filter(({ kind }) => kind !== skip)
      .map(({ text }) => text)
      .join('');

  expect(spelled('added')).toBe(before);
  expect(spelled('removed')).toBe(after);
});

test('an edited paragraph is told from a new one', () => {
  const changes = diffBodies(
    body('الفقرة الأولى كما هي', 'قال رئيس اللجنة إن الجسر قديم', 'خاتمة'),
    body(
      'الفقرة الأولى كما هي',
      'فقرة جديدة تماماً لا شبه لها',
      'قال رئيس اللجنة إن الجسر متين',
      'خاتمة',
    ),
  );

  expect(changes.map(({ kind }) => kind)).toEqual(['same', 'added', 'changed', 'same']);
});

test('what one person changed is merged with what another changed elsewhere', () => {
  const base = story('عنوان', 'أولى', 'ثانية', 'ثالثة');
  const mine = story('عنوان', 'أولى معدّلة', 'ثانية', 'ثالثة');
  const theirs = story('عنوان جديد', 'أولى', 'ثانية', 'ثالثة', 'رابعة');
  const merge = mergeStories(base, mine, theirs);
  const merged = mergedStory(merge, mine, theirs, { fields: {}, body: {} });

  expect(merge.fields).toEqual([{ field: 'headline', kind: 'theirs' }]);
  expect(merge.body.map(({ kind }) => kind)).toEqual(['mine', 'same', 'theirs']);
  expect(merged.headline).toBe('عنوان جديد');
  expect(textOf(merged)).toEqual(['أولى معدّلة', 'ثانية', 'ثالثة', 'رابعة']);
});

test('where both changed one paragraph somebody chooses, and may keep both', () => {
  const base = story('عنوان', 'أولى', 'ثانية');
  const mine = story('عنوان', 'نصّي', 'ثانية');
  const theirs = story('عنوان', 'نصّه', 'ثانية');
  const merge = mergeStories(base, mine, theirs);

  expect(merge.body.map(({ kind }) => kind)).toEqual(['conflict', 'same']);
  const choose = (side: 'mine' | 'theirs' | 'both') =>
    textOf(mergedStory(merge, mine, theirs, { fields: {}, body: { 0: side } }));
  expect(choose('mine')).toEqual(['نصّي', 'ثانية']);
  expect(choose('theirs')).toEqual(['نصّه', 'ثانية']);
  expect(choose('both')).toEqual(['نصّه', 'نصّي', 'ثانية']);
});

test('a source stays tied to its passage when paragraphs come before it', () => {
  const range = { block: 1, from: 0, to: 4 };
  const base = story('عنوان', 'أولى', 'ثانية');
  const mine = { ...base, sources: [{ kind: 'official' as const, name: 'المجلس', range }] };
  const theirs = story('عنوان', 'مقدّمة', 'أولى', 'ثانية');
  const merged = mergedStory(mergeStories(base, mine, theirs), mine, theirs, {
    fields: {},
    body: {},
  });

  expect(textOf(merged)).toEqual(['مقدّمة', 'أولى', 'ثانية']);
  expect(merged.sources[0]?.range).toEqual({ ...range, block: 2 });
});
