import { looseStem } from '../../arabic/stem.ts';
import {
  circumstances,
  competitions,
  dependent,
  events,
  firstPerson,
  labels,
  speakers,
  speaking,
  speech,
} from './words/headline-words.ts';
import { soundsLikeSite } from './words/outlets.ts';
import { contentStems, matchKey, overlap, wordsIn } from './words/text.ts';
import { holdsVerb } from './words/verbs.ts';

/** A title of two decks, in the order in which they stood. */
export interface Decks {
  first: string;
  second: string;
  /** One of the two is only a label («بالصور», «العراق»): the other is the headline, whatever the body says. */
  label: 'first' | 'second' | null;
}

export interface Titles {
  headline: string;
  kicker: string | null;
  deck: string | null;
}

/** Fewer words than this on either side are a fragment of one thought: «أخيراً.. عاد الجسر». */
const FEWEST_WORDS = 3;
const MOST_LABEL_WORDS = 3;
const MOST_EVENT_WORDS = 4;
/** A sentence of its own before a colon has more, as a name may look like a verb («اللواء يحيى رسول»). */
const FEWEST_IN_SENTENCE = 4;

interface Cut {
  from: number;
  to: number;
}

const dots = /\s*(?:\.{2,}|…+)[\s.…]*/gu;
const bars = /\s*\|+\s*/gu;
const dashes = /\s+[-–—]+\s+/gu;
const colons = /\s*[:：](?=\s)\s*/gu;
const breaks = /\s*\n\s*/gu;

const opening = /[«“([{]/u;
const closing = /[»”)\]}]/u;

/** Where separators stand outside quotation marks and brackets, with text on both sides. */
function cuts(title: string, separator: RegExp): Cut[] {
  const found: Cut[] = [];
  let depth = 0;
  let straight = 0;
  let at = 0;
  for (const match of title.matchAll(separator)) {
    for (; at < match.index; at += 1) {
      const sign = title.charAt(at);
      if (opening.test(sign)) depth += 1;
      else if (closing.test(sign)) depth = Math.max(0, depth - 1);
      else if (sign === '"') straight += 1;
    }
    const to = match.index + match[0].length;
    if (depth === 0 && straight % 2 === 0 && match.index > 0 && to < title.length)
      found.push({ from: match.index, to });
  }
  return found;
}

const words = (text: string): number => wordsIn(matchKey(text));

function sidesOf(title: string, cut: Cut): [string, string] {
  return [title.slice(0, cut.from).trim(), title.slice(cut.to).trim()];
}

const isLabel = (side: string): boolean => labels.has(matchKey(side));

/** «والأهالي يسحبون أموالهم»: begins with an «and» or «so» that is no letter of its first word. */
function continues(side: string): boolean {
  const [first = ''] = matchKey(side).split(' ');
  if (first === 'و' || /^فه(?:كذا|ذا|ذه|و|ي)$/u.test(first)) return true;
  if (/^ف(?:ال|ي|ت|ا)/u.test(first) && holdsVerb(first.slice(1))) return true;
  return first.startsWith('و') && !looseStem(first).startsWith('و');
}

const MOST_DEPENDENT_WORDS = 4;

/** What hangs on the other side by a preposition is a piece of the same thought when it is short. */
const isDependent = (side: string): boolean =>
  words(side) <= MOST_DEPENDENT_WORDS && dependent.test(matchKey(side));

const MOST_CIRCUMSTANCE_WORDS = 8;

/** «بعد غياب دام أربع سنوات» leads up to a headline and is none. */
const isCircumstance = (side: string): boolean =>
  words(side) <= MOST_CIRCUMSTANCE_WORDS &&
  circumstances.test(matchKey(side)) &&
  !/[؟:]/u.test(side);

/** Two sides that are whole thoughts: one may still be no headline by how it begins. */
function thoughts(first: string, second: string): Decks {
  const label = isCircumstance(first) ? 'first' : continues(second) ? 'second' : null;
  return { first, second, label };
}

function byBreak(title: string): Decks | null {
  const [cut] = cuts(title, breaks);
  if (!cut) return null;
  const [first, second] = sidesOf(title, cut);
  const label = isLabel(first) ? 'first' : isLabel(second) ? 'second' : null;
  return { first, second: second.replace(breaks, ' '), label };
}

/** «عاجل | …», «العراق | …»: a short side is a label. */
function byBar(title: string): Decks | null {
  for (const cut of cuts(title, bars)) {
    const [first, second] = sidesOf(title, cut);
    if (words(first) <= MOST_LABEL_WORDS) return { first, second, label: 'first' };
    if (words(second) <= MOST_LABEL_WORDS) return { first, second, label: 'second' };
    return { first, second, label: null };
  }
  return null;
}

/** A side of dots or dashes is a thought with three words, that many behind a speaker's colon. */
const isThought = (side: string): boolean =>
  words(side.split(/[:：]\s/u).at(-1) ?? '') >= FEWEST_WORDS;

