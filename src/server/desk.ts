import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { addressHeader, signInOver } from '../api/auth/auth.ts';
import type { Desk } from '../api/desk.ts';
import { EventHub } from '../api/events.ts';
import { smtpMailer } from '../api/mail.ts';
import type { ReplyRoom } from '../newsroom/comments/room.ts';
import type { PictureStore } from '../newsroom/media/picture-files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { callerOf } from '../press/routes/caller.ts';
import type { Config } from './config.ts';

/** Everything that the API answers with. */
export function openDesk(parts: {
  config: Config;
  newsroom: Newsroom;
  pictures: PictureStore;
  replies: ReplyRoom;
  find: Desk['find'];
  onError: (error: unknown) => void;
}): Desk {
  const { config, newsroom, pictures, replies, find, onError } = parts;
  const { store, now } = newsroom;
  const { siteUrl } = config;
  const secret = secretOf(config);
  return {
    newsroom,
    pictures,
    replies,
    find,
    siteUrl,
    secret,
    allowInnerWebhooks: config.innerWebhooks,
    dictionary: config.dictionary,
    signIn: signInOver({ store, siteUrl, secret }),
    events: new EventHub({ store, now, onError }),
    mailer: config.smtpUrl === null ? null : smtpMailer(config.smtpUrl, config.mailFrom),
  };
}

/** What cookies and links are signed with. */
export const secretOf = (config: Config): string => config.secret ?? keptSecret(config.data);

/** The key of this data folder, made with the first start; only its owner reads it. */
function keptSecret(data: string): string {
  const file = join(data, 'desk-key');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** The same request, bearing the address it came from. */
export function knownCaller(request: Request, incoming: IncomingMessage): Request {
  const headers = new Headers(request.headers);
  headers.set(addressHeader, callerOf(incoming));
  return new Request(request, { headers });
}
