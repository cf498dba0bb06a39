import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inTransaction } from '../newsroom/newsroom.ts';
import { performActionIn } from '../newsroom/stories/perform.ts';
import { createStoryIn } from '../newsroom/stories/write.ts';
import { hasUncounted } from '../newsroom/style/rebuild.ts';
import { content, staff, type TestNewsroom } from '../newsroom/testing/newsroom.ts';
import { dialects } from '../store/testing/databases.ts';
import { newTurns } from '../store/turns.ts';
import { readConfig, workerScript } from './config.ts';
import { openIndex } from './open.ts';
import { openThreadNewsroom, type ThreadNewsroom } from './testing/thread-newsroom.ts';

describe.each(dialects)('the thread that follows what is published on $name', (kind) => {
  let opened: ThreadNewsroom;
  let newsroom: TestNewsroom;
  let env: Record<string, string>;
  beforeAll(async () => {
    opened = await openThreadNewsroom(kind);
    ({ newsroom, env } = opened);
  });
  afterAll(() => opened.remove());

  test('indexes stories that came in together, counts their words, and ends when it is told', async () => {
    await inTransaction(
      newsroom,
      staff.chief,
      async (work) => {
        for (let n = 0; n < 25; n += 1) {
          const story = await createStoryIn(work, {
            origin: `old-${n}`,
            content: content({ headline: `حصاد القمح ${n}` }),
          });
          await performActionIn(work, story, { id: story.id, action: 'publishAtOnce' });
        }
      },
      { bulk: true },
    );
    expect(await hasUncounted(newsroom)).toBe(true);
    const worker = new Worker(workerScript('search-worker'), {
      workerData: { env, turns: newTurns() },
    });
    const errors: unknown[] = [];
    worker.on('error', (error) => errors.push(error));
    worker.on('message', ({ error }: { error?: string }) => error && errors.push(error));
    const index = openIndex(readConfig(env));

    worker.postMessage('count-words');
    worker.postMessage('catch-up');

    const patience = { timeout: 20_000, interval: 50 };
    await vi.waitFor(async () => expect((await index.size()).stories).toBe(25), patience);
    await vi.waitFor(async () => expect(await hasUncounted(newsroom)).toBe(false), patience);
    const row = await newsroom.store.read
      .selectFrom('archive_forms')
      .select('count')
      .where('form', '=', 'القمح')
      .executeTakeFirst();
    expect(Number(row?.count)).toBe(25);

    const gone = once(worker, 'exit');
    worker.postMessage('close');
    expect(await gone).toEqual([0]);
    expect(errors).toEqual([]);
    await index.close();
  });
});
