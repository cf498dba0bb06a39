import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../../store/schema.ts';
import type { Newsroom } from '../newsroom.ts';
import { partsOf } from '../publications/parts.ts';
import type { PublishedStory } from '../publications/views.ts';
import { loadStory } from './rows.ts';
import { type Story, type StoryContent, storyContentSchema } from './story.ts';

/**
 * A look at a working copy in the press's own page. The address bears a signed token, so that the
 * press needs no session, and it dies by itself soon.
 */

const lifetime = 15 * 60 * 1000;

const tokenSchema = z.object({
  story: z.number().int().positive(),
  /** Whose unsaved text is shown; without one the saved working copy is. */
  by: z.string().optional(),
  until: z.number(),
});
type Token = z.infer<typeof tokenSchema>;

const signatureOf = (secret: string, payload: string): Buffer =>
  createHmac('sha256', `preview:${secret}`).update(payload).digest();

function sealed(secret: string, token: Token): string {
  const payload = Buffer.from(JSON.stringify(token)).toString('base64url');
  return `${payload}.${signatureOf(secret, payload).toString('base64url')}`;
}

function opened(secret: string, sealed: string): Token | null {
  const [payload = '', signature = ''] = sealed.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(secret, payload);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const parsed = tokenSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return parsed.success ? parsed.data : null;
}

/**
 * A token with which the press shows the story for a quarter of an hour: with the given text, which
 * is kept that long, else as it was last saved. @throws Refusal (404)
 */
export async function makePreview(
  newsroom: Newsroom,
  secret: string,
  asked: { id: number; userId: string; content?: StoryContent },
): Promise<string> {
  const { id, userId, content } = asked;
  await loadStory(newsroom.store.read, id);
  const at = newsroom.now();
  const until = at + lifetime;
  if (content === undefined) return sealed(secret, { story: id, until });
  await newsroom.store.write(async (tx) => {
    await tx.deleteFrom('previews').where('expires_at', '<', at).execute();
    const row = { content_json: JSON.stringify(content), expires_at: until };
    await tx
      .insertInto('previews')
      .values({ story_id: id, user_id: userId, ...row })
      .onConflict((conflict) => conflict.columns(['story_id', 'user_id']).doUpdateSet(row))
      .execute();
  });
  return sealed(secret, { story: id, by: userId, until });
}

/** The story as readers would get it, for a living token; null for any other. */
export async function readPreview(
  db: Db,
  secret: string,
  token: string,
  now: number,
): Promise<PublishedStory | null> {
  const known = opened(secret, token);
  if (known === null || known.until <= now) return null;
  const story = await loadStory(db, known.story).catch(() => null);
  if (story === null) return null;
  if (known.by === undefined) return asReadersWould(db, story, story.content, now);
  const kept = await db
    .selectFrom('previews')
    .select('content_json')
    .where('story_id', '=', known.story)
    .where('user_id', '=', known.by)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (kept === undefined) return null;
  const content = storyContentSchema.parse(JSON.parse(kept.content_json));
  return asReadersWould(db, story, content, now);
}

async function asReadersWould(
  db: Db,
  story: Story,
  content: StoryContent,
  now: number,
): Promise<PublishedStory> {
  const { lead, byline, detail } = await partsOf(db, content);
  const section =
    content.sectionId === null
      ? undefined
      : await db
          .selectFrom('sections')
          .select(['id', 'slug', 'name'])
          .where('id', '=', content.sectionId)
          .executeTakeFirst();
  const { type, kicker, headline, deck, standfirst } = content;
  const { id, slug, corrections, priority } = story;
  const publishedAt = story.publishedAt ?? story.publishAt ?? now;
  return {
    ...detail,
    ...{ id, slug, type, kicker, headline, deck, standfirst, lead, byline, corrections, priority },
    section: section ?? null,
    publishedAt,
    updatedAt: Math.max(publishedAt, story.publishedAt === null ? publishedAt : now),
    commentCount: 0,
  };
}
