import { z } from 'zod';
import { normalise } from '../../arabic/normalise.ts';
import type { Db } from '../../store/schema.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { type Actor, authorise } from '../users/roles.ts';

/** `banned` rejects a reply, `suspect` holds it. */
export const phraseKinds = ['banned', 'suspect'] as const;
export type PhraseKind = (typeof phraseKinds)[number];

export interface Phrase {
  id: number;
  phrase: string;
  kind: PhraseKind;
  /** Why it is here, for colleagues. */
  note: string | null;
  createdAt: number;
}

export interface PhraseInput {
  phrase: string;
  kind: PhraseKind;
  note?: string | null;
}

const kindSchema = z.enum(phraseKinds);
/** Beyond this a list is no list of words any more, and every reply would wait for it. */
const mostPhrases = 5000;
const longestPhrase = 120;

/** All phrases, by what they say. @throws Refusal (403) */
export async function listPhrases(db: Db, actor: Actor): Promise<Phrase[]> {
  authorise(actor, 'comment.moderate');
  const rows = await db
    .selectFrom('phrases')
    .selectAll()
    .orderBy('phrase')
    .limit(mostPhrases)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    phrase: row.phrase,
    kind: kindSchema.parse(row.kind),
    note: row.note,
    createdAt: row.created_at,
  }));
}

/** @throws Refusal (400, 403, 409) */
export function addPhrase(newsroom: Newsroom, actor: Actor, input: PhraseInput): Promise<Phrase> {
  authorise(actor, 'comment.moderate');
  const phrase = checked(input.phrase);
  return inTransaction(newsroom, actor, async (work) => {
    const known = await work.tx.selectFrom('phrases').select('phrase').execute();
    if (known.length >= mostPhrases)
      throw new Refusal(
        409,
        'بلغت القائمة حدّها. احذف منها ما لم يعد ينفع.',
        `There are ${mostPhrases} phrases already.`,
      );
    refuseSame(
      phrase,
      known.map((row) => row.phrase),
    );
    const note = input.note?.trim() || null;
    const row = { phrase, kind: input.kind, note, created_at: work.at };
    const { id } = await work.tx
      .insertInto('phrases')
      .values({ ...row, created_by: actor.userId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await told(work, 'phrase.add', id, phrase);
    return { id, phrase, kind: input.kind, note, createdAt: work.at };
  });
}

/** @throws Refusal (400, 403, 404, 409) */
export function changePhrase(
  newsroom: Newsroom,
  actor: Actor,
  id: number,
  input: PhraseInput,
): Promise<void> {
  authorise(actor, 'comment.moderate');
  const phrase = checked(input.phrase);
  return inTransaction(newsroom, actor, async (work) => {
    const others = await work.tx
      .selectFrom('phrases')
      .select('phrase')
      .where('id', '<>', id)
      .execute();
    refuseSame(
      phrase,
      others.map((row) => row.phrase),
    );
    const { numUpdatedRows } = await work.tx
      .updateTable('phrases')
      .set({ phrase, kind: input.kind, note: input.note?.trim() || null })
      .where('id', '=', id)
      .executeTakeFirst();
    if (Number(numUpdatedRows) === 0) throw gone(id);
    await told(work, 'phrase.change', id, phrase);
  });
}

/** @throws Refusal (403, 404) */
export function removePhrase(newsroom: Newsroom, actor: Actor, id: number): Promise<void> {
  authorise(actor, 'comment.moderate');
  return inTransaction(newsroom, actor, async (work) => {
    const row = await work.tx
      .deleteFrom('phrases')
      .where('id', '=', id)
      .returning('phrase')
      .executeTakeFirst();
    if (row === undefined) throw gone(id);
    await told(work, 'phrase.remove', id, row.phrase);
  });
}

const gone = (id: number): Refusal =>
  notFound('لم تعد هذه العبارة في القائمة.', `There is no phrase ${id}.`);

/** Phrases are the same when no reader could tell them apart: tashkeel and hamza do not count. */
const bare = (phrase: string): string => normalise(phrase).replace(/\s+/gu, ' ').trim();

function checked(input: string): string {
  const phrase = input.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const letters = bare(phrase).replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 2)
    throw invalid('العبارة حرفان على الأقل.', 'A phrase has at least two letters or digits.');
  if (phrase.length > longestPhrase)
    throw invalid(
      `لا تزيد العبارة على ${longestPhrase} حرفاً.`,
      `A phrase has at most ${longestPhrase} characters.`,
    );
  return phrase;
}

function refuseSame(phrase: string, others: readonly string[]): void {
  const wanted = bare(phrase);
  const same = others.find((other) => bare(other) === wanted);
  if (same !== undefined)
    throw new Refusal(
      409,
      `هذه العبارة في القائمة: «${same}».`,
      `The list has this phrase already, as "${same}".`,
    );
}

async function told(work: Work, action: string, id: number, phrase: string): Promise<void> {
  await audit(work, action, { kind: 'phrase', id }, { phrase });
}
