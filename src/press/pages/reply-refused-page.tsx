import { noticePage } from '../components/notice.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** Why a reply could not be taken; what was typed is given back whole. */
export function replyRefusedPage(
  ctx: PageContext,
  props: {
    why: 'closedMeanwhile' | 'tooLarge' | 'unreadable';
    /** Null where it could not be read. */
    typed: string | null;
    backTo: string;
  },
): string {
  const { why, typed, backTo } = props;
  const sheet = openSheet(ctx);
  const words = sheet.words.comments;
  const { title, text } = words[why];
  return noticePage(
    sheet,
    title,
    <>
      <p>{text}</p>
      {typed === null ? null : (
        <label>
          {words.typed}
          <textarea rows={8} readonly dir="auto">
            {typed.startsWith('\n') ? `\n${typed}` : typed}
          </textarea>
        </label>
      )}
      <p class="actions">
        <a class="action" href={backTo}>
          {words.backToStory}
        </a>
      </p>
    </>,
  );
}
