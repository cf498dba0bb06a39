import { dash, gap, LONGEST_DATELINE, name, type Pieces, readPieces } from './dateline-pieces.ts';
import { speakers } from './words/headline-words.ts';
import { isKnownOutlet, soundsLikeOutlet } from './words/outlets.ts';
import { isKnownPlace } from './words/places.ts';
import { beginsWith, keysOf, matchKey, wordsIn } from './words/text.ts';
import { beginsInPast, beginsWithVerb, holdsVerb } from './words/verbs.ts';

/** Place and outlet of a dateline, and what else stood there. */
export interface Dateline {
  place: string | null;
  outlet: string | null;
  /** Who reported it, where a dateline names a person too («إسطنبول/ فلان/ الأناضول»). */
  person: string | null;
  /** The date inside the dateline, as written: «بغداد 24 تموز (رويترز)». */
  date: string | null;
  /** Where the text behind the dateline begins; the length of the text when nothing follows. */
  end: number;
}

const placeNames = (place: string): string[] => place.split(/\s*[،,]\s*/u);

const notInPlaces =
  /(?:^| )(?:في|من|الي|علي|عن|ل|ذات|هذا|هذه|التي|الذي|ان|مع|بعد|قبل|ما|لا|لم|لن|وكاله|المصدر)(?: |$)/u;

function isPlausiblePlace(place: string): boolean {
  if (notInPlaces.test(matchKey(place))) return false;
  return !holdsVerb(place) && placeNames(place).every((each) => wordsIn(matchKey(each)) <= 4);
}

/** The first name is a place that is known; «مأرب، شرق اليمن» too. */
function startsWithKnownPlace(place: string): boolean {
  return isKnownPlace(place) || isKnownPlace(placeNames(place)[0] ?? '');
}

/** Words after which a place is described, not reported from: «بغداد – عاصمة العراق – تستعد». */
const describing = new Set(
  keysOf(
    'وهي|وهو|التي|الذي|عاصمة|العاصمة|مدينة|المدينة|ثاني|ثانية|ثالث|أكبر|أقدم|كبرى|إحدى|أحد|حيث|مقر|مهد|بلد|ولا سيما|لاسيما|خاصة|كما|مثل|أي|أو',
  ),
);

function describes(text: string): boolean {
  return describing.has(matchKey(text.slice(0, 40)).split(' ')[0] ?? '');
}

function resultOf(pieces: Pieces, end: number): Dateline {
  const { names } = pieces;
  let place = pieces.place;
  let outlet = names[0] ?? null;
  let person: string | null = null;
  if (names.length > 1) {
    const at = soundsLikeOutlet(names[0] ?? '') ? 0 : 1;
    outlet = names[at] ?? null;
    person = names[1 - at] ?? null;
  }
  // «شفق نيوز/ بغداد»: some write the outlet first.
  const isSwapped =
    place !== null &&
    !isKnownPlace(place) &&
    (outlet === null ? soundsLikeOutlet(place) : isKnownPlace(outlet));
  if (isSwapped) [place, outlet] = [outlet, place];
  return { place, outlet, person, date: pieces.date, end };
}

function isOutletInPlace(place: string): boolean {
  return soundsLikeOutlet(place) && !isKnownPlace(place);
}

function isOutletHere(outlet: string, siteNames: readonly string[]): boolean {
  const key = matchKey(outlet);
  return (
    soundsLikeOutlet(outlet) ||
    // «المدار» for «صحيفة المدار».
    siteNames.some((site) => ` ${matchKey(site)}`.endsWith(` ${key}`))
  );
}

/** «[بغداد – رويترز]», «(بغداد) – رويترز». */
const enclosed = /^\s*[([]([^()[\]]+[-–—/][^()[\]]+)[)\]]\s*$/u;
/** A name after a colon without quotation marks may as well be a few words of a title. */
const MOST_WORDS_AFTER_COLON = 3;

/**
 * Reads a line that holds nothing but a dateline: «بغداد – رويترز», «بغداد (أ ف ب)», «بيروت –».
 *
 * @param siteNames What the page calls itself: an outlet, however unknown.
 * @param isAboveBody Between title and body even an unknown place and outlet are believed.
 * @returns null when the line may be something else.
 */
export function readDatelineAlone(
  text: string,
  siteNames: readonly string[],
  isAboveBody = true,
): Dateline | null {
  if (text.length > LONGEST_DATELINE) return null;
  const pieces = readPieces(enclosed.exec(text)?.[1] ?? text);
  if (!pieces || pieces.end < text.replace(enclosed, '$1').length) return null;
  const { place, names, by } = pieces;
  const outlet = names[0];
  if (place === null)
    return outlet && isOutletHere(outlet, siteNames) ? resultOf(pieces, text.length) : null;
  if (!isPlausiblePlace(place) || names.some((each) => holdsVerb(each))) return null;
  if (outlet === undefined) {
    const sure = isKnownPlace(place) || isKnownOutlet(place) || (by !== null && isSure(place));
    return sure ? resultOf(pieces, text.length) : null;
  }
  if (names.some((each) => !/\p{L}/u.test(each))) return null;
  const isKnown = startsWithKnownPlace(place) || isOutletHere(outlet, siteNames);
  // «روما – ليون» may be a match, «القاعة (ما عدا الجمعة)» a timetable.
  const isSwapped = isKnownPlace(outlet);
  if (!isKnown && !isSwapped && (!isAboveBody || by !== 'dash')) return null;
  if (by === 'colon' && !pieces.marked) {
    const isShort = wordsIn(matchKey(outlet)) <= MOST_WORDS_AFTER_COLON;
    if (!isKnownPlace(place) || !isShort || !isOutletHere(outlet, siteNames)) return null;
  }
  if (by === 'colon' && !startsWithKnownPlace(place) && !isOutletHere(outlet, siteNames))
    return null;
  return resultOf(pieces, text.length);
}

