import type { Generated, Kysely } from 'kysely';
import type { CopyDeskTables } from './schema-copydesk.ts';
import type { DeskTables } from './schema-desk.ts';
import type { ReplyTables } from './schema-replies.ts';

/**
 * Tables of the newsroom, the same on SQLite and PostgreSQL. Instants are epoch
 * milliseconds; columns that end in `_json` hold JSON text that its owner in
 * `newsroom/` parses with zod.
 */
export interface Database extends DeskTables, ReplyTables, CopyDeskTables {
  users: UserTable;
  accounts: AccountTable;
  sections: SectionTable;
  topics: TopicTable;
  series: SeriesTable;
  people: PersonTable;
  media: MediaTable;
  stories: StoryTable;
  versions: VersionTable;
  autosaves: AutosaveTable;
  publications: PublicationTable;
  publication_topics: PublicationTopicTable;
  publication_people: PublicationPersonTable;
  publication_events: PublicationEventTable;
  pages: PageTable;
  redirects: RedirectTable;
  settings: SettingTable;
  audit: AuditTable;
  changes: ChangeTable;
}

/** A connection that a use case reads or writes through. */
export type Db = Kysely<Database>;

interface UserTable {
  id: string;
  email: string;
  email_verified: number;
  name: string;
  role: string;
  person_id: number | null;
  image: string | null;
  /** Signs in no more; their stories and names stay. */
  disabled: Generated<number>;
  language: Generated<string>;
  two_factor_enabled: Generated<number>;
  created_at: number;
  updated_at: number;
}

/** How a user proves who they are; better-auth's shape, so that the desk's sign-in reads it. */
interface AccountTable {
  id: string;
  user_id: string;
  provider_id: string;
  account_id: string;
  password: string | null;
  created_at: number;
  updated_at: number;
}

interface SectionTable {
  id: Generated<number>;
  slug: string;
  name: string;
  description: string | null;
  position: number;
  /** What replies to its stories wait for, unless the story says more. */
  comments: Generated<string>;
}

interface TopicTable {
  id: Generated<number>;
  slug: string;
  name: string;
}

interface SeriesTable {
  id: Generated<number>;
  slug: string;
  name: string;
  description: string | null;
}

interface PersonTable {
  id: Generated<number>;
  slug: string;
  name: string;
  role: string | null;
  bio: string | null;
}

interface MediaTable {
  id: Generated<number>;
  hash: string;
  format: string;
  width: number;
  height: number;
  focal_x: number;
  focal_y: number;
  alt: string;
  caption: string | null;
  credit: string | null;
  rights: string | null;
  created_at: number;
  created_by: string | null;
}

/** The desk's side of a story: the working copy and where it stands. */
interface StoryTable {
  id: Generated<number>;
  /** Where an imported story came from; unique, so that importing twice does nothing twice. */
  origin: string | null;
  slug: string;
  state: string;
  state_before_spike: string | null;
  content_json: string;
  headline: string;
  /** Of the content as well, for lists. */
  type: Generated<string>;
  kicker: string | null;
  words: Generated<number>;
  section_id: number | null;
  version: number;
  published_version: number | null;
  embargo_until: number | null;
  publish_at: number | null;
  published_at: number | null;
  updated_at: number;
  created_at: number;
  corrections_json: string;
  priority: string;
  priority_until: number | null;
  note: string | null;
  author_id: string | null;
}

interface VersionTable {
  story_id: number;
  version: number;
  content_json: string;
  actor_id: string | null;
  actor_name: string;
  at: number;
  summary: string | null;
}

interface AutosaveTable {
  story_id: number;
  user_id: string;
  base_version: number;
  content_json: string;
  at: number;
}

/** The readers' side of a story: a row exists only while readers may know of it. */
interface PublicationTable {
  story_id: number;
  status: 'live' | 'withdrawn';
  slug: string;
  type: string;
  kicker: string | null;
  headline: string;
  deck: string | null;
  standfirst: string | null;
  section_id: number | null;
  series_id: number | null;
  published_at: number;
  updated_at: number;
  priority: string;
  priority_until: number | null;
  byline_json: string;
  lead_json: string | null;
  detail_json: string;
  comment_count: Generated<number>;
  /** What the story itself says of replies; its section and the newspaper may say more. */
  comments: Generated<string>;
  notice: string | null;
  /** The count of the archive's words that has this text in it; 0 when none has. */
  forms_run: Generated<number>;
}

interface PublicationTopicTable {
  topic_id: number;
  story_id: number;
  published_at: number;
}

interface PublicationPersonTable {
  person_id: number;
  story_id: number;
  published_at: number;
}

interface PublicationEventTable {
  story_id: number;
  position: number;
  at: number;
  granularity: string;
  text: string;
}

interface PageTable {
  id: Generated<number>;
  slug: string;
  title: string;
  body_json: string;
  position: number;
  in_footer: number;
  version: number;
  updated_at: number;
}

interface RedirectTable {
  from_path: string;
  to_path: string;
  created_at: number;
}

interface SettingTable {
  key: string;
  value_json: string;
}

interface AuditTable {
  id: Generated<number>;
  at: number;
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  detail_json: string;
}

/** The change feed: one row for every commit that readers can see. */
interface ChangeTable {
  id: Generated<number>;
  at: number;
  /** What happened, e.g. `story.published`. */
  kind: string;
  /** Surrogate keys of everything that may look different now, parted by spaces. */
  keys: string;
  /** Stories whose readers' copy changed, parted by spaces; the search index follows these. */
  story_ids: string;
}