function byDots(title: string): Decks | null {
  for (const cut of cuts(title, dots)) {
    const [first, second] = sidesOf(title, cut);
    if (isThought(first) && words(second) >= FEWEST_WORDS && !isDependent(second))
      return thoughts(first, second);
  }
  return null;
}

const adjective = /(?:^| )(ال)?\S+?(يه|ي|يين|يان|يتين)$/u;

/** «ليبية - إيطالية»: a dash that joins two adjectives, which agree in article and ending. */
function joinsAdjectives(first: string, second: string): boolean {
  const before = adjective.exec(matchKey(first));
  const after = adjective.exec(matchKey(second).split(' ')[0] ?? '');
  return before !== null && after !== null && before[1] === after[1] && before[2] === after[2];
}

function byDash(title: string): Decks | null {
  const found = cuts(title, dashes);
  const [cut] = found;
  if (!cut) return null;
  const [first, second] = sidesOf(title, cut);
  if (isLabel(first)) return { first, second, label: 'first' };
  // Two dashes are a parenthesis; a dash between figures is a score or a span of years.
  if (found.length > 1 || (/\p{N}$/u.test(first) && /^\p{N}/u.test(second))) return null;
  if (joinsAdjectives(first, second) || isDependent(second)) return null;
  if (!isThought(first) || words(second) < FEWEST_WORDS) return null;
  return thoughts(first, second);
}

/**
 * A colon mostly stands behind a speaker, who is part of the headline. It parts two decks only where
 * the first cannot be a speaker: a label, an event, a circumstance, or a sentence of its own.
 */
function byColon(title: string): Decks | null {
  const [cut] = cuts(title, colons);
  if (!cut) return null;
  const [first, second] = sidesOf(title, cut);
  const key = matchKey(first);
  // «دراسة: …» and «تقرير: …» are speakers where a claim follows, so only the rest are labels.
  if (isLabel(first) && !speakers.test(key)) return { first, second, label: 'first' };
  if (speakers.test(key) || /^[«“"]/u.test(second)) return null;
  const said = matchKey(second);
  if (words(second) < FEWEST_WORDS || speech.test(said) || firstPerson.test(said)) return null;
  const isEvent = events.test(key) && words(first) <= MOST_EVENT_WORDS;
  if (isEvent || competitions.test(key) || isCircumstance(first))
    return { first, second, label: 'first' };
  const isSentence =
    holdsVerb(first) &&
    holdsVerb(second) &&
    !speaking.test(key) &&
    words(first) >= FEWEST_IN_SENTENCE &&
    words(second) >= FEWEST_IN_SENTENCE;
  return isSentence || events.test(key) ? thoughts(first, second) : null;
}

const ways = [byBreak, byBar, byDots, byDash, byColon];

/**
 * Parts a title into two decks at a line break, «|», «..», «…», « - », « – » or «:», the first of
 * these that truly parts it; null when the title is one thought.
 */
export function splitDecks(title: string): Decks | null {
  for (const way of ways) {
    const decks = way(title);
    if (decks) return decks;
  }
  return null;
}

/**
 * Which of two decks the first paragraph reports: that is the headline, the other the kicker if it
 * stood before it, the deck if it stood after. A label is never the headline. When the paragraph
 * decides nothing, the second is asked, and then the first deck is the headline.
 */
export function chooseHeadline(decks: Decks, paragraphs: readonly string[]): Titles {
  const asKicker = { headline: decks.second, kicker: decks.first, deck: null };
  const asDeck = { headline: decks.first, kicker: null, deck: decks.second };
  if (decks.label === 'first') return asKicker;
  if (decks.label === 'second') return asDeck;
  for (const paragraph of paragraphs.slice(0, 2)) {
    const said = contentStems(paragraph);
    const first = overlap(decks.first, said);
    const second = overlap(decks.second, said);
    if (first !== second) return second > first ? asKicker : asDeck;
  }
  return asDeck;
}

/**
 * Takes the name of the site off the end of a title («… - صحيفة كذا», «… | كذا نيوز»).
 *
 * @param siteNames What the page calls itself.
 * @returns The title without it, and what was taken, sign included; null where no name stood there.
 */
export function withoutSiteName(
  title: string,
  siteNames: readonly string[],
): { title: string; site: string } | null {
  const cut = [...cuts(title, /\s+[-–—|·•»]+\s+|\s*\|+\s*/gu)].at(-1);
  if (!cut) return null;
  const [rest, name] = sidesOf(title, cut);
  if (words(rest) < 2 || words(name) > 6 || isLabel(name)) return null;
  const key = matchKey(name);
  if (!soundsLikeSite(name) && !siteNames.some((site) => matchKey(site) === key)) return null;
  return { title: rest, site: title.slice(cut.from).trim() };
}
