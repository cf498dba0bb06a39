import { describe, expect, test } from 'vitest';
import { storyContentSchema } from '../../newsroom/stories/story.ts';
import type { ReadPage } from './page.ts';
import { toStoryContent } from './story-content.ts';

const page: ReadPage = {
  headline: 'مكتبة في محطة القطار',
  kicker: 'الوادي تقرأ',
  deck: null,
  dateline: { place: 'الوادي', outlet: 'صدى الوادي' },
  blocks: [
    { kind: 'paragraph', text: 'فقرة  أولى.' },
    { kind: 'subhead', text: 'عنوان فرعي' },
    { kind: 'quote', text: 'قول أول\nقول ثان', cite: 'قائل' },
    { kind: 'list', ordered: true, items: ['بند', 'بند آخر'] },
  ],
  subheads: ['عنوان فرعي'],
  paragraphs: ['فقرة  أولى.', 'قول أول', 'قول ثان', 'قائل', 'بند', 'بند آخر'],
  statedDate: null,
  byline: 'سلمى الحارثي',
  sourceName: null,
  sectionName: null,
  previousTitle: null,
  nextTitle: null,
  dropped: [],
};

describe('toStoryContent', () => {
  test('gives the body as a document of the body schema', () => {
    const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
    expect(storyContentSchema.parse(toStoryContent(page)).body.content).toEqual([
      paragraph('فقرة  أولى.'),
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'عنوان فرعي' }] },
      {
        type: 'blockquote',
        attrs: { cite: 'قائل' },
        content: [paragraph('قول أول'), paragraph('قول ثان')],
      },
      {
        type: 'orderedList',
        content: [
          { type: 'listItem', content: [paragraph('بند')] },
          { type: 'listItem', content: [paragraph('بند آخر')] },
        ],
      },
    ]);
  });

  test('takes the outlet of the dateline as the first source, the one named at the end as the next', () => {
    const content = toStoryContent({ ...page, sourceName: 'وكالات' });
    expect(content.sources).toEqual([
      { kind: 'outlet', name: 'صدى الوادي' },
      { kind: 'outlet', name: 'وكالات' },
    ]);
  });

  test('names an outlet once', () => {
    expect(toStoryContent({ ...page, sourceName: 'صدى الوادي' }).sources).toHaveLength(1);
  });

  test.each(['من مراسلنا', 'خاص'])('makes no source of «%s»', (outlet) => {
    const content = toStoryContent({ ...page, dateline: { place: 'الوادي', outlet } });
    expect(content.sources).toEqual([]);
  });

  test('makes a standfirst of a deck that is too long for its field', () => {
    const deck = 'كلمة '.repeat(100).trim();
    const content = storyContentSchema.parse(toStoryContent({ ...page, deck }));
    expect(content).toMatchObject({ deck: null, standfirst: deck });
  });

  test('keeps a citation that is too long for its field in the quotation', () => {
    const cite = 'اسم '.repeat(100).trim();
    const quoted = { ...page, blocks: [{ kind: 'quote' as const, text: 'قول', cite }] };
    expect(JSON.stringify(storyContentSchema.parse(toStoryContent(quoted)).body)).toContain(cite);
  });
});
