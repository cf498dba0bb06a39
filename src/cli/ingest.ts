import { ingestPage } from '../moving/ingest-page.ts';
import { systemActor } from '../newsroom/users/roles.ts';
import { readInput } from './input.ts';
import { print } from './output.ts';
import { withNewsroom } from './with-newsroom.ts';

/** `matbaa ingest FILE|-`: a saved news page becomes a draft, or a published story. */
export async function ingestCommand(
  file: string,
  options: { publish?: boolean; section?: string; date?: string },
): Promise<void> {
  const input = await readInput(file);
  const story = await withNewsroom((newsroom, config) =>
    ingestPage(newsroom, systemActor, input, {
      publish: options.publish ?? false,
      section: options.section ?? null,
      date: options.date ?? null,
      siteUrl: config.siteUrl,
    }),
  );
  // The contract says «the story as JSON», with or without --json.
  print(story, { json: true, lines: [] });
}
