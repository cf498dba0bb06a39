import type { Newsroom } from '../newsroom.ts';
import { storyPath } from '../publications/paths.ts';
import { readSettings } from '../settings/read.ts';
import type { ReaderKeys } from './keys.ts';
import { unsubscribeToken } from './reply-tokens.ts';

/** A letter to a reader, ready to be sent. */
export interface ReplyLetter {
  to: string;
  subject: string;
  text: string;
  headers: Record<string, string>;
}

export interface LetterParts {
  newsroom: Newsroom;
  keys: ReaderKeys;
  siteUrl: string;
  /** Throws when the letter could not be handed over. */
  send(letter: ReplyLetter): Promise<void>;
  /** Hears of one that was not sent; never of whom it was for. */
  onFailure(failure: { letter: number; attempts: number; error: unknown }): void;
}

const minute = 60_000;
/** Somebody else may take a letter up again after so long; sending takes seconds. */
const claimedFor = 5 * minute;
const batch = 20;
const mostAttempts = 8;
/** After 2, 8, 32 minutes and so on; never longer than half a day. */
const waitAfter = (attempts: number): number => Math.min(2 * minute * 4 ** attempts, 720 * minute);

/** Sends the letters that are due, each once however many nodes try. Answers how many were sent. */
export async function sendDueLetters(parts: LetterParts): Promise<number> {
  const { newsroom } = parts;
  const due = await newsroom.store.read
    .selectFrom('reply_letters')
    .selectAll()
    .where('next_at', '<=', newsroom.now())
    .orderBy('next_at')
    .limit(batch)
    .execute();
  let sent = 0;
  for (const { id, next_at, attempts } of due) {
    const claimed = await newsroom.store.write((tx) =>
      tx
        .updateTable('reply_letters')
        .set({ next_at: newsroom.now() + claimedFor })
        .where('id', '=', id)
        .where('next_at', '=', next_at)
        .returning('id')
        .executeTakeFirst(),
    );
    if (claimed === undefined) continue;
    try {
      const letter = await letterOf(parts, id);
      if (letter !== null) {
        await parts.send(letter);
        sent += 1;
      }
      await forget(newsroom, id);
    } catch (error) {
      parts.onFailure({ letter: id, attempts: attempts + 1, error });
      if (attempts + 1 >= mostAttempts) await forget(newsroom, id);
      else
        await newsroom.store.write((tx) =>
          tx
            .updateTable('reply_letters')
            .set({ attempts: attempts + 1, next_at: newsroom.now() + waitAfter(attempts) })
            .where('id', '=', id)
            .execute(),
        );
    }
  }
  return sent;
}

async function forget(newsroom: Newsroom, id: number): Promise<void> {
  await newsroom.store.write((tx) => tx.deleteFrom('reply_letters').where('id', '=', id).execute());
}

/** Null where there is nothing to tell any more, or nobody who wants to hear it. */
async function letterOf(parts: LetterParts, id: number): Promise<ReplyLetter | null> {
  const { read } = parts.newsroom.store;
  const row = await read
    .selectFrom('reply_letters')
    .innerJoin('comments as parent', 'parent.id', 'reply_letters.comment_id')
    .innerJoin('comments as answer', 'answer.id', 'reply_letters.answer_id')
    .innerJoin('publications', 'publications.story_id', 'parent.story_id')
    .leftJoin('readers', 'readers.email_hash', 'parent.email_hash')
    .select([
      ...(['parent.id', 'parent.name', 'parent.email_cipher', 'parent.email_hash'] as const),
      ...(['answer.id as answer', 'answer.name as by', 'answer.text', 'answer.state'] as const),
      ...(['publications.story_id', 'publications.slug', 'publications.headline'] as const),
      ...(['publications.status', 'readers.muted'] as const),
    ])
    .where('reply_letters.id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.state !== 'approved' || row.status !== 'live' || row.muted === 1)
    return null;
  const to = parts.keys.open(row.email_cipher ?? '', row.email_hash ?? '');
  if (to === null) return null;
  const { name: paper } = await readSettings(read);
  const { siteUrl } = parts;
  const place = storyPath({ id: row.story_id, slug: row.slug });
  const stop = `${siteUrl}/reply/unsubscribe/${unsubscribeToken(parts.keys, row.id)}`;
  return {
    to,
    subject: oneLine(`جواب عن ردّك في ${paper}`),
    text: [
      `${oneLine(row.name)}، تحية طيبة،`,
      `كتب ${oneLine(row.by)} جواباً عن ردّك على «${oneLine(row.headline)}»:`,
      row.text,
      `الجواب في مكانه:\n${siteUrl}${place}/replies/${row.id}#comment-${row.answer}`,
      `تصلك هذه الرسالة لأنك طلبت إشعارك بالأجوبة. لإيقافها:\n${stop}`,
      oneLine(paper),
    ].join('\n\n'),
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}

/** What strangers typed must not become a second line of a header, nor fill one. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 200);
