import { type Arrival, textKeyOf } from './arrival.ts';
import { contextOf, readSurroundings } from './context.ts';
import type { OwnReply } from './own.ts';
import { type Judged, judge } from './pipeline/judge.ts';
import type { ReplyOutcome } from './post.ts';
import type { ReplyRoom } from './room.ts';

/**
 * Asks the pipeline about a reply that is here already, as things stand now: who its writer is,
 * whether its story still takes replies, what the lists say. How it came was judged when it came.
 * @param text its text, changed or not
 */
export async function judgeAgain(
  room: ReplyRoom,
  own: OwnReply,
  text: string,
): Promise<{ judged: Judged | { refuse: ReplyOutcome }; textKey: string | null }> {
  const { newsroom, phrases } = room;
  const at = newsroom.now();
  const textKey = textKeyOf(text);
  const isNew = textKey !== null && textKey !== textKeyOf(own.text);
  const before = await newsroom.store.read
    .selectFrom('comments')
    .select('email_hash')
    .where('id', '=', own.id)
    .executeTakeFirst();
  const arrival: Arrival = {
    ...{ at, storyId: own.story.id, parentId: null, name: own.name, text, textKey },
    ...{ email: '', hasEmail: true, hashes: before?.email_hash ? [before.email_hash] : [] },
    ...{ origin: '', notify: false, form: 'fresh' as const, trapFilled: false },
    rates: { address: 1, story: 1, reader: 1 },
    outside: null,
    // The database knows it, whichever thread took the others in.
    repeats: isNew ? null : 0,
  };
  const context = contextOf(
    arrival,
    await readSurroundings(newsroom.store.read, phrases, [arrival]),
  );
  return { judged: context === null ? { refuse: { kind: 'missing' } } : judge(context), textKey };
}
