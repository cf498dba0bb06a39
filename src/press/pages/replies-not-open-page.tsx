import { noticePage } from '../components/notice.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** The answer to a reply while posting is not built: nothing is lost silently, the text is given back. */
export function repliesNotOpenPage(
  ctx: PageContext,
  { typed, backTo }: { typed: string; backTo: string },
): string {
  const sheet = openSheet(ctx);
  const words = sheet.words.repliesNotOpen;
  return noticePage(
    sheet,
    words.title,
    <>
      <p>{words.text}</p>
      <label>
        {words.typed}
        <textarea rows={8} readonly dir="auto">
          {typed}
        </textarea>
      </label>
      <p class="actions">
        <a class="action" href={backTo}>
          {words.back}
        </a>
      </p>
    </>,
  );
}
