import type { PictureStore } from '../../newsroom/media/picture-files.ts';
import { addPicture } from '../../newsroom/media/pictures.ts';
import { audit, inTransaction, type Newsroom, type Work } from '../../newsroom/newsroom.ts';
import { savePageIn } from '../../newsroom/pages/pages.ts';
import type { Picture } from '../../newsroom/publications/views.ts';
import { ensureSectionIn } from '../../newsroom/sections/sections.ts';
import { readSettings } from '../../newsroom/settings/read.ts';
import { changeSettingsIn } from '../../newsroom/settings/write.ts';
import { performActionIn } from '../../newsroom/stories/perform.ts';
import type { StoryContentInput } from '../../newsroom/stories/story.ts';
import { createStoryIn } from '../../newsroom/stories/write.ts';
import { ensureNamedIn } from '../../newsroom/topics/named.ts';
import { systemActor } from '../../newsroom/users/roles.ts';
import { toBody } from './body-notation.ts';
import { pages } from './content/pages.ts';
import { paper, people, sections, series, topics } from './content/paper.ts';
import { stories } from './content/stories.ts';
import type { DemoStory } from './content/types.ts';
import { illustrations } from './illustrations/registry.ts';
import { resolveDates, resolveEvent } from './placeholders.ts';

const hour = 60 * 60 * 1000;

/**
 * Opens a newsroom that was never opened before, filled with the demonstration paper
 * or empty; does nothing to one that was. Returns the pictures that it drew.
 */
export async function openFirstTime(
  newsroom: Newsroom,
  files: PictureStore,
  demo: boolean,
): Promise<Picture[]> {
  if (await wasOpened(newsroom)) return [];
  const drawn = demo ? await draw(newsroom, files) : new Map<string, Picture>();
  await inTransaction(newsroom, systemActor, async (work) => {
    await audit(work, 'newsroom.open', { kind: 'newsroom', id: null }, { demo });
    if (demo) await fill(work, drawn);
  });
  return [...drawn.values()];
}

/** Whoever has done anything in a newsroom has left a line in its audit trail. */
async function wasOpened(newsroom: Newsroom): Promise<boolean> {
  const line = await newsroom.store.read
    .selectFrom('audit')
    .select('id')
    .where('subject_kind', '<>', 'media')
    .limit(1)
    .executeTakeFirst();
  return line !== undefined;
}

/** Makes what readers will most likely ask for of the given pictures, before they do. */
export async function renderAhead(
  files: PictureStore,
  pictures: readonly Picture[],
  signal: AbortSignal,
): Promise<void> {
  for (const picture of pictures) {
    if (signal.aborted) return;
    await files.renderUsual(picture, signal);
  }
}

async function draw(newsroom: Newsroom, files: PictureStore): Promise<Map<string, Picture>> {
  const { default: sharp } = await import('sharp');
  const drawn = await Promise.all(
    Object.entries(illustrations).map(async ([key, illustration]): Promise<[string, Picture]> => {
      const { alt, caption, credit, focalX, focalY } = illustration;
      const bytes = await sharp(Buffer.from(illustration.draw())).png().toBuffer();
      const picture = { bytes, alt, caption, credit, focalX, focalY };
      return [key, await addPicture(newsroom, files, systemActor, picture)];
    }),
  );
  return new Map(drawn);
}

async function fill(work: Work, pictures: ReadonlyMap<string, Picture>): Promise<void> {
  await changeSettingsIn(work, paper);
  const { timeZone, months, digits } = await readSettings(work.tx);
  const style = { timeZone, months, digits };
  const write = (text: string): string => resolveDates(text, work.at, style);
  const mediaIdOf = (key: string): number => pictures.get(key)?.id ?? 0;
  const at = (hoursAgo: number): number => work.at - Math.round(hoursAgo * hour);

  const ids = new Map<string, number>();
  const note = (key: string, added: { id: number }): unknown => ids.set(key, added.id);
  const idOf = (key: string): number => ids.get(key) ?? 0;
  for (const one of sections) note(`section ${one.key}`, await ensureSectionIn(work, one));
  for (const one of topics) note(`topic ${one.key}`, await ensureNamedIn(work, 'topics', one));
  for (const one of series)
    note(
      `series ${one.key}`,
      await ensureNamedIn(work, 'series', { name: one.name, description: one.about }),
    );
  for (const one of people)
    note(
      `person ${one.key}`,
      await ensureNamedIn(work, 'people', { name: one.name, role: one.role, description: one.bio }),
    );
  for (const [position, page] of pages.entries())
    await savePageIn(work, { ...page, body: toBody(page.body, mediaIdOf, write, at), position });

  const contentOf = (story: DemoStory): StoryContentInput => ({
    type: story.type,
    kicker: story.kicker === undefined ? null : write(story.kicker),
    headline: write(story.headline),
    deck: story.deck === undefined ? null : write(story.deck),
    standfirst: story.standfirst === undefined ? null : write(story.standfirst),
    dateline: story.dateline ?? null,
    body: toBody(story.body, mediaIdOf, write, at),
    sectionId: idOf(`section ${story.section}`),
    seriesId: story.series === undefined ? null : idOf(`series ${story.series}`),
    topicIds: story.topics.map((key) => idOf(`topic ${key}`)),
    byline: { personIds: story.by.map((key) => idOf(`person ${key}`)), agency: null },
    sources: story.sources.map((source) => ({
      ...source,
      note: source.note == null ? null : write(source.note),
      quote: source.quote == null ? null : write(source.quote),
    })),
    events: (story.events ?? []).map((event) => resolveEvent(event, work.at, style)),
    leadMediaId: story.lead === undefined ? null : mediaIdOf(story.lead),
    comments: story.comments ?? 'open',
  });

  // Oldest first, so that the numbers of the stories follow their order.
  for (const story of [...stories].sort((a, b) => b.hoursAgo - a.hoursAgo)) {
    const publishedAt = at(story.hoursAgo);
    const draft = await createStoryIn(
      { ...work, at: publishedAt },
      { content: contentOf(story), origin: `demo:${story.key}` },
    );
    let published = await performActionIn({ ...work, at: publishedAt }, draft, {
      id: draft.id,
      action: 'publishAtOnce',
    });
    for (const correction of story.corrections ?? []) {
      published = await performActionIn(
        { ...work, at: publishedAt + Math.round(correction.hoursAfter * hour) },
        published,
        { id: published.id, action: 'correct', note: write(correction.text) },
      );
    }
    if (story.priority === undefined) continue;
    const { kind, hours } = story.priority;
    const ends = hours === undefined ? undefined : publishedAt + hours * hour;
    if (ends !== undefined && ends <= work.at) continue;
    await performActionIn(work, published, {
      id: published.id,
      action: 'prioritise',
      priority: kind,
      ...(ends === undefined ? {} : { priorityUntil: ends }),
    });
  }
}
