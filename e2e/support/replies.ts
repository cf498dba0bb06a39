import { expect } from 'vitest';
import { putReply, type RowOf } from '../../src/newsroom/comments/testing/rows.ts';
import { type Answer, ask } from './ask.ts';
import { inNewsroom } from './newsroom.ts';
import type { Paper } from './program.ts';

/** Sends the form of a story's page as a browser would, without its token unless given. */
export function postReply(
  paper: { url: string },
  path: string,
  fields: Record<string, string>,
): Promise<Answer> {
  return ask(paper.url, path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Ids of the replies in a state, oldest first, as the command lists them. */
export async function listReplies(
  paper: Paper,
  state: 'held' | 'approved',
): Promise<{ id: number; name: string; text: string }[]> {
  const { code, stdout } = await paper.run(['comments', 'list', '--state', state, '--json']);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

export async function approve(paper: Paper, ids: readonly number[]): Promise<void> {
  const { code, stderr } = await paper.run(['comments', 'approve', ...ids.map(String)]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
}

/** Writes public replies as an import would: the rows, and how many there are. Returns their ids. */
export function putReplies(
  data: string,
  storyId: number,
  rows: readonly Omit<RowOf, 'storyId'>[],
): Promise<number[]> {
  return inNewsroom(data, async ({ store }) => {
    const ids: number[] = [];
    for (const row of rows) ids.push(await putReply(store, { storyId, ...row }));
    await store.write((tx) =>
      tx
        .updateTable('publications')
        .set((eb) => ({ comment_count: eb('comment_count', '+', rows.length) }))
        .where('story_id', '=', storyId)
        .execute(),
    );
    return ids;
  });
}
