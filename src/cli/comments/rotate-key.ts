import { setTimeout as sleep } from 'node:timers/promises';
import { keysFrom, newKeyText } from '../../newsroom/comments/keys.ts';
import { rotateKeys } from '../../newsroom/comments/rotate-keys.ts';
import { openReaderKeys, readRing, ringSettlesAfter, writeRing } from '../../server/reader-keys.ts';
import { print } from '../output.ts';
import { progressBar } from '../progress-bar.ts';
import { Refused } from '../refused.ts';
import { withNewsroom } from '../with-newsroom.ts';

/**
 * `matbaa comments rotate-key`: a new key for readers' addresses. Stopped half-way it goes on where
 * it stood when it is started again, as the old key stays in the ring until nothing needs it.
 */
export async function rotateKeyCommand(options: { json?: boolean }): Promise<void> {
  const bar = progressBar("Readers' addresses");
  const report = await withNewsroom(async (newsroom, config) => {
    const ring = readRing(config);
    const isOurs = config.repliesKey === null;
    if (!isOurs && ring.length < 2)
      throw new Refused(
        'The key is in MATBAA_REPLIES_KEY: put a new one before it ("NEW,OLD"), restart every server, and run this again.',
      );
    if (ring.length < 2) writeRing(config, [...keysFrom(newKeyText()), ...ring]);
    // Servers that run must seal with the new key before the last address is moved.
    if (isOurs) await sleep(ringSettlesAfter);
    const rotated = await rotateKeys(newsroom, openReaderKeys(config), bar.update);
    bar.stop();
    if (rotated.unreadable === 0 && isOurs) writeRing(config, readRing(config).slice(0, 1));
    return { ...rotated, oldKeyNeeded: rotated.unreadable > 0 };
  });
  const lines = [`${report.readers} readers and ${report.replies} replies have the new key.`];
  if (report.oldKeyNeeded)
    lines.push(`${report.unreadable} addresses cannot be read with any key; the old one is kept.`);
  print(report, { json: options.json ?? false, lines });
}
