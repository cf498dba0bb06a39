import type { Child } from 'hono/jsx';
import { storyPath } from '../../newsroom/publications/paths.ts';
import { directionOf } from './direction.ts';

/** The heading of a page about replies: under which story, and what stands here. */
export function RepliesHead(props: {
  story: { id: number; slug: string; headline: string };
  children?: Child;
}) {
  const { story } = props;
  return (
    <header class="replies-head">
      <p dir={directionOf(story.headline)}>
        <a href={storyPath(story)}>{story.headline}</a>
      </p>
      <h1>{props.children}</h1>
    </header>
  );
}
