import { cropBox } from '../../newsroom/media/crop.ts';
import { personPath, picturePath, pictureShapes } from '../../newsroom/publications/paths.ts';
import type { Byline, Picture, PublishedStory } from '../../newsroom/publications/views.ts';
import { blockText } from '../../newsroom/stories/body.ts';
import { ar } from '../edition/ar.ts';

/** What a feed carries: the whole story, as readers get it. */
export type FeedStory = PublishedStory;

const summaryLength = 300;
const leadWidth = 1200;

/** The address that names a story for good, whatever becomes of its headline and slug. */
export const storyIdentity = (siteUrl: string, story: { id: number }): string =>
  `${siteUrl}/${story.id}`;

/** Cuts text at a word, with an ellipsis, to at most `length` UTF-16 units. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd();
  return `${atWord.replace(/[،؛:,;–-]+$/u, '').trimEnd()}…`;
}

/** What a story says in a few lines: its standfirst, else how it begins. */
export function summaryOf(story: FeedStory): string | null {
  if (story.standfirst) return story.standfirst;
  const opening = story.body.content.find((block) => block.type === 'paragraph' && block.content);
  return opening ? shortened(blockText(opening), summaryLength) : null;
}

/** Who wrote it, with the pages of those who have one. Empty when nobody signed. */
export function authorsOf(siteUrl: string, byline: Byline): { name: string; url?: string }[] {
  if (byline.people.length > 0) {
    return byline.people.map(({ name, slug }) => ({ name, url: siteUrl + personPath(slug) }));
  }
  return byline.agency === null ? [] : [{ name: byline.agency }];
}

/** Section, kind of story where it is not plain news (opinion is marked so everywhere), topics. */
export function tagsOf(story: FeedStory): string[] {
  const names = [story.section?.name, ar.types[story.type], ...story.topics.map((t) => t.name)];
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

/** The lead picture as feeds show it. Sizes in pixels. */
export function leadFile(
  siteUrl: string,
  picture: Picture,
): { url: string; type: string; width: number; height: number } {
  const { width, height, focalX, focalY } = picture;
  const box = cropBox(width, height, pictureShapes.wide, focalX, focalY);
  const shown = Math.min(leadWidth, box.width);
  return {
    url: siteUrl + picturePath(picture.hash, 'wide', leadWidth, 'jpg'),
    type: 'image/jpeg',
    width: shown,
    height: Math.max(1, Math.round(shown / pictureShapes.wide)),
  };
}
