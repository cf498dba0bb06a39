import { storyPath } from '../../newsroom/publications/paths.ts';
import { searchStories } from '../../newsroom/publications/search.ts';
import { mostHits, usualHits } from '../components/search-address.ts';
import { searchPage } from '../pages/search-page.tsx';
import { contextOf } from './context.ts';
import type { Press, PressApp } from './press.ts';
import { html, respondOnce } from './respond-once.ts';

/** `/search?q=&limit=`, as a page or, for `Accept: application/json`, as data. */
export function addSearchRoute(app: PressApp, press: Press): void {
  app.get('/search', async (c) => {
    const typed = c.req.query('q') ?? '';
    const asked = Number.parseInt(c.req.query('limit') ?? '', 10);
    const limit = Number.isFinite(asked) ? Math.min(mostHits, Math.max(1, asked)) : usualHits;
    const asks = {
      query: typed,
      limit,
      section: c.req.query('section')?.normalize('NFC'),
      topic: c.req.query('topic')?.normalize('NFC'),
      person: c.req.query('person')?.normalize('NFC'),
      from: c.req.query('from'),
      to: c.req.query('to'),
    };
    const answer = await searchStories(press.store.read, press.index, asks, press.now());
    if (wantsJson(c.req.header('accept'))) {
      const { total, suggestion } = answer;
      const hits = answer.hits.map(({ id, slug, headline, snippet, score }) => ({
        id,
        url: storyPath({ id, slug }),
        headline,
        snippet,
        score,
      }));
      return c.json({ total, hits, suggestion }, 200, {
        'cache-control': 'no-store',
        vary: 'accept',
      });
    }
    const ctx = await contextOf(c, press, '/search');
    return respondOnce(c, {
      status: 200,
      contentType: html,
      body: searchPage(
        ctx,
        typed.trim() === '' ? null : answer,
        { section: asks.section, within: answer.within, from: asks.from, to: asks.to },
        limit,
      ),
      headers: { 'x-robots-tag': 'noindex', vary: 'accept, accept-encoding, save-data' },
    });
  });
}

function wantsJson(accept: string | undefined): boolean {
  return accept?.includes('application/json') === true && !accept.includes('text/html');
}
