import type { Db } from '../../store/schema.ts';
import type { TermKind } from './terms.ts';

/** Whether any story, in its working copy or as readers have it, stands under it. */
export async function isUsed(db: Db, kind: TermKind, id: number): Promise<boolean> {
  const found = async (query: Promise<unknown>): Promise<boolean> => (await query) !== undefined;
  switch (kind) {
    case 'sections':
      return found(
        db.selectFrom('stories').select('id').where('section_id', '=', id).executeTakeFirst(),
      );
    case 'topics':
      return (
        (await found(
          db
            .selectFrom('story_topics')
            .select('story_id')
            .where('topic_id', '=', id)
            .executeTakeFirst(),
        )) ||
        found(
          db
            .selectFrom('publication_topics')
            .select('story_id')
            .where('topic_id', '=', id)
            .executeTakeFirst(),
        )
      );
    case 'people':
      return (
        (await found(
          db
            .selectFrom('story_people')
            .select('story_id')
            .where('person_id', '=', id)
            .executeTakeFirst(),
        )) ||
        (await found(
          db.selectFrom('users').select('id').where('person_id', '=', id).executeTakeFirst(),
        )) ||
        found(
          db
            .selectFrom('publication_people')
            .select('story_id')
            .where('person_id', '=', id)
            .executeTakeFirst(),
        )
      );
    case 'series':
      // No index knows the series of drafts; their JSON is looked into, which is rarely asked.
      return (
        (await found(
          db
            .selectFrom('publications')
            .select('story_id')
            .where('series_id', '=', id)
            .executeTakeFirst(),
        )) ||
        found(
          db
            .selectFrom('stories')
            .select('id')
            .where((eb) =>
              eb.or([
                eb('content_json', 'like', `%"seriesId":${id},%`),
                eb('content_json', 'like', `%"seriesId":${id}}%`),
              ]),
            )
            .executeTakeFirst(),
        )
      );
  }
}
