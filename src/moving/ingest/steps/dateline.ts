import { findStatedDate } from '../../../arabic/stated-date.ts';
import type { Line } from '../lines.ts';
import { type Dateline, readDatelineAlone, readDatelineAtHead } from '../read-dateline.ts';
import { matchKey, wordsIn } from '../words/text.ts';
import { firstProse, isProse } from './prose.ts';
import { siteNames } from './site-names.ts';
import {
  openLines,
  type Piece,
  type Reading,
  type Step,
  type StepResult,
  storyBegins,
} from './step.ts';

/** Where the story was reported from and by which outlet. */

/** A summary may stand between the title and the dateline. */
const LINES_BEHIND_PROSE = 2;
const PARAGRAPHS_LOOKED_AT = 2;

function resultOf(reading: Reading, read: Dateline, line: number): StepResult {
  const pieces: Piece[] = [];
  const { byline, statedDate, dateline: beside } = reading.found;
  if (beside) {
    // One stood beside the date already; of the two, that of its own line or paragraph counts.
    const names = [beside.place, beside.outlet].filter((name) => name !== null);
    pieces.push({ line: reading.fates.indexOf('dateline'), text: names.join(' – ') });
  }
  if (read.date !== null) pieces.push({ line, text: read.date });
  if (read.person !== null && byline !== null) pieces.push({ line, text: read.person });
  return {
    pieces,
    found: {
      dateline: { place: read.place, outlet: read.outlet },
      byline: byline ?? read.person,
      // A dateline that says the year says when the story was filed.
      statedDate: statedDate ?? (read.date && (findStatedDate(read.date)?.date ?? null)),
    },
  };
}

/** A line that the markup calls a dateline is one, however unknown the place. */
function markedDateline(line: Line): Dateline | null {
  if (line.mark !== 'dateline' || wordsIn(matchKey(line.text)) > 4) return null;
  const place = line.text.replace(/[\s–—:،-]+$/u, '');
  return { place, outlet: null, person: null, date: null, end: line.text.length };
}

export const dateline: Step = (reading) => {
  const { lines } = reading;
  const names = siteNames(reading);
  const prose = firstProse(reading);
  const open = openLines(reading);
  const body = lines[prose];
  // Lists of results have lines like datelines, and no sentences.
  const isAboveBody = (i: number) => i < prose && body !== undefined && isProse(body);

  for (const i of open) {
    const line = lines[i];
    if (i > prose + LINES_BEHIND_PROSE) break;
    if (!line || line.zone === 'furniture' || line.mark === 'heading') continue;
    if (line.zone === 'outside' && line.mark !== 'dateline') continue;
    const read = readDatelineAlone(line.text, names, isAboveBody(i)) ?? markedDateline(line);
    if (read) return { ...resultOf(reading, read, i), fates: [[i, 'dateline']] };
  }

  const paragraphs = open.filter((i) => {
    const line = lines[i];
    return line?.zone === 'article' && i > storyBegins(reading) && isProse(line);
  });
  for (const i of paragraphs.slice(0, PARAGRAPHS_LOOKED_AT)) {
    const text = lines[i]?.text ?? '';
    const read = readDatelineAtHead(text, names);
    if (!read) continue;
    return {
      ...resultOf(reading, read, i),
      found: {
        ...resultOf(reading, read, i).found,
        opening: { line: i, text: text.slice(read.end) },
      },
    };
  }
  return {};
};
