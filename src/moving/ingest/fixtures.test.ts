import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { storyContentSchema } from '../../newsroom/stories/story.ts';
import { readPage } from './read-page.ts';
import { toStoryContent } from './story-content.ts';

/** Each page in `fixtures/` lies beside the fields that reading it must give. */
const folder = new URL('./fixtures/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''));

const fileText = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

describe('a saved page is read into its fields', () => {
  test.each(names)('%s', (name) => {
    const expected: unknown = JSON.parse(fileText(`${name}.json`));
    const page = readPage(fileText(`${name}.txt`));
    expect(page).toMatchObject(expected as object);
  });
});

describe('what was read fits a story', () => {
  test.each(names)('%s', (name) => {
    const page = readPage(fileText(`${name}.txt`));
    const content = storyContentSchema.parse(toStoryContent(page));
    expect(content.headline).toBe(page.headline);
  });
});

describe('Windows line ends, a byte order mark and direction marks change nothing', () => {
  test.each(names.filter((name) => !name.endsWith('.html')))('%s', (name) => {
    const text = fileText(`${name}.txt`);
    const marked = `\ufeff${text.replaceAll('\n', '\u200f\u00a0\r\n\u200e')}`;
    expect(readPage(marked)).toEqual(readPage(text));
  });
});
