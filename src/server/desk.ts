import type { IncomingMessage } from 'node:http';
import { addressHeader, signInOver } from '../api/auth/auth.ts';
import type { Desk } from '../api/desk.ts';
import { EventHub } from '../api/events.ts';
import { smtpMailer } from '../api/mail.ts';
import type { ReplyRoom } from '../newsroom/comments/room.ts';
import type { PictureStore } from '../newsroom/media/picture-files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { callerOf } from '../press/routes/caller.ts';
import type { Config } from './config.ts';
import { secretOf } from './secret.ts';

/** Everything that the API answers with. */
export function openDesk(parts: {
  config: Config;
  newsroom: Newsroom;
  pictures: PictureStore;
  replies: ReplyRoom;
  find: Desk['find'];
  match: Desk['match'];
  onError: (error: unknown) => void;
}): Desk {
  const { config, newsroom, pictures, replies, find, match, onError } = parts;
  const { store, now } = newsroom;
  const { siteUrl } = config;
  const secret = secretOf(config);
  return {
    newsroom,
    pictures,
    replies,
    find,
    match,
    siteUrl,
    secret,
    allowInnerWebhooks: config.innerWebhooks,
    dictionary: config.dictionary,
    signIn: signInOver({ store, siteUrl, secret }),
    events: new EventHub({ store, now, onError }),
    mailer: config.smtpUrl === null ? null : smtpMailer(config.smtpUrl, config.mailFrom),
  };
}

/** The same request, bearing the address it came from. */
export function knownCaller(request: Request, incoming: IncomingMessage): Request {
  const headers = new Headers(request.headers);
  headers.set(addressHeader, callerOf(incoming));
  return new Request(request, { headers });
}
