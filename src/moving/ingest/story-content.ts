import { type Block, type Body, paragraphOf } from '../../newsroom/stories/body.ts';
import type { Source, StoryContentInput } from '../../newsroom/stories/story.ts';
import type { PageBlock, ReadPage } from './page.ts';
import { isOwnPeople } from './words/outlets.ts';

/** What the story's fields take (see `storyContentSchema`). */
const LONGEST_LINE = 400;
const LONGEST_NAME = 120;
const LONGEST_CITE = 300;

type Paragraph = Extract<Block, { type: 'blockquote' }>['content'][number];

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function bodyBlocks(block: PageBlock): Block[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block.text)];
    case 'subhead':
      return [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: block.text }] },
      ];
    case 'quote': {
      const content = block.text.split('\n').map(paragraph);
      if (block.cite === null) return [{ type: 'blockquote', content }];
      // A citation too long for its field stays as words of the quotation.
      if (block.cite.length > LONGEST_CITE)
        return [{ type: 'blockquote', content: [...content, paragraph(block.cite)] }];
      return [{ type: 'blockquote', attrs: { cite: block.cite }, content }];
    }
    case 'list':
      return [
        {
          type: block.ordered ? 'orderedList' : 'bulletList',
          content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
        },
      ];
  }
}

/** The dateline's outlet comes first; a paper's own correspondent is no source outside it. */
function sourcesOf({ dateline, sourceName }: ReadPage): Source[] {
  const names = [dateline?.outlet ?? null, sourceName].filter(
    (name): name is string => name !== null && !isOwnPeople(name),
  );
  return [...new Set(names)].map((name) => ({ kind: 'outlet', name }));
}

const clipped = (name: string | null): string | null => name?.slice(0, LONGEST_NAME) ?? null;

/**
 * The content of a story as a read page gives it. Section, topics and people are the caller's: a
 * byline stands as it was written in `byline.agency` until it is matched with people.
 */
export function toStoryContent(page: ReadPage): StoryContentInput {
  const body: Body = { type: 'doc', content: page.blocks.flatMap(bodyBlocks) };
  const lines = [page.kicker, page.deck];
  const [kicker = null, deck = null] = lines.map((line) =>
    line !== null && line.length <= LONGEST_LINE ? line : null,
  );
  // A deck as long as a paragraph is a standfirst.
  const long = lines.filter((line) => line !== null && line.length > LONGEST_LINE);
  return {
    headline: page.headline.slice(0, LONGEST_LINE),
    kicker,
    deck,
    standfirst: long.length > 0 ? long.join(' ').slice(0, 2000) : null,
    dateline: page.dateline && {
      place: clipped(page.dateline.place),
      outlet: clipped(page.dateline.outlet),
    },
    body,
    byline: { personIds: [], agency: page.byline?.slice(0, 200) ?? null },
    sources: sourcesOf(page),
  };
}
