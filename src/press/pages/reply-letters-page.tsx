import { FrontPageLink, noticePage } from '../components/notice.tsx';
import { openSheet } from '../components/sheet.ts';
import type { PageContext } from './page-context.ts';

/** Asks before letters stop: programs that only look at links must not stop them. */
export function stopLettersPage(ctx: PageContext): string {
  const sheet = openSheet(ctx);
  const { title, ask, stop } = sheet.words.comments.letters;
  return noticePage(
    sheet,
    title,
    <>
      <p>{ask}</p>
      <form method="post" class="actions">
        <button type="submit">{stop}</button>
      </form>
    </>,
  );
}

/** Letters have stopped, or the address was none of ours, or the writer's page is no more. */
export function replyNoticePage(
  ctx: PageContext,
  which: 'stopped' | 'unknown' | 'expired',
): string {
  const sheet = openSheet(ctx);
  const { letters, own } = sheet.words.comments;
  const { title, text } = which === 'expired' ? own.expired : letters[which];
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