/** A short unknown name with a dash behind it, alone on its line. */
function isSure(place: string): boolean {
  return placeNames(place).every((each) => isKnownPlace(each) || wordsIn(matchKey(each)) <= 2);
}

/**
 * Reads the dateline at the head of a paragraph. What follows must be a sentence, and place or outlet
 * must be known, or sound as such names do; where a place is only described between dashes there is none.
 *
 * @returns null when the paragraph begins with no dateline.
 */
export function readDatelineAtHead(text: string, siteNames: readonly string[]): Dateline | null {
  const pieces = readPieces(text.slice(0, LONGEST_DATELINE));
  if (!pieces) return null;
  const rest = text.slice(pieces.end);
  if (wordsIn(matchKey(rest.slice(0, 400))) < 3) return null;
  const { place, names, by, closedBy, marked } = pieces;
  const outlet = names[0];
  if (place === null)
    return closedBy !== null && outlet && isOutletHere(outlet, siteNames)
      ? resultOf(pieces, pieces.end)
      : null;
  if (!isPlausiblePlace(place) || names.some((each) => holdsVerb(each))) {
    return placeOnly(text, pieces);
  }
  if (outlet === undefined) return placeOnly(text, pieces);
  const isOutlet = names.some((each) => isOutletHere(each, siteNames));
  const placeKnown = startsWithKnownPlace(place);
  const sure =
    (isOutlet && (closedBy !== null || (marked && placeKnown))) ||
    (by === 'bracket' && placeKnown && closedBy !== null && !describes(outlet)) ||
    (by === 'slash' && placeKnown && closedBy !== null && !describes(outlet)) ||
    (placeKnown && closedBy === 'colon' && !describes(outlet) && couldBeOutlet(outlet)) ||
    (placeKnown && by === 'dash' && closedBy === 'dash' && isReportOf(outlet, rest));
  return sure ? resultOf(pieces, pieces.end) : placeOnly(text, pieces);
}

/** A short name that is no speaker: «بيروت – النهار: …», but not «بيروت – الوزير: …». */
function couldBeOutlet(name: string): boolean {
  const key = matchKey(name);
  return wordsIn(key) <= 3 && !speakers.test(key);
}

const fronted = beginsWith(
  'في|من|على|إلى|بعد|قبل|خلال|منذ|للمرة|مع|وسط|عقب|إثر|رغم|بينما|لم|لن|لا يزال|لا تزال',
);

/**
 * «بغداد – صوت النهر – أعلنت…»: an unknown name between dashes is the outlet when a report begins
 * behind it. Behind a parenthesis the sentence about the place would go on: «… – تستعد».
 */
function isReportOf(name: string, rest: string): boolean {
  if (describes(name) || !couldBeOutlet(name)) return false;
  return beginsInPast(rest) || fronted.test(matchKey(rest.slice(0, 60)));
}

const dashThen = new RegExp(`${dash}`, 'u');
const headOnly = new RegExp(
  `^${gap}(${name}(?:\\s*[،,]\\s*${name}){0,2})${gap}(${dash}|/)${gap}`,
  'u',
);
const SECOND_DASH_WITHIN = 100;

/** «بيروت – أعلنت الوزارة…»: a place alone, and then a sentence that no second dash makes a parenthesis. */
function placeOnly(text: string, pieces: Pieces): Dateline | null {
  const match = headOnly.exec(text.slice(0, LONGEST_DATELINE));
  // With a date behind the place («بغداد، 24 تموز –») the pieces end where the dash does.
  const isDated = pieces.date !== null && pieces.by === 'dash' && pieces.names.length === 0;
  const place = isDated ? pieces.place : match?.[1];
  if (place == null || !isPlausiblePlace(place)) return null;
  const end = isDated ? pieces.end : (match?.[0].length ?? 0);
  const rest = text.slice(end);
  if (!isDated && match?.[2] === '/' && !isOutletInPlace(place)) return null;
  if (!startsWithKnownPlace(place) && !isOutletInPlace(place)) {
    if (wordsIn(matchKey(place)) > 3 || !beginsWithVerb(rest)) return null;
  } else if (!beginsWithVerb(rest)) {
    if (describes(rest) || dashThen.test(rest.slice(0, SECOND_DASH_WITHIN))) return null;
  }
  return resultOf({ ...pieces, place, date: isDated ? pieces.date : null, names: [] }, end);
}
