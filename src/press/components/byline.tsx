import { personPath } from '../../newsroom/publications/paths.ts';
import type { Byline as ByWhom } from '../../newsroom/publications/views.ts';
import type { Sheet } from './sheet.ts';

export const isSigned = (byline: ByWhom): boolean =>
  byline.people.length > 0 || byline.agency !== null;

/** Who wrote it: people (as links to what else they wrote), else the agency. Names are isolated. */
export function Names({ sheet, byline, link }: { sheet: Sheet; byline: ByWhom; link: boolean }) {
  if (byline.people.length === 0) return <bdi>{byline.agency}</bdi>;
  return (
    <>
      {byline.people.map(({ slug, name }, i) => [
        i === 0 ? null : sheet.words.and,
        link ? (
          <a href={personPath(slug)} rel="author">
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        ),
      ])}
    </>
  );
}
