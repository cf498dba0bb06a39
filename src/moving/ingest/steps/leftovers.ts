import { findStatedDate } from '../../../arabic/stated-date.ts';
import { endsSentence } from '../lines.ts';
import { isMenuWord } from '../words/furniture.ts';
import { isProse } from './prose.ts';
import { type Fate, openLines, type Step, storyBegins } from './step.ts';

/** What stands outside the article, or above its title, and no earlier step wanted. */
export const outsideArticle: Step = (reading) => {
  const { lines } = reading;
  const from = storyBegins(reading);
  return {
    fates: openLines(reading)
      .filter((i) => lines[i]?.zone !== 'article' || i < from)
      .map((i): [number, Fate] => [i, 'dropped']),
  };
};

/**
 * Lines that are nothing but links, and no sentences (titles of other stories, «طباعة»), and what is
 * nothing but a date.
 */
export const strayLinks: Step = (reading) => ({
  fates: openLines(reading)
    .filter((i) => {
      const line = reading.lines[i];
      const isText = line?.mark === 'none' || line?.mark === 'paragraph';
      if (line !== undefined && !/\p{L}/u.test(line.text) && findStatedDate(line.text)) return true;
      return line?.linked === true && isText && !endsSentence(line.text);
    })
    .map((i): [number, Fate] => [i, 'dropped']),
});

const MENU_LENGTH = 3;
const MENU_WORDS = 3;

/** A run of shorter lines than this is a row of tags, whatever the words. */
const TAG_WORDS = 2;

/** «← عنوان»: a link to a neighbour that says not which. */
const isArrow = (text: string): boolean => /^[←→⟵⟶‹›]|[←→⟵⟶‹›]$/u.test(text) && text.length < 200;

/** A menu or a row of tags below the body: a run of lines of one to three words, down to the end. */
export const menuBelow: Step = (reading) => {
  const { lines } = reading;
  const open = openLines(reading);
  const lastProse = open.findLastIndex((i) => {
    const line = lines[i];
    return line !== undefined && isProse(line);
  });
  if (lastProse < 0) return {};
  const tail: number[] = [];
  for (const i of open.slice(lastProse + 1).reverse()) {
    const line = lines[i];
    if (!line || line.words > MENU_WORDS || /[.:؟!،]$/u.test(line.text) || line.mark === 'item')
      break;
    tail.push(i);
  }
  const isTag = (i: number): boolean => (lines[i]?.words ?? 0) <= TAG_WORDS;
  const isMenuLine = (i: number): boolean => {
    const line = lines[i];
    return line !== undefined && line.mark !== 'item' && isMenuWord(line);
  };
  const isMenu = tail.length >= MENU_LENGTH && (tail.some(isMenuLine) || tail.every(isTag));
  const fates = isMenu
    ? tail
    : open.slice(lastProse + 1).filter((i) => isMenuLine(i) || isArrow(lines[i]?.text ?? ''));
  return { fates: fates.map((i): [number, Fate] => [i, 'dropped']) };
};
