import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Database, Db } from '../../store/schema.ts';
import { notFound, type Refusal } from '../errors.ts';
import type { Work } from '../newsroom.ts';
import {
  correctionSchema,
  priorities,
  type Story,
  storyContentSchema,
  storyStates,
} from './story.ts';

const stateSchema = z.enum(storyStates);
const prioritySchema = z.enum(priorities);
const correctionsSchema = z.array(correctionSchema);

/** A row of `stories` as the domain knows it; stored JSON is parsed, not trusted. */
export function storyFrom(row: Selectable<Database['stories']>): Story {
  return {
    id: row.id,
    slug: row.slug,
    state: stateSchema.parse(row.state),
    content: storyContentSchema.parse(JSON.parse(row.content_json)),
    version: row.version,
    publishedVersion: row.published_version,
    embargoUntil: row.embargo_until,
    publishAt: row.publish_at,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    createdAt: row.created_at,
    corrections: correctionsSchema.parse(JSON.parse(row.corrections_json)),
    priority: prioritySchema.parse(row.priority),
    priorityUntil: row.priority_until,
    note: row.note,
    authorId: row.author_id,
  };
}

/** The story as the desk holds it. @throws Refusal (404) when there is none. */
export async function loadStory(db: Db, id: number): Promise<Story> {
  const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw noStory(id);
  return storyFrom(row);
}

/**
 * {@link loadStory} for changing it: nobody else changes it until this transaction ends.
 * SQLite has one writer anyway.
 */
export async function claimStory(work: Pick<Work, 'tx' | 'dialect'>, id: number): Promise<Story> {
  if (work.dialect === 'sqlite') return loadStory(work.tx, id);
  const row = await work.tx
    .selectFrom('stories')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw noStory(id);
  return storyFrom(row);
}

const noStory = (id: number): Refusal =>
  notFound('لا توجد مادة بهذا الرقم.', `There is no story ${id}.`);
