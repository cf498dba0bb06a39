import type { Child } from 'hono/jsx';
import { pageOf } from './page.tsx';
import type { Sheet } from './sheet.ts';

/** Pages that say in a sentence what happened and offer the next step. */
export function noticePage(sheet: Sheet, title: string, content: Child): string {
  const main = (
    <div class="notice">
      <h1>{title}</h1>
      {content}
    </div>
  );
  return pageOf(sheet, { title, description: null, kind: 'website', hidden: true }, main);
}

export function FrontPageLink({ sheet, quiet }: { sheet: Sheet; quiet: boolean }) {
  return (
    <a class={quiet ? 'action quiet' : 'action'} href="/">
      {sheet.words.frame.frontPage}
    </a>
  );
}
