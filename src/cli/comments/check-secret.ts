import { openReaderKeys } from '../../server/reader-keys.ts';
import { print } from '../output.ts';
import { withNewsroom } from '../with-newsroom.ts';

/** `matbaa comments check-secret`: for the service that `replyCheckUrl` names. */
export async function checkSecretCommand(options: { json?: boolean }): Promise<void> {
  const secret = await withNewsroom(
    async (_newsroom, config) => openReaderKeys(config).outsideSecret,
  );
  print({ secret }, { json: options.json ?? false, lines: [secret] });
}
