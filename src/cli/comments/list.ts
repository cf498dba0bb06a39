import type { CommentState } from '../../newsroom/comments/comment.ts';
import { isUnproven, plainRisk } from '../../newsroom/comments/unproven.ts';
import { withNewsroom } from '../with-newsroom.ts';

const page = 500;

/** `matbaa comments list`: written out page by page, as a queue may hold many thousands. */
export async function commentsListCommand(options: {
  state?: CommentState;
  story?: number;
  limit?: number;
  json?: boolean;
}): Promise<void> {
  const write = (text: string): Promise<void> =>
    new Promise((resolve) => {
      // Whoever reads slowly is waited for.
      process.stdout.write(text, () => resolve());
    });
  await withNewsroom(async ({ store }, { siteUrl }) => {
    let after = 0;
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    let isFirst = true;
    if (options.json === true) await write('[');
    while (left > 0) {
      let query = store.read
        .selectFrom('comments')
        .innerJoin('stories', 'stories.id', 'comments.story_id')
        .leftJoin('publications', 'publications.story_id', 'comments.story_id')
        .select([
          ...(['comments.id', 'comments.story_id', 'comments.parent_id', 'comments.name'] as const),
          ...(['comments.text', 'comments.state', 'comments.risk', 'comments.flagged'] as const),
          ...(['comments.reports', 'comments.created_at', 'comments.edited_at'] as const),
          ...(['stories.headline', 'publications.slug'] as const),
        ])
        .where('comments.id', '>', after);
      query =
        options.state === undefined
          ? query.where('comments.state', '<>', 'deleted')
          : query.where('comments.state', '=', options.state);
      if (options.story !== undefined) query = query.where('comments.story_id', '=', options.story);
      const rows = await query.orderBy('comments.id').limit(Math.min(page, left)).execute();
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.id;
      left -= rows.length;
      for (const row of rows) {
        const one = {
          id: row.id,
          state: row.state,
          storyId: row.story_id,
          headline: row.headline,
          url:
            row.slug === null ? null : `${siteUrl}/${row.story_id}/${row.slug}#comment-${row.id}`,
          parentId: row.parent_id,
          name: row.name,
          text: row.text,
          risk: plainRisk(row),
          unproven: row.state === 'held' && isUnproven(row),
          flagged: row.flagged === 1,
          reports: row.reports,
          createdAt: new Date(row.created_at).toISOString(),
          editedAt: row.edited_at === null ? null : new Date(row.edited_at).toISOString(),
        };
        if (options.json === true) {
          await write(`${isFirst ? '' : ','}\n${JSON.stringify(one)}`);
        } else {
          const text = one.text.replace(/\s+/gu, ' ').slice(0, 100);
          await write(`${one.id}\t${one.state}\t${one.risk}\t${one.name}: ${text}\n`);
        }
        isFirst = false;
      }
    }
    if (options.json === true) await write('\n]\n');
  });
}
