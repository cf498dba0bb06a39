import { findStatedDate } from '../../../arabic/stated-date.ts';
import { endsSentence, type Line } from '../lines.ts';
import {
  copyright,
  madeWith,
  networks,
  notices,
  sectionNames,
  shareWords,
  shortOpenings,
  tagLabels,
  wholeLines,
} from './furniture-words.ts';
import { isKnownOutlet } from './outlets.ts';
import { isKnownPlace } from './places.ts';
import { keysOf, matchKey, partLabel, wordsIn } from './text.ts';
import { beginsWithVerb } from './verbs.ts';

/** Whether one line, looked at by itself, is furniture. Only whole and short lines are judged. */

const MOST_WORDS = 60;

type Judge = (line: Line) => boolean;

/** A telephone number has more figures than any count of readers beside a share button. */
const MOST_FIGURES = 6;

/** Rules, stars and counts; a date in figures is for a later step. */
const holdsNoLetter: Judge = ({ text }) =>
  !/\p{L}/u.test(text) &&
  (text.match(/\p{N}/gu)?.length ?? 0) <= MOST_FIGURES &&
  findStatedDate(text) === null;

const isWholeLine: Judge = ({ key }) => wholeLines.has(key);

const isShareBar: Judge = ({ key, words, text }) => {
  if (words > 25 || endsSentence(text)) return false;
  const each = key.split(' ');
  return (
    each.every((word) => shareWords.has(word) || /^\d+k?$/.test(word)) &&
    each.some((word) => networks.has(word))
  );
};

const isShortLabel: Judge = ({ key, words, text }) =>
  !endsSentence(text) &&
  shortOpenings.some(([opening, most]) => words <= most && opening.test(key));

const isNotice: Judge = ({ key }) =>
  notices.some(([opening, holds]) => opening.test(key) && holds.test(key));

const isCopyright: Judge = ({ key, words, text }) =>
  words <= 30 && (/^\s*(?:©|\(c\)\s)/iu.test(text) || copyright.test(key));

const isSignature: Judge = ({ key, words, text }) =>
  words <= 8 && !endsSentence(text) && madeWith.test(key) && /[:|]|powered|theme/iu.test(text);

const isTagLine: Judge = ({ text, key, words }) => {
  if (words > 40 || !tagLabels.test(key) || endsSentence(text)) return false;
  const parted = partLabel(text, tagLabels);
  return parted !== null && parted.rest !== '' && /[:：]$/u.test(parted.label);
};

const isHashtags: Judge = ({ text }) =>
  text.startsWith('#') && text.split(/\s+/).every((word) => word.startsWith('#'));

const homes = new Set(
  keysOf('الرئيسية|الصفحة الرئيسية|رئيسية|البداية|أنت هنا|you are here|home|accueil|homepage'),
);

const isBreadcrumb: Judge = ({ text }) => {
  const parts = text.split(/\s*[>›»/\\|←]\s*|\s+[-–«]\s+/u).filter((part) => part !== '');
  if (parts.length > 1 && homes.has(matchKey(parts[0] ?? ''))) return true;
  const crumbs = text.split(/\s*[>›]\s*/u);
  return crumbs.length > 2 && crumbs.slice(0, -1).every((part) => wordsIn(matchKey(part)) <= 3);
};

const isMenu: Judge = ({ text }) => {
  const parts = text.split(/\s*[|•·]\s*/u).map(matchKey);
  return (
    parts.length > 2 &&
    parts.every((part) => wordsIn(part) <= 3 && !/\d/.test(part)) &&
    parts.some((part) => sectionNames.has(part) || wholeLines.has(part))
  );
};

const counts =
  /^(?:\d+(?: \d+)* ?k? (?:مشاهده|مشاهدات|قراءه|قراءات|زياره|زيارات|مشاركه|مشاركات|اعجاب|اعجابات|views?|vues|shares?|likes?|reads?)|(?:منذ|قبل) (?:\d+ )?(?:لحظات|ثوان|ثانيه|دقيقه|دقيقتين|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|سنه|سنتين|سنوات)(?: \S+)?|(?:\d+|دقيقه|دقيقتان|اقل من دقيقه) ?(?:دقيقه|دقايق|دقيقتان|min|mins|minutes?)?(?: واحده)? ?(?:قراءه|للقراءه|read|de lecture)|\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago)$/u;

const isCount: Judge = ({ key }) => counts.test(key);

const isAddress: Judge = ({ text }) =>
  /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/iu.test(text);

/** «سوق المدينة صباح أمس (أ ف ب)»: a caption with its credit. («بغداد (رويترز)» is a dateline.) */
const isCredit: Judge = ({ text, words }) => {
  if (words > 14 || beginsWithVerb(text) || /[.؟!،]|المصدر|بحسب|وفق/u.test(text)) return false;
  const match = /^([^()]*[^()\s])\s*\(([^()]{2,40})\)$/u.exec(text);
  if (!match) return false;
  const [, caption = '', credit = ''] = match;
  // «بغداد 24 تموز (رويترز)» is a dateline.
  if (/\p{N}/u.test(caption) && isKnownPlace(caption.split(/[\s،]/u)[0] ?? '')) return false;
  if (/^(?:صوره )?(?:ارشيف|ارشيفيه|من الارشيف|توضيحيه|تعبيريه)$/u.test(matchKey(credit)))
    return true;
  return wordsIn(matchKey(caption)) > 2 && isKnownOutlet(credit);
};

const judges: readonly Judge[] = [
  holdsNoLetter,
  isWholeLine,
  isShareBar,
  isCount,
  isShortLabel,
  isNotice,
  isCopyright,
  isSignature,
  isTagLine,
  isHashtags,
  isBreadcrumb,
  isMenu,
  isAddress,
  isCredit,
];

/** Whether a line is furniture wherever it stands. */
export function isFurniture(line: Line): boolean {
  return line.words <= MOST_WORDS && judges.some((judge) => judge(line));
}

/** A line that could stand in a menu: a section, or something sites link to. */
export function isMenuWord(line: Line): boolean {
  return sectionNames.has(line.key) || wholeLines.has(line.key);
}
