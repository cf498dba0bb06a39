import { createHash } from 'node:crypto';
import { Refusal } from '../newsroom/errors.ts';
import { inTransaction, type Newsroom } from '../newsroom/newsroom.ts';
import { storyPath } from '../newsroom/publications/paths.ts';
import { ensureSectionIn } from '../newsroom/sections/sections.ts';
import { readSettings } from '../newsroom/settings/read.ts';
import { performActionIn } from '../newsroom/stories/perform.ts';
import { createStoryIn } from '../newsroom/stories/write.ts';
import type { Actor } from '../newsroom/users/roles.ts';
import type { ReadPage } from './ingest/page.ts';
import { readPage } from './ingest/read-page.ts';
import { toStoryContent } from './ingest/story-content.ts';
import { instantOf } from './instant.ts';

export interface IngestOptions {
  publish: boolean;
  /** The section's name; made if there is none of that name. */
  section: string | null;
  /** ISO date or date-time of publication; wins over the date that the page states. */
  date: string | null;
  siteUrl: string;
}

/** The contract of `npx matbaa ingest` (DESIGN.md). */
export interface Ingested {
  id: number;
  url: string;
  state: string;
  headline: string;
  kicker: string | null;
  deck: string | null;
  dateline: ReadPage['dateline'];
  subheads: string[];
  paragraphs: string[];
  statedDate: string | null;
  previousTitle: string | null;
  nextTitle: string | null;
  dropped: string[];
}

/**
 * Takes in the text or HTML of a saved news page as a draft, or published, in one transaction.
 * @throws UnreadablePage when it is no news page; Refusal for a bad date or a page taken in before.
 */
export async function ingestPage(
  newsroom: Newsroom,
  actor: Actor,
  input: string,
  options: IngestOptions,
): Promise<Ingested> {
  const page = readPage(input);
  const origin = `page:${createHash('sha256').update(input.normalize('NFC').trim()).digest('hex').slice(0, 32)}`;
  return inTransaction(newsroom, actor, async (work) => {
    const before = await work.tx
      .selectFrom('stories')
      .select(['id', 'slug'])
      .where('origin', '=', origin)
      .executeTakeFirst();
    if (before !== undefined)
      throw new Refusal(
        409,
        `أُدخلت هذه الصفحة من قبل، وهي المادة رقم ${before.id}.`,
        `This page was taken in before, as story ${before.id} (${options.siteUrl}${storyPath(before)}).`,
      );
    const { timeZone } = await readSettings(work.tx);
    const publishedAt = publicationInstant(options.date, page.statedDate, timeZone, work.at);
    const section =
      options.section === null ? null : await ensureSectionIn(work, { name: options.section });
    const content = { ...toStoryContent(page), sectionId: section?.id ?? null };
    const draft = await createStoryIn(work, { content, origin });
    const story = options.publish
      ? await performActionIn(work, draft, {
          id: draft.id,
          action: 'publishAtOnce',
          at: publishedAt,
        })
      : draft;
    return {
      id: story.id,
      url: `${options.siteUrl}${storyPath(story)}`,
      state: story.state,
      headline: page.headline,
      kicker: page.kicker,
      deck: page.deck,
      dateline: page.dateline,
      subheads: page.subheads,
      paragraphs: page.paragraphs,
      statedDate: page.statedDate,
      previousTitle: page.previousTitle,
      nextTitle: page.nextTitle,
      dropped: page.dropped,
    };
  });
}

/** When to say that it was published: as asked, as the page states, or now. */
function publicationInstant(
  asked: string | null,
  stated: string | null,
  timeZone: string,
  now: number,
): number {
  const instant = asked === null ? null : instantOf(asked, timeZone);
  if (asked !== null && instant === null)
    throw new Refusal(
      400,
      'التاريخ غير مفهوم.',
      `Cannot read the date "${asked}"; write it as 2021-07-24 or 2021-07-24T09:40.`,
    );
  const at = instant ?? (stated === null ? null : instantOf(stated, timeZone)) ?? now;
  if (at > now)
    throw new Refusal(
      400,
      'تاريخ النشر في المستقبل.',
      `The publication date ${asked ?? stated ?? ''} lies in the future; give a past one with --date.`,
    );
  return at;
}
