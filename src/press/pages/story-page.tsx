import { dayOf } from '../../arabic/zoned.ts';
import { personPath, sectionPath, storyPath } from '../../newsroom/publications/paths.ts';
import type { MoreStories, Neighbours, PublishedStory } from '../../newsroom/publications/views.ts';
import { bodyText } from '../../newsroom/stories/body.ts';
import { bodyBlocks, Caption } from '../components/body.tsx';
import type { Feed, Head } from '../components/document.ts';
import { MoreBelow, moreBlocks } from '../components/more-stories.tsx';
import { pageOf } from '../components/page.tsx';
import { Picture } from '../components/picture.tsx';
import { Replies, type RepliesView } from '../components/replies.tsx';
import { openSheet, type Sheet } from '../components/sheet.ts';
import { hasSide, Side } from '../components/side.tsx';
import { Corrections, NeighbourLinks, StoryFooter } from '../components/story-end.tsx';
import { StoryHeader } from '../components/story-header.tsx';
import type { PageContext } from './page-context.ts';

export interface StoryPageProps {
  story: PublishedStory;
  neighbours: Neighbours;
  more: MoreStories;
  replies: RepliesView;
  /** `jsonLd` is JSON text, already safe within a script element. */
  head: { jsonLd: string; hidden?: boolean };
}

const leadSizes = '(min-width: 74rem) 72rem, 100vw';

function headOf(sheet: Sheet, { story, head }: StoryPageProps): Head {
  const { siteUrl } = sheet.ctx;
  const properties: [string, string][] = [
    ['article:published_time', new Date(story.publishedAt).toISOString()],
    ['article:modified_time', new Date(story.updatedAt).toISOString()],
  ];
  if (story.section) properties.push(['article:section', story.section.name]);
  for (const { slug } of story.byline.people)
    properties.push(['article:author', siteUrl + personPath(slug)]);
  for (const { name } of story.topics) properties.push(['article:tag', name]);
  const feeds: Feed[] = story.section
    ? [
        {
          type: 'rss',
          title: sheet.words.frame.sectionFeed(story.section.name, sheet.shell.settings.name),
          href: `${sectionPath(story.section.slug)}/feed.xml`,
        },
      ]
    : [];
  return {
    title: story.headline,
    description: story.standfirst ?? story.deck ?? (bodyText(story.body) || null),
    kind: 'article',
    hidden: head.hidden ?? false,
    picture: story.lead,
    properties,
    feeds,
    jsonLd: head.jsonLd,
  };
}

function LeadPicture({ story }: { story: PublishedStory }) {
  if (!story.lead) return null;
  return (
    <figure class="lead">
      <Picture picture={story.lead} shape="wide" sizes={leadSizes} first={true} />
      <Caption text={story.lead.caption} credit={story.lead.credit} />
    </figure>
  );
}

/** The page of a story: the report, what it stands on, its neighbours, a place to answer. */
export function storyPage(ctx: PageContext, props: StoryPageProps): string {
  const { story, neighbours, more, replies } = props;
  const sheet = openSheet(ctx);
  const beside = hasSide(story);
  const blocks = moreBlocks(sheet, more);
  const classes = ['story', `story-${story.type}`];
  if (!beside && blocks.length === 0) classes.push('plain');
  if (!story.lead) classes.push('no-lead');
  const body = bodyBlocks(story.body, story.dateline, {
    sheet,
    pictures: story.pictures,
    day: dayOf(story.publishedAt, sheet.dates.timeZone),
  });
  const main = (
    <>
      <article class={classes.join(' ')}>
        <StoryHeader sheet={sheet} story={story} />
        <LeadPicture story={story} />
        <div class="grid">
          <div class="body">
            {body}
            <Corrections sheet={sheet} corrections={story.corrections} />
          </div>
          <Side sheet={sheet} story={story} more={blocks[0]} />
        </div>
        <StoryFooter sheet={sheet} story={story} />
      </article>
      <NeighbourLinks sheet={sheet} neighbours={neighbours} />
      <MoreBelow sheet={sheet} blocks={beside ? blocks : blocks.slice(1)} />
      <Replies sheet={sheet} story={story} path={storyPath(story)} view={replies} />
    </>
  );
  return pageOf(sheet, headOf(sheet, props), main, {
    story: true,
    section: story.section?.slug ?? null,
  });
}
