import { countPublications } from '../newsroom/publications/indexing.ts';
import { rebuildArchive } from '../newsroom/style/rebuild.ts';
import { print } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { withNewsroom } from './with-newsroom.ts';

/** `matbaa style rebuild`: counts anew how the paper writes each word, while everybody works on. */
export async function styleRebuildCommand(options: { json?: boolean }): Promise<void> {
  const report = await withNewsroom(async (newsroom) => {
    const begun = performance.now();
    const bar = progressBar('Counting words', await countPublications(newsroom.store.read));
    try {
      const stories = await rebuildArchive(newsroom, (counted) => bar.update(counted));
      const { forms } = await newsroom.store.read
        .selectFrom('archive_forms')
        .select(({ fn }) => fn.countAll().as('forms'))
        .executeTakeFirstOrThrow();
      const seconds = Math.round((performance.now() - begun) / 10) / 100;
      return { stories, forms: Number(forms), seconds };
    } finally {
      bar.stop();
    }
  });
  print(report, {
    json: options.json ?? false,
    lines: [
      `The words of ${report.stories} stories are counted (${report.forms} forms) in ${report.seconds} s.`,
    ],
  });
}
