import { findStatedDates } from '../../../arabic/stated-date.ts';
import { readMetadataDate } from '../iso-date.ts';
import { endsSentence, type Line } from '../lines.ts';
import type { PageDateline } from '../page.ts';
import { readDatelineAlone } from '../read-dateline.ts';
import { sectionNames } from '../words/furniture-words.ts';
import { isKnownOutlet } from '../words/outlets.ts';
import { isKnownPlace } from '../words/places.ts';
import { beginsWith, keysOf, matchKey, partLabel, wordsIn } from '../words/text.ts';
import { holdsVerb } from '../words/verbs.ts';
import { findLatinDate } from './latin-date.ts';
import { firstProse } from './prose.ts';
import { type Fate, type Found, openLines, type Piece, type Reading, type Step } from './step.ts';

/**
 * When it was published, who wrote it and where it comes from, from short lines above the body.
 * A date inside a sentence of the body is never taken. The lines themselves count as furniture.
 */

const bylineLabel = beginsWith(
  'كتب|كتبت|كتبه|كتبها|كتب بواسطة|بقلم|بقلم الكاتب|إعداد|أعده|أعدها|إعداد وتحرير|تقرير|تحرير|ترجمة|حرره|حررها|الكاتب|الكاتبة|المحرر|المحررة|الصحفي|الصحافي|بواسطة|نشر بواسطة|نشره|أضيف بواسطة|أرسلت بواسطة|أرسل بواسطة|أضافه|by|submitted by|written by|author|posted by|published by|par|écrit par|publié par|auteur',
);
/** These are followed by a name even where no colon stands between. */
const surelyByline = beginsWith(
  'بقلم|كتب|كتبت|بواسطة|كتب بواسطة|نشر بواسطة|أضيف بواسطة|أرسلت بواسطة|أرسل بواسطة|by|written by|posted by|submitted by|par|écrit par',
);
const sourceLabel = beginsWith('المصدر|مصدر الخبر|مصدر|نقلا عن|source|via');
const LONGEST_BYLINE = 8;
const LONGEST_DATE_LINE = 24;

const updateLabel = /تحديث|تعديل|حدث|updated|modified|mis à jour/u;

/** Words that stand beside a date and are neither a name nor a place. */
const dateWords = new Set(
  keysOf(`
    نشر|نشرت|نشر في|تم|النشر|تاريخ|التاريخ|في|بتاريخ|منشور|منشورة|آخر|اخر|تحديث|تحديثه|التحديث|محدث|تعديل|حدث|أضيف|أضيفت|اليوم|يوم|الموافق|الساعة|ساعة|عند|على|تمام|توقيت|المحلي|صباحا|مساء|ظهرا|ليلا|فجرا|عصرا|ص|م|ه|و|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|وقت|الوقت|العدد|gmt|utc|am|pm|at|on|published|publish|posted|updated|last|modified|update|date|time|le|publié|publiée|mis|à|jour|saturday|sunday|monday|tuesday|wednesday|thursday|friday|sat|sun|mon|tue|wed|thu|fri|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi
  `).flatMap((key) => key.split(' ')),
);

interface DatesOfLine {
  published: string | null;
  updated: string | null;
  /** What stands beside the dates and their labels. */
  rest: string;
}

function datesOf(text: string): DatesOfLine | null {
  const arabic = findStatedDates(text).map((found) => ({
    ...found,
    value: found.time === null ? found.date : `${found.date}T${found.time}`,
  }));
  const latin = arabic.length > 0 ? null : findLatinDate(text);
  const dates = latin ? [{ ...latin, value: latin.date }] : arabic;
  if (dates.length === 0) return null;
  let published: string | null = null;
  let updated: string | null = null;
  let rest = '';
  let at = 0;
  for (const { start, end, value } of dates) {
    const before = text.slice(at, start);
    rest += `${before} | `;
    at = end;
    if (updateLabel.test(matchKey(before))) updated ??= value;
    else published ??= value;
  }
  return { published, updated, rest: rest + text.slice(at) };
}

/** The parts of a line that are not words about dates. */
function partsOf(rest: string): string[] {
  return (
    rest
      .split(/\s*[|•·]\s*|\s+[-–—/]\s+|(?<=\s)[-–—](?=\s)/u)
      .map((part) => part.replace(/^[\s،,:()[\]–—/-]+|[\s،,:()[\]–—/-]+$/gu, ''))
      // «بواسطة فلان في 24 تموز»: the «in» belongs to the date.
      .map((part) => part.replace(/\s+(?:في|يوم|بتاريخ|on|at|le)$/iu, ''))
      .filter((part) =>
        matchKey(part)
          .split(' ')
          .some((word) => word !== '' && !dateWords.has(word) && !/^\d+$/.test(word)),
      )
  );
}

type Names = Partial<Pick<Found, 'byline' | 'sourceName' | 'sectionName' | 'dateline'>>;

function bylineOf(text: string, surely: boolean): string | null {
  const parted = partLabel(text, bylineLabel);
  if (!parted || parted.rest === '' || wordsIn(matchKey(text)) > LONGEST_BYLINE) return null;
  const isName = parted.colon || surely || surelyByline.test(matchKey(text));
  return isName && !endsSentence(parted.rest) && !holdsVerb(parted.rest) ? parted.rest : null;
}

function sourceOf(text: string): string | null {
  const parted = partLabel(text, sourceLabel);
  if (!parted?.colon || parted.rest === '' || wordsIn(matchKey(parted.rest)) > 6) return null;
  return endsSentence(parted.rest) || holdsVerb(parted.rest) ? null : parted.rest;
}

