import { FrontPageLink, noticePage } from '../components/notice.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** 404: says so, and offers a search and the front page. */
export function notFoundPage(ctx: PageContext): string {
  const sheet = openSheet(ctx);
  const { title, text } = sheet.words.notFound;
  return noticePage(
    sheet,
    title,
    <>
      <p>{text}</p>
      <SearchForm sheet={sheet} query="" />
      <p class="actions">
        <FrontPageLink sheet={sheet} quiet={true} />
      </p>
    </>,
  );
}
