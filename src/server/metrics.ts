import { getConnInfo } from '@hono/node-server/conninfo';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PageCache } from '../press/cache/page-cache.ts';
import type { PressApp } from '../press/routes/press.ts';
import type { Store } from '../store/store.ts';

/** `/healthz`, `/readyz`, and `/metrics` for this machine or whoever holds the token. */
export function addMetricRoutes(
  app: PressApp,
  parts: { cache: PageCache; store: Store; metricsToken: string | null },
): void {
  const { cache, store, metricsToken } = parts;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  counted(registry, 'matbaa_page_cache_hits_total', 'Pages answered from memory', () => cache.hits);
  counted(registry, 'matbaa_page_cache_misses_total', 'Pages rendered', () => cache.misses);
  gauged(registry, 'matbaa_page_cache_pages', 'Pages in memory', () => cache.size.pages);
  gauged(registry, 'matbaa_page_cache_bytes', 'Bytes of pages in memory', () => cache.size.bytes);

  const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  app.get('/healthz', () => new Response('ok\n', { headers: plain }));
  app.get('/readyz', async () => {
    try {
      await store.read.selectFrom('changes').select('id').limit(1).execute();
      return new Response('ready\n', { headers: plain });
    } catch {
      return new Response('the database does not answer\n', { status: 503, headers: plain });
    }
  });
  app.get('/metrics', async (c) => {
    const remote = getConnInfo(c).remote.address ?? '';
    // A proxy on this machine speaks for strangers: then only the token counts.
    const isLocal =
      c.req.header('x-forwarded-for') === undefined && /^(::ffff:)?127\.|^::1$/.test(remote);
    const hasToken =
      metricsToken !== null && c.req.header('authorization') === `Bearer ${metricsToken}`;
    if (!isLocal && !hasToken) return c.notFound();
    return new Response(await registry.metrics(), {
      headers: { ...plain, 'content-type': registry.contentType },
    });
  });
}

function counted(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

function gauged(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
