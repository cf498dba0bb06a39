import { rmSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { apiApp } from '../api/app.ts';
import { openFirstTime, renderAhead } from '../moving/demo/load.ts';
import { openReplyRoom } from '../newsroom/comments/room.ts';
import { makeSetupLink } from '../newsroom/users/links.ts';
import { loadPressAssets } from '../press/assets.ts';
import { PageCache } from '../press/cache/page-cache.ts';
import { badRequestPage } from '../press/pages/bad-request-page.tsx';
import { pressApp } from '../press/routes/app.ts';
import { KeptShell, type Press } from '../press/routes/press.ts';
import { newestChange } from '../store/changes.ts';
import { makeFolder } from '../store/make-folder.ts';
import type { SearchIndex } from '../store/search/search-index.ts';
import { UnusableStore } from '../store/store.ts';
import { newTurns } from '../store/turns.ts';
import { addressFile, assetsFolder, type Config, deskFolder, workerScript } from './config.ts';
import { knownCaller, openDesk } from './desk.ts';
import { addDeskRoutes } from './desk-files.ts';
import { DeskSearch } from './desk-search.ts';
import { Follower } from './follow.ts';
import { httpServer, listen, stopListening } from './http.ts';
import { Scheduler } from './jobs.ts';
import { addMetricRoutes } from './metrics.ts';
import { indexFile, newsroomOver, openIndex, openPictures, openStore } from './open.ts';
import { openReaderKeys, watchKeyFile } from './reader-keys.ts';
import { ReplyLetters } from './reply-letters.ts';
import { secretOf } from './secret.ts';
import { threadedIndex } from './threaded-index.ts';
import { ThreadedIntake } from './threaded-intake.ts';
import { WebhookSender } from './webhooks.ts';

/** How often to look for commits of other processes on the same database file, ms. */
const pollEvery = 25;

export interface RunningServer {
  url: string;
  /** Where the first editor is made, once; null when somebody can sign in. */
  setupLink: string | null;
  close(): Promise<void>;
}

/**
 * Opens the newsroom and serves it.
 * @throws UnusableStore, NewerDatabase, CannotListen, each with one line for its reader.
 */
export async function startServer(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RunningServer> {
  const log = pino({ level: env.MATBAA_LOG ?? 'warn' });
  try {
    makeFolder(config.data, 0o750);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UnusableStore(
      `Cannot use the data folder ${config.data} (${why}). Make it writable, or name another with MATBAA_DATA.`,
    );
  }
  const turns = newTurns();
  const store = await openStore(config, {
    workerScript: workerScript('sqlite-worker'),
    pollEvery,
    turns,
  });
  const newsroom = newsroomOver(store);
  const pictures = openPictures(config);
  const drawn = await openFirstTime(newsroom, pictures, config.demo);
  const index = threadedIndex(openIndex(config), indexFile(config));
  const cache = new PageCache({ now: newsroom.now });
  const shell = new KeptShell(store);
  const assets = loadPressAssets(assetsFolder);
  const from = await newestChange(store.read);
  const follower = new Follower({ store, cache, shell, log, env, turns, from });
  const scheduler = new Scheduler(newsroom, log, () => follower.countWords());
  const deskSearch = new DeskSearch(env);
  const { siteUrl, innerWebhooks: allowInner } = config;
  const webhooks = new WebhookSender(newsroom, log, { siteUrl, allowInner });

  const keys = openReaderKeys(config);
  const here = openReplyRoom({ newsroom, keys, letters: config.smtpUrl !== null });
  const intake = new ThreadedIntake({
    here,
    env,
    turns,
    onCommit: () => follower.look(),
    onError: (err) => log.error({ err }, 'the thread that takes replies in broke down'),
  });
  const replies = { ...here, intake };
  const stopWatching = watchKeyFile(config, keys, (err) =>
    log.error({ err }, 'the key file of readers cannot be read'),
  );

  const press: Press = {
    store,
    index,
    pictures,
    cache,
    shell,
    replies,
    assets,
    assetsDir: assetsFolder,
    siteUrl: config.siteUrl,
    secret: secretOf(config),
    now: newsroom.now,
  };
  const app = pressApp(press, (err, path) => log.error({ err, path }, 'a page failed'));
  const desk = openDesk({
    config,
    newsroom,
    pictures,
    replies,
    find: (question) => deskSearch.find(question),
    match: (question) => deskSearch.match(question),
    onError: (err) => log.error({ err }, 'the desk cannot be told what changed'),
  });
  const letters =
    desk.mailer === null
      ? null
      : new ReplyLetters(log, { newsroom, keys, siteUrl: config.siteUrl, mailer: desk.mailer });
  const api = apiApp(desk, (err, path) => log.error({ err, path }, 'the API failed'));
  app.all('/api/*', (c) => api.fetch(knownCaller(c.req.raw, c.env.incoming)));
  addDeskRoutes(app, deskFolder);
  addMetricRoutes(app, { cache, store, metricsToken: config.metricsToken });
  const badRequest = badRequestPage({
    shell: await shell.get(),
    now: newsroom.now(),
    siteUrl: config.siteUrl,
    path: '/',
    saveData: true,
    assets,
  });
  const server = httpServer({ cache, app, badRequest });

  const closeParts = async (): Promise<void> => {
    await intake.close();
    stopWatching();
    await letters?.close();
    await scheduler.close();
    await webhooks.close();
    await deskSearch.close();
    await follower.close();
    await index.close();
    await store.close();
  };
  const stop = new AbortController();
  try {
    await listen(server, config.port, config.host);
  } catch (error) {
    await closeParts();
    throw error;
  }
  follower.start();
  if (await isBehind(index, from)) follower.catchUpIndex();
  scheduler.start();
  webhooks.start();
  letters?.start();
  writeFileSync(
    addressFile(config.data),
    JSON.stringify({ url: config.siteUrl, pid: process.pid }),
  );
  // Readers' first look at a picture need not wait for it: those of the demonstration are made now.
  const rendering = renderAhead(pictures, drawn, stop.signal).catch((error: unknown) =>
    log.error({ err: error }, 'pictures could not be made ahead of readers'),
  );
  const token = await makeSetupLink(newsroom);

  return {
    url: config.siteUrl,
    setupLink:
      token === null ? null : `${config.siteUrl}/desk/setup?token=${encodeURIComponent(token)}`,
    async close() {
      stop.abort();
      desk.events.close();
      rmSync(addressFile(config.data), { force: true });
      await stopListening(server);
      await rendering;
      await closeParts();
    },
  };
}

/** Whether the thread that keeps the index has something to do. */
async function isBehind(index: SearchIndex, newest: number): Promise<boolean> {
  if ((await index.builtTo()) !== null || (await index.followedTo()) !== newest) return true;
  return (await index.withoutRelated(1)).length > 0;
}
