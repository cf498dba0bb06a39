import { importJsonl, openJsonl } from '../moving/jsonl.ts';
import { catchUpIndex } from '../newsroom/publications/indexing.ts';
import { systemActor } from '../newsroom/users/roles.ts';
import { openIndex } from '../server/open.ts';
import { messageOf } from './input.ts';
import { complain, print } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { Refused } from './refused.ts';
import { withNewsroom } from './with-newsroom.ts';

const shownRefusals = 20;

/** `matbaa import jsonl FILE|-`: an archive in one object a line. */
export async function importJsonlCommand(
  file: string,
  options: { publish?: boolean; json?: boolean },
): Promise<void> {
  const input = await openJsonl(file).catch((error: unknown) => {
    throw new Refused(`Cannot read ${file} (${messageOf(error)}). Check the path.`);
  });
  const bar = progressBar('Importing');
  const { report, seconds } = await withNewsroom(async (newsroom, config) => {
    const begun = performance.now();
    const report = await importJsonl(
      newsroom,
      systemActor,
      input,
      { publish: options.publish ?? false },
      bar.update,
    );
    bar.stop();
    const seconds = (performance.now() - begun) / 1000;
    if (report.imported > 0 && options.publish === true) {
      const indexing = progressBar('Indexing for search');
      const index = openIndex(config);
      let done = 0;
      await catchUpIndex(newsroom.store.read, index, (stories) => {
        done += stories;
        indexing.update(done);
      });
      await index.close();
      indexing.stop();
    }
    return { report, seconds };
  });
  const rate = Math.round(report.read / Math.max(seconds, 0.001));
  print(
    { ...report, seconds: Math.round(seconds * 100) / 100 },
    {
      json: options.json ?? false,
      lines: [
        `Read ${report.read} stories in ${seconds.toFixed(1)} s (${rate}/s): ${report.imported} imported, ${report.known} known before, ${report.refused.length} refused.`,
        ...report.refused
          .slice(0, shownRefusals)
          .map(({ line, id, why }) => `  line ${line}${id === null ? '' : ` (${id})`}: ${why}`),
        ...(report.refused.length > shownRefusals
          ? [`  … and ${report.refused.length - shownRefusals} more; --json lists them all.`]
          : []),
      ],
    },
  );
  if (report.read > 0 && report.imported + report.known === 0) {
    complain(
      'Nothing could be imported; each line must be a JSON object with id, title, time and text.',
    );
    process.exitCode = 1;
  }
  if (report.read === 0) {
    complain('The input is empty; give a file with one JSON object a line.');
    process.exitCode = 1;
  }
}
