import { endsSentence, type Line } from '../lines.ts';
import { readDatelineAlone } from '../read-dateline.ts';
import { chooseHeadline, splitDecks, type Titles } from '../split-headline.ts';
import { beginsWith, matchKey, wordsIn } from '../words/text.ts';
import { beginsWithVerb } from '../words/verbs.ts';
import { firstProse, isProse } from './prose.ts';
import { siteNames } from './site-names.ts';
import { type Fate, openLines, type Reading, type Step, type StepResult } from './step.ts';

/** The decks that stand on lines of their own, above and below the title. */

const FEWEST_WORDS = 3;
const MOST_WORDS = 20;
/** Where paragraphs do not end as sentences do, only short lines are surely decks. */
const MOST_WORDS_UNSURE = 14;
const MOST_LABEL_WORDS = 3;

const isList = /^(?:[-–—•▪●*·]\s|[\d٠-٩]{1,2}\s*[-.)])/u;

/** Reports begin with their verb and name the day; titles of that length do neither. */
const REPORT_WORDS = 8;
const reportOpening = beginsWith(
  'حل|عبر|رد|نشر|سجل|عقد|قدم|دار|شكل|كلف|حدد|ودع|صعد|هبط|توج|حقق|فشل|تجاوز|بث|جدد|تجري|يجري|تدور|يدور|يستضيف|يحتضن|تحتضن|ينظم|تنظم|يواجه|تواجه|تنطلق|ينطلق',
);
const namesDay =
  /(?:اليوم|امس|عشيه|مساء|صباح|ليله) (?:ال)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)(?: |$)/u;

function readsAsReport({ words, key, text }: Line): boolean {
  if (words < REPORT_WORDS) return false;
  return beginsWithVerb(text) || reportOpening.test(key) || namesDay.test(key);
}

function couldBeDeck(line: Line, most: number): boolean {
  return (
    line.words >= FEWEST_WORDS &&
    line.words <= most &&
    !isProse(line) &&
    !readsAsReport(line) &&
    !/[.:،؛]$/u.test(line.text) &&
    !isList.test(line.text)
  );
}

/** What the first paragraph says, and the one after it. */
export function firstParagraphs(reading: Reading): string[] {
  const prose = firstProse(reading);
  return openLines(reading)
    .filter((i) => i >= prose && reading.lines[i]?.zone === 'article')
    .slice(0, 2)
    .map((i) => reading.lines[i]?.text ?? '');
}

/** Decks of a plain text: lines between the title and the first paragraph that read as titles. */
function plainDecks(reading: Reading, title: string): StepResult {
  const { lines, fates } = reading;
  const prose = firstProse(reading);
  const at = fates.lastIndexOf('headline');
  const isSure = endsSentence(lines[prose]?.text ?? '');
  const most = isSure ? MOST_WORDS : MOST_WORDS_UNSURE;
  const between = openLines(reading).filter((i) => i > at && i < prose);
  const below: number[] = [];
  for (const i of between) {
    const line = lines[i];
    if (!line || !couldBeDeck(line, most)) break;
    if (readDatelineAlone(line.text, siteNames(reading)) !== null) break;
    below.push(i);
  }
  const paragraphs = firstParagraphs(reading);
  const [second, third] = below.map((i) => lines[i]?.text ?? '');
  if (second === undefined) return {};
  const label = wordsIn(matchKey(title)) <= MOST_LABEL_WORDS ? 'first' : null;
  const titles: Titles = chooseHeadline({ first: title, second, label }, paragraphs);
  // With the kicker above it, the headline may have a deck below it too.
  const hasThird = titles.kicker !== null && third !== undefined;
  return {
    fates: below.slice(0, hasThird ? 2 : 1).map((i): [number, Fate] => [i, 'deck']),
    found: hasThird ? { ...titles, deck: third } : { ...titles },
  };
}

/** Decks that markup tells: by their class, or as headings directly above and below the title. */
function markedDecks(reading: Reading): StepResult {
  const { lines, fates } = reading;
  const prose = firstProse(reading);
  const from = fates.indexOf('headline');
  const to = fates.lastIndexOf('headline');
  const open = openLines(reading).filter((i) => lines[i]?.zone !== 'furniture');
  const byClass = (mark: 'kicker' | 'deck') => open.find((i) => lines[i]?.mark === mark);
  const above = open.filter((i) => i < from).at(-1);
  const below = open.find((i) => i > to);
  const isHeading = (i: number | undefined): i is number =>
    i !== undefined && lines[i]?.mark === 'heading' && lines[i]?.linked !== true;
  /** A line of its own right above the title, as in pages without classes. */
  const isPlainKicker = (i: number | undefined): i is number => {
    const line = i === undefined ? undefined : lines[i];
    return (
      line !== undefined &&
      i === from - 1 &&
      line.zone === 'article' &&
      line.linked === false &&
      line.mark !== 'item' &&
      couldBeDeck(line, MOST_WORDS_UNSURE)
    );
  };
  const kicker =
    byClass('kicker') ?? (isHeading(above) || isPlainKicker(above) ? above : undefined);
  const deck =
    byClass('deck') ?? (isHeading(below) && (prose < 0 || below < prose) ? below : undefined);
  const result: [number, Fate][] = [];
  if (kicker !== undefined) result.push([kicker, 'deck']);
  if (deck !== undefined && deck !== kicker) result.push([deck, 'deck']);
  return {
    fates: result,
    found: {
      kicker: kicker === undefined ? null : (lines[kicker]?.text ?? null),
      deck: deck === undefined || deck === kicker ? null : (lines[deck]?.text ?? null),
    },
  };
}

export const decks: Step = (reading) => {
  const title = reading.found.headline ?? '';
  const line = reading.lines[reading.fates.indexOf('headline')];
  const isPlain = line !== undefined && line.linked === null;
  return isPlain ? plainDecks(reading, title) : markedDecks(reading);
};

/** The decks inside the title itself: «أول.. ثان», «عاجل | خبر», or two lines of one heading. */
export const splitHeadline: Step = ({ found, lines, fates, head }) => {
  const title = found.headline ?? '';
  const parted = splitDecks(title);
  if (!parted) return { found: { headline: title.replaceAll('\n', ' ') } };
  const paragraphs = firstParagraphs({ found, lines, fates, head });
  const titles = chooseHeadline(parted, found.opening ? [found.opening.text] : paragraphs);
  // A deck on a line of its own keeps its place; then the title stays whole.
  const isTaken =
    (titles.kicker !== null && found.kicker !== null) ||
    (titles.deck !== null && found.deck !== null);
  if (isTaken) return { found: { headline: title.replaceAll('\n', ' ') } };
  return {
    found: {
      headline: titles.headline,
      kicker: titles.kicker ?? found.kicker,
      deck: titles.deck ?? found.deck,
    },
  };
};
