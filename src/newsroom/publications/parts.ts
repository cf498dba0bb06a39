import type { Selectable } from 'kysely';
import { readingMinutes, wordCount } from '../../arabic/tokens.ts';
import type { Database, Db } from '../../store/schema.ts';
import { bodyMediaIds, bodyText } from '../stories/body.ts';
import type { StoryContent } from '../stories/story.ts';
import type { Detail } from './detail.ts';
import type { Byline, Named, Picture } from './views.ts';

/** What a readers' copy is put together from, besides the text itself. */
export interface Parts {
  people: Named[];
  topics: Named[];
  series: Named | null;
  lead: Picture | null;
  byline: Byline;
  detail: Omit<Detail, 'corrections'>;
  /** A picture that the text names and the archive does not have. */
  missing: number | undefined;
}

/** Looks up everybody and everything that a text names. */
export async function partsOf(db: Db, content: StoryContent): Promise<Parts> {
  const people = await named(db, 'people', content.byline.personIds);
  const topics = await named(db, 'topics', content.topicIds);
  const [series] = await named(db, 'series', content.seriesId === null ? [] : [content.seriesId]);
  const wanted = [
    ...(content.leadMediaId === null ? [] : [content.leadMediaId]),
    ...bodyMediaIds(content.body),
  ];
  const pictures = await picturesOf(db, wanted);
  return {
    people,
    topics,
    series: series ?? null,
    lead: content.leadMediaId === null ? null : (pictures[content.leadMediaId] ?? null),
    byline: { people, agency: content.byline.agency },
    detail: {
      dateline: content.dateline,
      body: content.body,
      pictures,
      sources: content.sources,
      events: content.events,
      topics,
      series: series ?? null,
      readingMinutes: readingMinutes(wordCount(bodyText(content.body))),
      comments: content.comments,
    },
    missing: wanted.find((id) => pictures[id] === undefined),
  };
}

async function named(
  db: Db,
  table: 'people' | 'topics' | 'series',
  ids: readonly number[],
): Promise<Named[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom(table)
    .select(['id', 'slug', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  // In the order that the writer gave them, one named twice once.
  return [...new Set(ids)].flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

async function picturesOf(db: Db, ids: readonly number[]): Promise<Record<number, Picture>> {
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('media')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return Object.fromEntries(rows.map((row): [number, Picture] => [row.id, pictureOf(row)]));
}

/** What readers are shown of a picture of the archive. */
export const pictureOf = (row: Selectable<Database['media']>): Picture => ({
  id: row.id,
  hash: row.hash,
  width: row.width,
  height: row.height,
  focalX: row.focal_x,
  focalY: row.focal_y,
  alt: row.alt,
  caption: row.caption,
  credit: row.credit,
});
