import type { ReplyRoom } from '../newsroom/comments/room.ts';
import type { PictureStore } from '../newsroom/media/picture-files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { DeskAnswer, DeskQuestion } from '../newsroom/stories/search.ts';
import type { Actor } from '../newsroom/users/roles.ts';
import type { SignIn } from './auth/auth.ts';
import type { EventHub } from './events.ts';
import type { Mailer } from './mail.ts';

/** Everything that the API needs from outside. */
export interface Desk {
  newsroom: Newsroom;
  pictures: PictureStore;
  signIn: SignIn;
  /** Readers' replies, and the keys of their addresses. */
  replies: ReplyRoom;
  /** Looks into whole texts, in every state. @throws Error while that is not possible */
  find(question: DeskQuestion): Promise<DeskAnswer>;
  /** Ids of all stories that match, for a list; the last word may be only begun. @throws Error as {@link find} */
  match(question: DeskQuestion): Promise<number[]>;
  /** Tells open windows of the desk what changed. */
  events: EventHub;
  /** Null where no mail server is configured: links are handed on by people then. */
  mailer: Mailer | null;
  /** Scheme and host, without a slash at the end. */
  siteUrl: string;
  /** Signs the links of previews. */
  secret: string;
  /** Whether webhooks may be of this machine or its network. */
  allowInnerWebhooks: boolean;
  /** The folder of the dictionary; it may be missing or empty. */
  dictionary: string;
}

/** A signed-in person, or a program with their token. */
export interface Caller extends Actor {
  userId: string;
  email: string;
  language: 'ar' | 'en';
  twoFactor: boolean;
  /** What a token may do; null for a person at the desk. */
  scopes: readonly string[] | null;
  /** The session's token; null for programs. */
  session: string | null;
}
