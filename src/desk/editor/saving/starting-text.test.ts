import { expect, test } from 'vitest';
import type { StoryContent, StoryView } from '../../../api/shapes/stories.ts';
import { startingText } from './starting-text.ts';

const content = (headline: string): StoryContent => ({
  type: 'news',
  kicker: null,
  headline,
  deck: null,
  standfirst: null,
  dateline: null,
  body: { type: 'doc', content: [] },
  sectionId: null,
  seriesId: null,
  topicIds: [],
  byline: { personIds: [], agency: null },
  sources: [],
  events: [],
  leadMediaId: null,
  comments: 'open',
});
const view = (autosave: StoryView['autosave'], mayEdit = true): StoryView =>
  ({
    story: { version: 3, content: content('محفوظ') },
    autosave,
    mayEdit,
  }) as StoryView;

test('a story without unsaved text opens as it was saved', () => {
  expect(startingText(view(null), null)).toMatchObject({ kind: 'saved', version: 3 });
});

test('what was typed last comes back, from the server or from this browser', () => {
  const older = { version: 3, content: content('في الخادم'), at: 100 };
  const newer = { version: 3, content: content('في المتصفّح'), at: 200, after: 50 };

  expect(startingText(view(older), newer).content.headline).toBe('في المتصفّح');
  expect(startingText(view({ ...older, at: 300 }), newer).content.headline).toBe('في الخادم');
  // The clock of this browser is slow, but the server had nothing newer when this was typed.
  expect(startingText(view(older), { ...newer, at: 10, after: 100 }).content.headline).toBe(
    'في المتصفّح',
  );
  expect(startingText(view(older), null)).toMatchObject({ kind: 'restored', at: 100 });
});

test('text that began from an older version is shown beside the newer one', () => {
  const copy = { version: 2, content: content('قديم'), at: 100 };

  expect(startingText(view(copy), null)).toMatchObject({ kind: 'overtaken', version: 2 });
});

test('text that became a version since, and what is no text, is passed over', () => {
  const { kicker: _missing, ...bare } = content('محفوظ');

  expect(startingText(view({ version: 2, content: bare, at: 9 }), null).kind).toBe('saved');
  expect(startingText(view({ version: 3, content: 'هراء', at: 9 }), null).kind).toBe('saved');
  expect(
    startingText(view({ version: 3, content: content('لغيره'), at: 9 }, false), null).kind,
  ).toBe('saved');
});
