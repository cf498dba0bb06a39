import type { Db } from '../../store/schema.ts';
import { invalid, notFound } from '../errors.ts';
import { audit, inTransaction, type Newsroom } from '../newsroom.ts';
import type { Picture } from '../publications/views.ts';
import { type Actor, authorise } from '../users/roles.ts';
import type { PictureStore } from './picture-files.ts';

export interface NewPicture {
  bytes: Uint8Array;
  /** What it shows, for those who cannot see it; required. */
  alt: string;
  caption?: string | null;
  credit?: string | null;
  rights?: string | null;
  /** Fractions of width and height; the centre unless given. */
  focalX?: number;
  focalY?: number;
}

/**
 * Takes a picture into the archive: re-encoded, stripped of metadata, stored under the
 * hash of what was stored. The same picture twice is one picture.
 * @throws Refusal 400 without alternative text, 403; UnusablePicture for what is no picture.
 */
export async function addPicture(
  newsroom: Newsroom,
  files: PictureStore,
  actor: Actor,
  input: NewPicture,
): Promise<Picture> {
  authorise(actor, 'media.add');
  const alt = input.alt.trim();
  if (alt === '')
    throw invalid('صِف الصورة في جملة لمن لا يراها.', 'A picture needs alternative text.');
  // The file comes first: a file without a row is litter, a row without a file is a hole.
  const saved = await files.save(input.bytes);
  return inTransaction(newsroom, actor, async (work) => {
    const row = await work.tx
      .insertInto('media')
      .values({
        hash: saved.hash,
        format: saved.format,
        width: saved.width,
        height: saved.height,
        focal_x: fraction(input.focalX),
        focal_y: fraction(input.focalY),
        alt,
        caption: input.caption?.trim() || null,
        credit: input.credit?.trim() || null,
        rights: input.rights?.trim() || null,
        created_at: work.at,
        created_by: work.actor.userId,
      })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return pictureByHash(work.tx, saved.hash);
    await audit(work, 'media.add', { kind: 'media', id: row.id }, { hash: saved.hash });
    return pictureFrom(row);
  });
}

/** The picture whose files bear this hash. @throws Refusal (404) */
export async function pictureByHash(db: Db, hash: string): Promise<Picture & { format: string }> {
  const row = await db.selectFrom('media').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) throw notFound('لا توجد صورة بهذا العنوان.', `No picture ${hash}.`);
  return { ...pictureFrom(row), format: row.format };
}

interface PictureRow {
  id: number;
  hash: string;
  width: number;
  height: number;
  focal_x: number;
  focal_y: number;
  alt: string;
  caption: string | null;
  credit: string | null;
}

function pictureFrom(row: PictureRow): Picture {
  const { id, hash, width, height, alt, caption, credit } = row;
  return {
    id,
    hash,
    width,
    height,
    focalX: row.focal_x,
    focalY: row.focal_y,
    alt,
    caption,
    credit,
  };
}

const fraction = (value: number | undefined): number => Math.min(1, Math.max(0, value ?? 0.5));
