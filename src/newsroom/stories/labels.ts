import type { Work } from '../newsroom.ts';
import { bodyMediaIds, bodyText } from './body.ts';
import type { StoryContent } from './story.ts';

/** What lists show of a text, in columns of their own so that no list parses bodies. */
export function listed(content: StoryContent): {
  type: string;
  kicker: string | null;
  words: number;
} {
  const words = bodyText(content.body).split(/\s+/u).filter(Boolean).length;
  return { type: content.type, kicker: content.kicker, words };
}

/** Notes what the working copy is filed under and which pictures it uses. */
export async function addLabels(work: Work, id: number, content: StoryContent): Promise<void> {
  const topics = [...new Set(content.topicIds)];
  const people = [...new Set(content.byline.personIds)];
  const media = new Set(bodyMediaIds(content.body));
  if (content.leadMediaId !== null) media.add(content.leadMediaId);
  const { tx } = work;
  if (topics.length > 0)
    await tx
      .insertInto('story_topics')
      .values(topics.map((topic_id) => ({ topic_id, story_id: id })))
      .execute();
  if (people.length > 0)
    await tx
      .insertInto('story_people')
      .values(people.map((person_id) => ({ person_id, story_id: id })))
      .execute();
  if (media.size > 0)
    await tx
      .insertInto('story_media')
      .values([...media].map((media_id) => ({ media_id, story_id: id })))
      .execute();
}

/** Takes back {@link addLabels}. */
export async function removeLabels(work: Work, id: number): Promise<void> {
  for (const table of ['story_topics', 'story_people', 'story_media'] as const)
    await work.tx.deleteFrom(table).where('story_id', '=', id).execute();
}
