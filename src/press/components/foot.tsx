import { archivePath, standingPagePath } from '../../newsroom/publications/paths.ts';
import type { Sheet } from './sheet.ts';

/** Who publishes the paper, its standing pages, its feeds. */
export function Foot({ sheet }: { sheet: Sheet }) {
  const { settings, footerPages } = sheet.shell;
  const { frame, comments } = sheet.words;
  return (
    <footer class="foot">
      <div class="wrap">
        <p>
          <b>{settings.name}</b> {settings.about || settings.motto}
        </p>
        <nav aria-label={frame.footer}>
          <ul class="links">
            {footerPages.map((page) => (
              <li>
                <a href={standingPagePath(page.slug)}>{page.title}</a>
              </li>
            ))}
            <li>
              <a href={archivePath(sheet.today)}>{frame.archive}</a>
            </li>
            <li>
              <a href="/feed.xml">{frame.feeds}</a>
            </li>
            <li>
              <a href="/comments/feed.xml">{comments.feed.link}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
