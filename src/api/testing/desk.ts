import { openRoom } from '../../newsroom/comments/testing/room.ts';
import { PictureStore } from '../../newsroom/media/picture-files.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { signInOver } from '../auth/auth.ts';
import type { Desk } from '../desk.ts';
import { EventHub } from '../events.ts';

/** A desk over a newsroom, as the server would open it. */
export function deskOver(newsroom: Newsroom, pictureFolder: string): Desk {
  const siteUrl = 'http://127.0.0.1:4000';
  const secret = 'x'.repeat(40);
  const { store, now } = newsroom;
  const onError = (error: unknown): void => {
    throw error;
  };
  return {
    newsroom,
    siteUrl,
    secret,
    find: async () => ({ total: 0, hits: [], suggestion: null }),
    match: async () => [],
    pictures: new PictureStore(pictureFolder),
    signIn: signInOver({ store, siteUrl, secret }),
    events: new EventHub({ store, now, onError }),
    replies: openRoom(newsroom),
    mailer: null,
    allowInnerWebhooks: false,
    dictionary: pictureFolder,
  };
}
