import type { Db } from '../../store/schema.ts';
import type { Newsroom } from '../newsroom.ts';
import { loadStory } from './rows.ts';

/** Somebody who has the story open. */
export interface Presence {
  userId: string;
  name: string;
  where: number | null;
  at: number;
}

/** Who has not been heard of for this long has gone. */
const lifetime = 45_000;

/** Who has the story open now, the longest there first. */
export async function presenceIn(db: Db, id: number, now: number): Promise<Presence[]> {
  const all = await presenceOf(db, [id], now);
  return all.get(id) ?? [];
}

/** {@link presenceIn} of several stories. */
export async function presenceOf(
  db: Db,
  ids: readonly number[],
  now: number,
): Promise<Map<number, Presence[]>> {
  const found = new Map<number, Presence[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('presence')
    .innerJoin('users', 'users.id', 'presence.user_id')
    .select([
      'presence.story_id',
      'presence.user_id',
      'presence.block',
      'presence.at',
      'users.name',
    ])
    .where('presence.story_id', 'in', [...ids])
    .where('presence.at', '>', now - lifetime)
    .orderBy('presence.user_id')
    .execute();
  for (const row of rows) {
    const people = found.get(row.story_id) ?? [];
    people.push({ userId: row.user_id, name: row.name, where: row.block, at: row.at });
    found.set(row.story_id, people);
  }
  return found;
}

/** Who is where now, as one line of text for each story: it changes when somebody comes, moves or goes. */
export async function whereabouts(db: Db, now: number): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('presence')
    .select(['story_id', 'user_id', 'block'])
    .where('at', '>', now - lifetime)
    .orderBy('story_id')
    .orderBy('user_id')
    .execute();
  const found = new Map<number, string>();
  for (const { story_id: id, user_id: user, block } of rows)
    found.set(id, `${found.get(id) ?? ''} ${user}:${block ?? ''}`);
  return found;
}

/** Stories that anybody has open now. */
export async function storiesBeingEdited(db: Db, now: number): Promise<number[]> {
  const rows = await db
    .selectFrom('presence')
    .select('story_id')
    .distinct()
    .where('at', '>', now - lifetime)
    .limit(50)
    .execute();
  return rows.map((row) => row.story_id);
}

/** Says that this person has the story open. @throws Refusal (404) */
export async function bePresent(
  newsroom: Newsroom,
  userId: string,
  id: number,
  where: number | null,
): Promise<Presence[]> {
  const at = newsroom.now();
  await loadStory(newsroom.store.read, id);
  await newsroom.store.write(async (tx) => {
    await tx
      .deleteFrom('presence')
      .where('at', '<', at - lifetime)
      .execute();
    await tx
      .insertInto('presence')
      .values({ story_id: id, user_id: userId, block: where, at })
      .onConflict((c) => c.columns(['story_id', 'user_id']).doUpdateSet({ block: where, at }))
      .execute();
  });
  return presenceIn(newsroom.store.read, id, at);
}

/** Says that this person has closed the story. */
export async function leave(newsroom: Newsroom, userId: string, id: number): Promise<void> {
  await newsroom.store.write((tx) =>
    tx.deleteFrom('presence').where('story_id', '=', id).where('user_id', '=', userId).execute(),
  );
}
