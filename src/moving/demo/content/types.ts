import type { Settings } from '../../../newsroom/settings/settings.ts';
import type {
  CommentPolicy,
  Dateline,
  Priority,
  Source,
  StoryEvent,
  StoryType,
} from '../../../newsroom/stories/story.ts';
import type { DayRule } from '../placeholders.ts';
import type { IllustrationId, PersonKey, SectionKey, SeriesKey, TopicKey } from './keys.ts';

/**
 * The demo newsroom as its writers keep it. Every date is an offset from the moment of the first
 * start, so that the paper is fresh on whichever day that is. Every string that readers see may
 * hold placeholders (`{{day+6}}`, see placeholders.ts) and is resolved by the loader.
 */

/** One block of a body, readable as it will be read (body-notation.ts turns it into body nodes). */
export type PlainBlock =
  | { p: string }
  | { h2: string }
  | { h3: string }
  | { quote: string; cite?: string }
  | { ul: readonly string[] }
  | { ol: readonly string[] }
  /** The first row is the header; an empty string is an empty cell. */
  | { table: readonly (readonly string[])[] }
  | { image: IllustrationId; caption?: string };

/** An entry of a live story; the newest stands first. */
export interface UpdateBlock {
  update: { hoursAgo: number; heading?: string; blocks: readonly PlainBlock[] };
}

export type DemoBlock = PlainBlock | UpdateBlock;

export interface DemoEvent {
  /** Days after the day of the first start. */
  inDays: number;
  /** Moves the day forward to the first one that fits, as `@` does in a placeholder. */
  on?: DayRule;
  /** Hour of the newsroom's clock, 0–23; midnight when left out. */
  hour?: number;
  granularity: StoryEvent['granularity'];
  text: string;
}

export interface DemoStory {
  /** Names the story inside the demo content only. */
  key: string;
  type: StoryType;
  section: SectionKey;
  kicker?: string;
  headline: string;
  deck?: string;
  standfirst?: string;
  dateline?: Dateline;
  by: readonly PersonKey[];
  topics: readonly TopicKey[];
  series?: SeriesKey;
  lead?: IllustrationId;
  body: readonly DemoBlock[];
  sources: readonly Source[];
  events?: readonly DemoEvent[];
  /** `hoursAfter` publication. */
  corrections?: readonly { hoursAfter: number; text: string }[];
  /** Hours before the first start at which readers got it. */
  hoursAgo: number;
  /** `hours`: how long after publication the priority ends by itself. */
  priority?: { kind: Exclude<Priority, 'normal'>; hours?: number };
  comments?: CommentPolicy;
}

export interface DemoSection {
  key: SectionKey;
  name: string;
}

export interface DemoTopic {
  key: TopicKey;
  name: string;
}

export interface DemoSeries {
  key: SeriesKey;
  name: string;
  about: string;
}

export interface DemoPerson {
  key: PersonKey;
  name: string;
  role: string;
  bio: string;
}

export interface DemoPage {
  slug: string;
  title: string;
  body: readonly PlainBlock[];
}

export type DemoSettings = Pick<Settings, 'name' | 'motto' | 'about'>;
