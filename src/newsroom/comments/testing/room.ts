import { randomBytes } from 'node:crypto';
import type { Newsroom } from '../../newsroom.ts';
import { ReaderKeys } from '../keys.ts';
import type { ReplyPost } from '../post.ts';
import { formToken } from '../reply-tokens.ts';
import { openReplyRoom, type ReplyRoom } from '../room.ts';

/** A room with a key of its own. */
export const openRoom = (newsroom: Newsroom): ReplyRoom =>
  openReplyRoom({
    newsroom,
    keys: new ReaderKeys([randomBytes(32)], 'a secret of the tests'),
    letters: true,
  });

/** What an honest reader posts, with what the test is about put in. */
export const replyTo = (
  room: ReplyRoom,
  storyId: number,
  over: Partial<ReplyPost> = {},
): ReplyPost => ({
  storyId,
  name: 'هدى سالم',
  email: 'huda@example.org',
  text: 'أحسنتم، والجسر كان حلماً قديماً.',
  parentId: null,
  notify: false,
  token: formToken(room.keys, { storyId, at: room.newsroom.now() }),
  trap: '',
  address: '127.0.0.1',
  ...over,
});
