import type { Line } from '../lines.ts';
import type { PageBlock, PageDateline } from '../page.ts';

/** Where a line went. Every line goes to exactly one place. */
export type Fate = 'headline' | 'deck' | 'dateline' | 'neighbour' | 'body' | 'dropped';

/** What the head of an HTML page states; all null for plain text. */
export interface PageHead {
  title: string | null;
  siteName: string | null;
  /** og:title, or the headline of the JSON-LD. */
  headline: string | null;
  published: string | null;
  author: string | null;
  section: string | null;
  previousTitle: string | null;
  nextTitle: string | null;
}

export const emptyHead: PageHead = {
  title: null,
  siteName: null,
  headline: null,
  published: null,
  author: null,
  section: null,
  previousTitle: null,
  nextTitle: null,
};

/** What the steps have found so far. */
export interface Found {
  headline: string | null;
  kicker: string | null;
  deck: string | null;
  dateline: PageDateline | null;
  /** The first paragraph after a dateline was taken from its head. */
  opening: { line: number; text: string } | null;
  statedDate: string | null;
  byline: string | null;
  sourceName: string | null;
  sectionName: string | null;
  previousTitle: string | null;
  nextTitle: string | null;
  blocks: PageBlock[];
}

export const nothingFound: Found = {
  headline: null,
  kicker: null,
  deck: null,
  dateline: null,
  opening: null,
  statedDate: null,
  byline: null,
  sourceName: null,
  sectionName: null,
  previousTitle: null,
  nextTitle: null,
  blocks: [],
};

/** A part of a line that was left out while the rest of it went elsewhere. */
export interface Piece {
  line: number;
  text: string;
}

/** What every step is given: all lines, where each went so far, and what was found. Read-only. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly head: PageHead;
  readonly fates: readonly (Fate | null)[];
  readonly found: Readonly<Found>;
}

/** What a step adds. It may only give a fate to lines that have none. */
export interface StepResult {
  fates?: (readonly [line: number, fate: Fate])[];
  pieces?: Piece[];
  found?: Partial<Found>;
}

export type Step = (reading: Reading) => StepResult;

export interface Outcome extends Reading {
  readonly pieces: readonly Piece[];
}

/**
 * Runs the steps in order, each on what the ones before it left.
 *
 * @throws Error when a step gives a fate to a line that has one: a fault of the step.
 */
export function runSteps(lines: readonly Line[], head: PageHead, steps: readonly Step[]): Outcome {
  const fates: (Fate | null)[] = lines.map(() => null);
  const pieces: Piece[] = [];
  let found: Found = nothingFound;
  for (const step of steps) {
    const result = step({ lines, head, fates, found });
    for (const [line, fate] of result.fates ?? []) {
      if (fates[line] !== null) throw new Error(`${step.name}: line ${line} has its place already`);
      fates[line] = fate;
    }
    for (const piece of result.pieces ?? []) pieces.push(piece);
    found = { ...found, ...result.found };
  }
  return { lines, head, fates, found, pieces };
}

/** Indices of the lines that no step has placed yet. */
export function openLines(reading: Reading): number[] {
  const open: number[] = [];
  reading.fates.forEach((fate, line) => {
    if (fate === null) open.push(line);
  });
  return open;
}

/** The line of the title, or -1 where it stands outside the article: then all of that is behind it. */
export function storyBegins({ lines, fates }: Reading): number {
  const title = fates.indexOf('headline');
  return lines[title]?.zone === 'article' ? title : -1;
}
