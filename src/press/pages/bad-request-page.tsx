import { FrontPageLink, noticePage } from '../components/notice.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** 400: the address cannot be read. */
export function badRequestPage(ctx: PageContext): string {
  const sheet = openSheet(ctx);
  const { title, text } = sheet.words.badRequest;
  return noticePage(
    sheet,
    title,
    <>
      <p>{text}</p>
      <p class="actions">
        <FrontPageLink sheet={sheet} quiet={false} />
      </p>
    </>,
  );
}