/** What the parts of a metadata line name; null when one of them is no metadata. */
function namesOf(rest: string, parts: readonly string[], surely: boolean): Names | null {
  const names: Names = {};
  const whole = readDatelineAlone(rest.replace(/[\s|،,–—-]+$/u, '').trim(), []);
  if (parts.length > 0 && whole?.place != null) {
    return { dateline: { place: whole.place, outlet: whole.outlet } };
  }
  for (const part of parts) {
    const byline = bylineOf(part, false);
    const source = sourceOf(part);
    if (byline !== null) names.byline ??= byline;
    else if (source !== null) names.sourceName ??= source;
    else if (sectionNames.has(matchKey(part))) names.sectionName ??= part;
    else if (isKnownPlace(part)) names.dateline ??= { place: part, outlet: null };
    else if (isKnownOutlet(part) && names.dateline?.outlet === null) names.dateline.outlet = part;
    else if (!surely || wordsIn(matchKey(part)) > 5 || holdsVerb(part)) return null;
  }
  return names;
}

const clockOnly =
  /^(?:الساعه )?\d{1,2} \d{2}(?: \d{2})?(?: (?:am|pm|ص|م|صباحا|مساء|ظهرا|ليلا))?(?: (?:بتوقيت \S+|gmt|utc|\d+)){0,2}$/u;

interface LineReading extends Names {
  published?: string | null;
  updated?: string | null;
}

function readLine(line: Line, isFirst: boolean): LineReading | null {
  const { text } = line;
  if (line.words > LONGEST_DATE_LINE) return null;
  const dates = datesOf(text);
  if (dates) {
    const parts = partsOf(dates.rest);
    // Signs between the parts show that they are no sentence.
    const isRow =
      line.mark === 'date' || line.mark === 'byline' || /[|•·]|\s[-–—/]\s|:/u.test(text);
    const names = namesOf(dates.rest, parts, isRow);
    if (names && (parts.length === 0 || !endsSentence(text)))
      return { ...names, published: dates.published, updated: dates.updated };
    return null;
  }
  if (line.mark === 'date' || clockOnly.test(line.key)) return {};
  const source = sourceOf(text);
  if (source !== null) return { sourceName: source };
  if (line.mark === 'byline' && line.words <= LONGEST_BYLINE)
    return { byline: partLabel(text, bylineLabel)?.rest || text };
  if (isFirst) return null;
  const parts = text.split(/\s*[|•·]\s*/u).filter((part) => part !== '');
  const bylines = parts.map((part) => bylineOf(part, false));
  if (bylines[0] != null) return { byline: bylines[0] };
  return null;
}

/** Credits at the end: «(إعداد فلان - تحرير فلان)», «المصدر: وكالات», «تحرير: فلان». */
function readLastLine(line: Line): LineReading | null {
  const source = sourceOf(line.text);
  if (source !== null) return { sourceName: source };
  if (line.words > 14 || endsSentence(line.text.replace(/[)\]]+$/u, ''))) return null;
  const inner = /^[([](.*)[)\]]$/u.exec(line.text)?.[1];
  if (inner !== undefined && bylineLabel.test(matchKey(inner))) return {};
  const parted = partLabel(line.text, bylineLabel);
  return parted?.colon && parted.rest !== '' && line.words <= LONGEST_BYLINE
    ? { byline: parted.rest }
    : null;
}

/** What a line holds beside the dateline that was read off it: its date. */
function withoutDateline(text: string, { place, outlet }: PageDateline): string {
  let rest = text;
  for (const name of [place, outlet]) if (name !== null) rest = rest.replace(name, '');
  return rest.replace(/^[\s|،,:()–—/-]+|[\s|،,:()–—/-]+$/gu, '');
}

const LAST_LINES = 3;

export const metadata: Step = (reading: Reading) => {
  const { lines, head } = reading;
  const open = openLines(reading);
  const prose = firstProse(reading);
  const fates: [number, Fate][] = [];
  const pieces: Piece[] = [];
  const all: LineReading[] = [];
  const take = (i: number, read: LineReading | null): boolean => {
    if (!read) return false;
    const line = lines[i];
    if (read.dateline && line && !all.some(({ dateline }) => dateline)) {
      fates.push([i, 'dateline']);
      pieces.push({ line: i, text: withoutDateline(line.text, read.dateline) });
    } else fates.push([i, 'dropped']);
    all.push(read);
    return true;
  };

  let isFirst = true;
  for (const i of open) {
    const line = lines[i];
    if (prose < 0 || i >= prose) break;
    if (!line || line.zone === 'furniture' || line.mark === 'h1') {
      if (line?.mark === 'h1') isFirst = false;
      continue;
    }
    if (!take(i, readLine(line, isFirst && line.linked === null))) isFirst = false;
  }
  const last = open.filter((i) => i > prose && lines[i]?.zone === 'article').slice(-LAST_LINES);
  for (const i of last) {
    const line = lines[i];
    if (line) take(i, readLastLine(line));
  }

  const first = <K extends keyof LineReading>(name: K) =>
    all.map((read) => read[name]).find((value) => value != null) ?? null;
  const stated = head.published === null ? null : readMetadataDate(head.published);
  return {
    fates,
    pieces,
    found: {
      statedDate: stated ?? first('published') ?? first('updated'),
      byline: first('byline') ?? head.author,
      sourceName: first('sourceName'),
      sectionName: head.section ?? first('sectionName'),
      dateline: first('dateline'),
    },
  };
};
