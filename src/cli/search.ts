import { countPublications, rebuildIndex } from '../newsroom/publications/indexing.ts';
import { openIndex } from '../server/open.ts';
import { print } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { withNewsroom } from './with-newsroom.ts';

/** `matbaa search rebuild`: every story anew into this node's index, while readers go on searching. */
export async function searchRebuildCommand(options: { json?: boolean }): Promise<void> {
  const report = await withNewsroom(async ({ store }, config) => {
    const index = openIndex(config);
    const begun = performance.now();
    const bar = progressBar('Indexing', await countPublications(store.read));
    try {
      let done = 0;
      await rebuildIndex(store.read, index, (stories) => {
        done += stories;
        bar.update(done);
      });
      const seconds = Math.round((performance.now() - begun) / 10) / 100;
      return { ...(await index.size()), seconds };
    } finally {
      bar.stop();
      await index.close();
    }
  });
  print(report, {
    json: options.json ?? false,
    lines: [
      `The search index holds ${report.stories} stories (${Math.round(report.bytes / 1e6)} MB), rebuilt in ${report.seconds} s.`,
    ],
  });
}
