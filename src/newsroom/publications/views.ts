import type { Settings } from '../settings/settings.ts';
import type { Body } from '../stories/body.ts';
import type {
  CommentPolicy,
  Correction,
  Dateline,
  Priority,
  Source,
  StoryEvent,
  StoryType,
} from '../stories/story.ts';

/** What readers get. Built only from publications, so nothing unpublished can be in it. */

export interface Named {
  id: number;
  slug: string;
  name: string;
}

/** A picture of the archive. `hash` names its files; focal point in fractions of width and height. */
export interface Picture {
  id: number;
  hash: string;
  width: number;
  height: number;
  focalX: number;
  focalY: number;
  alt: string;
  caption: string | null;
  credit: string | null;
}

export interface Byline {
  people: Named[];
  agency: string | null;
}

/** A story as lists show it. Instants are epoch milliseconds. */
export interface StoryCard {
  id: number;
  slug: string;
  type: StoryType;
  kicker: string | null;
  headline: string;
  standfirst: string | null;
  section: Named | null;
  byline: Byline;
  publishedAt: number;
  updatedAt: number;
  lead: Picture | null;
  commentCount: number;
  priority: Priority;
}

/** A story as its own page shows it. */
export interface PublishedStory extends StoryCard {
  deck: string | null;
  dateline: Dateline | null;
  body: Body;
  /** Every picture the body names, by id. */
  pictures: Record<number, Picture>;
  sources: Source[];
  events: StoryEvent[];
  corrections: Correction[];
  topics: Named[];
  series: Named | null;
  readingMinutes: number;
  /** What the story and its section allow; the newspaper may be stricter yet. */
  comments: CommentPolicy;
}

export interface WithdrawnStory {
  id: number;
  slug: string;
  headline: string;
  notice: string | null;
  withdrawnAt: number;
}

export interface StoryLink {
  id: number;
  slug: string;
  headline: string;
}

/** Previous (older) and next (newer) by publication across the paper. */
export interface Neighbours {
  previous: StoryLink | null;
  next: StoryLink | null;
}

/** Where a reader may go on to from a story; no story stands in two lists. */
export interface MoreStories {
  /** They speak of the same. */
  related: StoryCard[];
  /** The story's first topic, and the newest others of it. */
  topic: Named | null;
  ofTopic: StoryCard[];
  /** They have nothing in common with it but the section. */
  section: Named | null;
  ofSection: StoryCard[];
}

export interface AnnouncedEvent extends StoryEvent {
  story: StoryLink;
}

/** What surrounds every page: names, sections, footer. */
export interface Shell {
  settings: Settings;
  sections: Named[];
  footerPages: { slug: string; title: string }[];
}

export interface FrontView {
  breaking: StoryCard | null;
  lead: StoryCard | null;
  second: StoryCard[];
  latest: StoryCard[];
  agenda: AnnouncedEvent[];
  bands: { section: Named; stories: StoryCard[] }[];
}

/** A page of a list. `older` is an opaque keyset cursor for the next page, null at the end. */
export interface StoryList {
  stories: StoryCard[];
  older: string | null;
}

export interface Person extends Named {
  role: string | null;
  bio: string | null;
}

export interface StandingPage {
  id: number;
  slug: string;
  title: string;
  body: Body;
  updatedAt: number;
}

export interface SearchHit {
  id: number;
  slug: string;
  headline: string;
  section: Named | null;
  publishedAt: number;
  /** Plain text around the match; `marks` are [start, end) UTF-16 ranges to light up in it. */
  snippet: string;
  marks: [number, number][];
  /** The same for the headline. */
  headlineMarks: [number, number][];
  score: number;
}

export interface SearchAnswer {
  query: string;
  total: number;
  hits: SearchHit[];
  suggestion: string | null;
  /** What the search was kept to, by name. */
  within: Within[];
}

/** A topic or a person that a search is kept to. */
export interface Within {
  kind: 'topic' | 'person';
  slug: string;
  name: string;
}
