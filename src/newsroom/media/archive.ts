import type { Selectable } from 'kysely';
import { normalise } from '../../arabic/normalise.ts';
import type { Database, Db } from '../../store/schema.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../newsroom.ts';
import { redescribeInCopies } from '../publications/copies.ts';
import { pictureOf } from '../publications/parts.ts';
import { picturePath } from '../publications/paths.ts';
import type { Picture } from '../publications/views.ts';
import { cursorAfter, readCursor, rowFrom, type StoryRow, selectRows } from '../stories/list.ts';
import { type Actor, authorise, may } from '../users/roles.ts';

/** A picture as the desk's archive shows it. */
export interface ArchivePicture {
  id: number;
  url: string;
  thumb: string;
  width: number;
  height: number;
  format: string;
  alt: string;
  caption: string | null;
  credit: string | null;
  rights: string | null;
  focalX: number;
  focalY: number;
  createdAt: number;
  by: string | null;
}

function pictureFrom(row: Selectable<Database['media']> & { by: string | null }): ArchivePicture {
  return {
    id: row.id,
    url: picturePath(row.hash, 'full', 1200, 'webp'),
    thumb: picturePath(row.hash, 'full', 400, 'webp'),
    width: row.width,
    height: row.height,
    format: row.format,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    rights: row.rights,
    focalX: row.focal_x,
    focalY: row.focal_y,
    createdAt: row.created_at,
    by: row.by,
  };
}

const select = (db: Db) =>
  db
    .selectFrom('media')
    .leftJoin('users', 'users.id', 'media.created_by')
    .selectAll('media')
    .select('users.name as by');

/** So many pictures are looked through for words. */
const searched = 5000;

/** A page of the archive, newest first. */
export async function listPictures(
  db: Db,
  options: { q?: string; unused?: boolean; cursor?: string; limit: number },
): Promise<{ rows: ArchivePicture[]; next: string | null }> {
  let query = select(db);
  if (options.unused === true)
    query = query.where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('story_media')
            .select('story_id')
            .whereRef('story_media.media_id', '=', 'media.id'),
        ),
      ),
    );
  if (options.cursor !== undefined)
    query = query.where('media.id', '<', readCursor(options.cursor)[1]);
  const wanted = normalise(options.q ?? '').trim();
  let found = await query
    .orderBy('media.id', 'desc')
    .limit(wanted === '' ? options.limit + 1 : searched)
    .execute();
  if (wanted !== '') {
    const words = wanted.split(/\s+/u);
    found = found.filter((row) => {
      const text = normalise(`${row.alt} ${row.caption ?? ''} ${row.credit ?? ''}`);
      return words.every((word) => text.includes(word));
    });
  }
  const rows = found.slice(0, options.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(pictureFrom),
    next: found.length > rows.length && last !== undefined ? cursorAfter(0, last.id) : null,
  };
}

/** One picture. @throws Refusal (404) */
export async function readPicture(db: Db, id: number): Promise<ArchivePicture> {
  const row = await select(db).where('media.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('لا توجد صورة بهذا الرقم.', `There is no picture ${id}.`);
  return pictureFrom(row);
}

/** Stories whose working copy shows the picture, newest first. */
export async function usesOfPicture(db: Db, actor: Actor, id: number): Promise<StoryRow[]> {
  const rows = await selectRows(db)
    .innerJoin('story_media', 'story_media.story_id', 'stories.id')
    .where('story_media.media_id', '=', id)
    .orderBy('stories.updated_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => rowFrom(row, actor));
}

type Change = { [K in 'alt' | 'caption' | 'credit' | 'rights']?: string | null | undefined } & {
  focalX?: number | undefined;
  focalY?: number | undefined;
};

/** Changes what is known of a picture. @throws Refusal 400 for an empty description, 403, 404 */
export function changePicture(
  newsroom: Newsroom,
  actor: Actor,
  id: number,
  change: Change,
): Promise<ArchivePicture> {
  return inTransaction(newsroom, actor, async (work) => {
    authorise(actor, 'media.add');
    const before = await pictureIn(work, id);
    if (change.alt !== undefined && (change.alt ?? '').trim() === '')
      throw invalid('صِف الصورة في جملة لمن لا يراها.', 'A picture needs alternative text.');
    const text = (value: string | null | undefined): string | null => value?.trim() || null;
    await work.tx
      .updateTable('media')
      .set({
        ...(change.alt === undefined ? {} : { alt: change.alt?.trim() ?? '' }),
        ...(change.caption === undefined ? {} : { caption: text(change.caption) }),
        ...(change.credit === undefined ? {} : { credit: text(change.credit) }),
        ...(change.rights === undefined ? {} : { rights: text(change.rights) }),
        ...(change.focalX === undefined ? {} : { focal_x: change.focalX }),
        ...(change.focalY === undefined ? {} : { focal_y: change.focalY }),
      })
      .where('id', '=', id)
      .execute();
    const isSeen = await redescribeInCopies(work, before, await pictureIn(work, id));
    if (isSeen && !may(actor, 'story.edit.any'))
      throw new Refusal(
        403,
        'يرى القرّاء هذه الصورة، فتعديل وصفها للمحررين. اطلبه من محرر القسم.',
        `Readers see picture ${id}; the role "${actor.role}" may not change it.`,
      );
    if (isSeen) work.change({ kind: 'media', keys: ['all'] });
    await audit(work, 'media.change', { kind: 'media', id }, { ...change });
    return readPicture(work.tx, id);
  });
}

/** As readers' copies hold it. */
async function pictureIn(work: Work, id: number): Promise<Picture> {
  const row = await work.tx.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('لا توجد صورة بهذا الرقم.', `There is no picture ${id}.`);
  return pictureOf(row);
}
