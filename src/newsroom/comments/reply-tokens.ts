import type { ReaderKeys } from './keys.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A form that was opened longer ago still counts for little risk only. */
const formGoodFor = 3 * day;
/** For how long a writer may look where their reply stands. */
const receiptGoodFor = 30 * day;

/** The token of a story's form: the same for everybody who gets the page from the cache. */
export const formToken = (keys: ReaderKeys, of: { storyId: number; at: number }): string =>
  keys.sign('form', [of.storyId, Math.floor(of.at / minute)]);

/** What a form's token tells, without any database. */
export function formOf(
  keys: ReaderKeys,
  token: string | null,
  of: { storyId: number; at: number },
): 'fresh' | 'expired' | 'missing' | 'forged' {
  if (token === null || token === '') return 'missing';
  const [storyId, since, more] = keys.verify('form', token) ?? [];
  if (storyId !== of.storyId || since === undefined || more !== undefined) return 'forged';
  return of.at - since * minute > formGoodFor ? 'expired' : 'fresh';
}

/** Lets the writer of a reply see where it stands, and change it while it is young. */
export const receiptFor = (keys: ReaderKeys, of: { id: number; at: number }): string =>
  keys.sign('receipt', [of.id, Math.floor(of.at / minute)]);

/** The reply that a receipt is for; null for one that we did not write, or that has run out. */
export function receiptOf(keys: ReaderKeys, receipt: string, at: number): number | null {
  const [id, since, more] = keys.verify('receipt', receipt) ?? [];
  if (id === undefined || since === undefined || more !== undefined) return null;
  return at - since * minute > receiptGoodFor ? null : id;
}

/** Stops letters to the writer of a reply; good as long as the letter itself. */
export const unsubscribeToken = (keys: ReaderKeys, commentId: number): string =>
  keys.sign('unsubscribe', [commentId]);

export function unsubscribeOf(keys: ReaderKeys, token: string): number | null {
  const [id, more] = keys.verify('unsubscribe', token) ?? [];
  return id === undefined || more !== undefined ? null : id;
}
