import { eraseReader, exportReader } from '../../newsroom/comments/reader-data.ts';
import { systemActor } from '../../newsroom/users/roles.ts';
import { openReaderKeys } from '../../server/reader-keys.ts';
import { print } from '../output.ts';
import { withNewsroom } from '../with-newsroom.ts';

/** `matbaa comments export --email E`: everything that is kept about one address, as JSON. */
export async function readerExportCommand(options: { email: string }): Promise<void> {
  const data = await withNewsroom((newsroom, config) =>
    exportReader(newsroom, openReaderKeys(config), systemActor, options.email),
  );
  print(data, { json: true, lines: [] });
}

/** `matbaa comments erase --email E`: forgets it all. */
export async function readerEraseCommand(options: {
  email: string;
  json?: boolean;
}): Promise<void> {
  const erased = await withNewsroom((newsroom, config) =>
    eraseReader(newsroom, openReaderKeys(config), systemActor, options.email),
  );
  const lines = erased.reader
    ? [`Forgotten, with ${erased.replies} replies.`]
    : ['Nothing was kept about this address.'];
  print(erased, { json: options.json ?? false, lines });
}
