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

/** A menu below the body of a plain text: a run of lines of one to three words, down to the end. */
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
  const isMenu =
    tail.length >= MENU_LENGTH &&
    tail.some((i) => {
      const line = lines[i];
      return line !== undefined && isMenuWord(line);
    });
  const fates = isMenu
    ? tail
    : open.slice(lastProse + 1).filter((i) => {
        const line = lines[i];
        return line !== undefined && line.mark !== 'item' && isMenuWord(line);
      });
  return { fates: fates.map((i): [number, Fate] => [i, 'dropped']) };
};
