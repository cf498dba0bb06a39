import type { Generated } from 'kysely';

/** Tables of the desk's own: who is signed in, who is where, what goes out to other programs. */
export interface DeskTables {
  sessions: SessionTable;
  verifications: VerificationTable;
  two_factor: TwoFactorTable;
  invitations: InvitationTable;
  presence: PresenceTable;
  story_topics: StoryTopicTable;
  story_people: StoryPersonTable;
  story_media: StoryMediaTable;
  saved_views: SavedViewTable;
  front: FrontTable;
  api_tokens: ApiTokenTable;
  webhooks: WebhookTable;
  deliveries: DeliveryTable;
  previews: PreviewTable;
}

interface SessionTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: number;
  ip_address: string | null;
  user_agent: string | null;
  created_at: number;
  updated_at: number;
}

interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: number;
  created_at: number;
  updated_at: number;
}

interface TwoFactorTable {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<number>;
  failed_verification_count: Generated<number>;
  locked_until: number | null;
}

/** A one-time link: of the first run, of an invitation, of a lost password. Only its hash is kept. */
interface InvitationTable {
  id: string;
  kind: 'setup' | 'invitation' | 'reset';
  token_hash: string;
  email: string;
  name: string;
  role: string;
  user_id: string | null;
  invited_by: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

interface PresenceTable {
  story_id: number;
  user_id: string;
  block: number | null;
  at: number;
}

interface StoryTopicTable {
  topic_id: number;
  story_id: number;
}

interface StoryPersonTable {
  person_id: number;
  story_id: number;
}

/** Pictures of the working copy. */
interface StoryMediaTable {
  media_id: number;
  story_id: number;
}

interface SavedViewTable {
  id: Generated<number>;
  user_id: string;
  name: string;
  query: string;
  created_at: number;
}

/** One row: how the front page is arranged. */
interface FrontTable {
  id: number;
  version: number;
  lead_id: number | null;
  pinned_json: string;
  updated_at: number;
}

interface ApiTokenTable {
  id: string;
  user_id: string;
  name: string;
  token_hash: string;
  scopes: string;
  created_at: number;
  used_at: number | null;
  expires_at: number | null;
}

interface WebhookTable {
  id: Generated<number>;
  url: string;
  kinds: string;
  secret: string;
  active: number;
  created_at: number;
  /** The newest change that deliveries were made for. */
  followed_to: number;
}

interface DeliveryTable {
  id: Generated<number>;
  webhook_id: number;
  change_id: number;
  kind: string;
  payload: string;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  next_at: number | null;
  at: number;
  status: number | null;
  error: string | null;
}

/** Unsaved text that its writer looks at in the press's page. */
interface PreviewTable {
  story_id: number;
  user_id: string;
  content_json: string;
  expires_at: number;
}
