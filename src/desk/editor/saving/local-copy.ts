import { createStore, del, get, set } from 'idb-keyval';

/**
 * What was typed and not yet kept by the server, in this browser's own storage. It outlives a closed
 * lid, a crashed tab and a reload; it goes only when the server has said that it has the text.
 */
export interface LocalCopy {
  version: number;
  /** Of the shape of a story's content when it was written; checked by whoever opens it. */
  content: unknown;
  at: number;
  /** When the server last acknowledged text of this story here: whatever it kept before is older. */
  after: number;
}

const store = createStore('matbaa-desk', 'unsaved');
const place = (userId: string, storyId: number): string => `${userId}:${storyId}`;

/** Keeps the text. False where the browser keeps nothing (a private window of some browsers). */
export async function keepLocal(
  userId: string,
  storyId: number,
  copy: LocalCopy,
): Promise<boolean> {
  try {
    await set(place(userId, storyId), copy, store);
    return true;
  } catch {
    return false;
  }
}

export async function readLocal(userId: string, storyId: number): Promise<LocalCopy | null> {
  try {
    return (await get<LocalCopy>(place(userId, storyId), store)) ?? null;
  } catch {
    return null;
  }
}

/** Forgets the text, unless newer was typed since. */
export async function dropLocal(userId: string, storyId: number, at: number): Promise<void> {
  try {
    const copy = await get<LocalCopy>(place(userId, storyId), store);
    if (copy !== undefined && copy.at <= at) await del(place(userId, storyId), store);
  } catch {
    // What cannot be read cannot be stale either.
  }
}
