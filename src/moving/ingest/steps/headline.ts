import type { Line } from '../lines.ts';
import { UnreadablePage } from '../page.ts';
import { readDatelineAlone, readDatelineAtHead } from '../read-dateline.ts';
import { withoutSiteName } from '../split-headline.ts';
import { isMenuWord } from '../words/furniture.ts';
import { soundsLikeOutlet, soundsLikeSite } from '../words/outlets.ts';
import { isKnownPlace } from '../words/places.ts';
import { contentStems, matchKey } from '../words/text.ts';
import { firstProse, isProse } from './prose.ts';
import { siteNames } from './site-names.ts';
import {
  type Fate,
  openLines,
  type Piece,
  type Reading,
  type Step,
  type StepResult,
} from './step.ts';

/** The line that is the title of the story, before it is looked at for its decks. */

const LONGEST_HEADLINE = 300;
/** Titles that end in a full stop exist; so long ones do not. */
const LONGEST_SENTENCE = 30;

const noHeadline = (): UnreadablePage =>
  new UnreadablePage(
    'No headline was found: put the headline on a line of its own above the body, and try again.',
  );

/** How much of the title that the page's head states a line holds, 0–1. */
function likeness(line: Line, stated: ReadonlySet<string>): number {
  if (stated.size === 0) return 0;
  const stems = contentStems(line.text);
  let shared = 0;
  for (const stem of stems) if (stated.has(stem)) shared += 1;
  return shared / Math.max(1, stems.size);
}

/** The heading that is the story's title: an h1, or another heading that says what the head's title says. */
function markedHeadline(reading: Reading, stated: string | null): number {
  const stems = contentStems(stated ?? '');
  let best = -1;
  let highest = 0;
  for (const i of openLines(reading)) {
    const line = reading.lines[i];
    if (!line || line.words === 0 || line.text.length > LONGEST_HEADLINE) continue;
    const like = likeness(line, stems);
    let score = 0;
    if (line.mark === 'h1') score = 0.5 + like + (line.zone === 'article' ? 0.2 : 0);
    else if (line.mark === 'heading' && like >= 0.7 && line.words > 2) score = 0.2 + like;
    if (line.zone === 'furniture') score -= 0.4;
    if (score > highest) {
      best = i;
      highest = score;
    }
  }
  return best;
}

function titleOfHead(reading: Reading): string | null {
  const { headline, title } = reading.head;
  const stated = headline ?? title;
  if (stated === null) return null;
  return withoutSiteName(stated, siteNames(reading))?.title ?? stated;
}

/** Lines above the title that belong to the site: its menu, its name, the section. */
function isAboveTitle(line: Line, following: readonly (Line | undefined)[]): boolean {
  if (isMenuWord(line)) return true;
  // «أخبار العراق»: the section.
  if (line.words <= 3 && line.key.startsWith('اخبار ')) return true;
  if (line.words <= 4 && soundsLikeSite(line.text)) return true;
  const isShort = (other: Line | undefined): boolean =>
    other !== undefined && other.words <= 2 && !/[.:؟!،]$/u.test(other.text);
  return isShort(line) && following.slice(0, 2).every(isShort);
}

/** The title of a plain text: the first line that belongs to the story. */
function firstTitle(reading: Reading): { line: number; above: number[]; section: string | null } {
  const { lines } = reading;
  const open = openLines(reading).filter((i) => lines[i]?.zone === 'article');
  const above: number[] = [];
  let inMenu = false;
  let section: string | null = null;
  for (let at = 0; at < open.length; at += 1) {
    const i = open[at] ?? 0;
    const line = lines[i];
    if (!line) continue;
    const following = open.slice(at + 1, at + 3).map((next) => lines[next]);
    const shortEnough = line.words <= 2 && inMenu && following[0] !== undefined;
    if (isAboveTitle(line, following) || (shortEnough && !isProse(line))) {
      above.push(i);
      inMenu = following.length > 1 && line.words <= 2;
      section = soundsLikeSite(line.text) ? section : line.text;
      continue;
    }
    const dateline = readDatelineAlone(line.text, siteNames(reading));
    // Here it may as well be a title («لبنان – حريق كبير»), so both must be sure.
    const [place = ''] = dateline?.place?.split(/\s*[،,]\s*/u) ?? [];
    if (isKnownPlace(place) && soundsLikeOutlet(dateline?.outlet ?? '')) continue;
    return { line: i, above, section: above.length === 1 ? section : null };
  }
  throw noHeadline();
}

function refuseBody(line: Line, names: readonly string[]): void {
  if (line.text.length > LONGEST_HEADLINE) throw noHeadline();
  if (!isProse(line) || line.mark === 'h1') return;
  if (line.words > LONGEST_SENTENCE && /[.۔]$/u.test(line.text)) throw noHeadline();
  if (readDatelineAtHead(line.text, names) !== null && /[.۔]$/u.test(line.text)) throw noHeadline();
}

/** Lines that only repeat the title: the page's own title, the end of a breadcrumb. */
function repeats(reading: Reading, title: string, lines: readonly number[]): number[] {
  const key = matchKey(title);
  if (key.split(' ').length < 3) return [];
  const prose = firstProse(reading);
  return openLines(reading).filter((i) => {
    const line = reading.lines[i];
    // In plain text the same words further down may be a subheading.
    return !lines.includes(i) && line?.key === key && (line.linked !== null || i < prose);
  });
}

export const headline: Step = (reading): StepResult => {
  const stated = titleOfHead(reading);
  const marked = markedHeadline(reading, stated);
  const fates: [number, Fate][] = [];
  const pieces: Piece[] = [];

  if (marked < 0 && stated !== null && firstProse(reading) >= 0) {
    // The title stands only in the head of the page, or on a line that no markup tells apart.
    const key = matchKey(stated);
    const visible = openLines(reading).find((i) => reading.lines[i]?.key === key);
    if (visible !== undefined) fates.push([visible, 'headline']);
    const again = repeats(reading, stated, visible === undefined ? [] : [visible]);
    fates.push(...again.map((i): [number, Fate] => [i, 'dropped']));
    return { fates, found: { headline: stated } };
  }

  const plain = marked < 0 ? firstTitle(reading) : { line: marked, above: [], section: null };
  const first = reading.lines[plain.line];
  if (!first) throw noHeadline();
  refuseBody(first, siteNames(reading));
  fates.push(...plain.above.map((i): [number, Fate] => [i, 'dropped']));

  // A title of several lines in one element is a title of several decks.
  const parts = [plain.line];
  if (first.mark === 'h1')
    for (let i = plain.line + 1; reading.lines[i]?.block === first.block; i += 1)
      if (reading.fates[i] === null) parts.push(i);
  fates.push(...parts.map((i): [number, Fate] => [i, 'headline']));

  let title = parts.map((i) => reading.lines[i]?.text ?? '').join('\n');
  const cut = withoutSiteName(title, siteNames(reading));
  if (cut) {
    pieces.push({ line: parts.at(-1) ?? 0, text: cut.site });
    title = cut.title;
  }
  fates.push(...repeats(reading, title, parts).map((i): [number, Fate] => [i, 'dropped']));
  const { sectionName } = reading.found;
  return { fates, pieces, found: { headline: title, sectionName: sectionName ?? plain.section } };
};
