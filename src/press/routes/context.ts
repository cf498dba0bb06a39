import { nextMidnight } from '../../arabic/zoned.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { Press, PressRequest } from './press.ts';

/** Whether the reader's `Save-Data` header asks for light pages. */
export function savesData(header: string | undefined): boolean {
  return header?.trim().toLowerCase() === 'on';
}

/** What a page is made in: the shell of this moment, the path, the reader's wish to save data. */
export async function contextOf(c: PressRequest, press: Press, path: string): Promise<PageContext> {
  return {
    shell: await press.shell.get(),
    now: press.now(),
    siteUrl: press.siteUrl,
    path,
    saveData: savesData(c.req.header('save-data')),
    assets: press.assets,
  };
}

/** What purges a page that says how many replies these stories have. */
export function countKeys(stories: readonly { id: number }[]): string[] {
  return stories.map(({ id }) => `replies:${id}`);
}

/** Pages that show «today» in the masthead stop being true at the newsroom's midnight. */
export function untilMidnight(ctx: PageContext): number {
  return nextMidnight(ctx.now, ctx.shell.settings.timeZone);
}
