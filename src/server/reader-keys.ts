import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysFrom, newKeyText, ReaderKeys, UnusableKey } from '../newsroom/comments/keys.ts';
import type { Config } from './config.ts';
import { secretOf } from './secret.ts';

/** The key of readers' addresses; kept apart from the database, and out of backups of it. */
export const keyFile = (config: Config): string => join(config.data, 'replies-key');

/** The keys of this newsroom, made with the first start. @throws UnusableKey */
export function openReaderKeys(config: Config): ReaderKeys {
  return new ReaderKeys(readRing(config), secretOf(config));
}

/** The ring as the environment or the key file holds it now. @throws UnusableKey */
export function readRing(config: Config): Buffer[] {
  if (config.repliesKey !== null) return named('MATBAA_REPLIES_KEY', config.repliesKey);
  const file = keyFile(config);
  try {
    writeFileSync(file, `${newKeyText()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return named(file, readFileSync(file, 'utf8'));
}

function named(where: string, text: string): Buffer[] {
  try {
    return keysFrom(text);
  } catch (error) {
    if (error instanceof UnusableKey) throw new UnusableKey(`${where}: ${error.message}`);
    throw error;
  }
}

/** Writes the ring anew, in one piece: a server that looks meanwhile sees the old or the new one. */
export function writeRing(config: Config, ring: readonly Buffer[]): void {
  const file = keyFile(config);
  const lines = ring.map((key) => `${key.toString('base64url')}\n`).join('');
  writeFileSync(`${file}.new`, lines, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const lookEvery = 500;
/** After so long every server on this data folder works with a ring that was written. */
export const ringSettlesAfter = 3 * lookEvery;

/** Has a running server take a changed key file; returns what stops it. */
export function watchKeyFile(
  config: Config,
  keys: ReaderKeys,
  onError: (error: unknown) => void,
): () => void {
  if (config.repliesKey !== null) return () => {};
  const written = (): number => statSync(keyFile(config)).mtimeMs;
  let seen = written();
  const timer = setInterval(() => {
    try {
      const now = written();
      if (now === seen) return;
      keys.replace(readRing(config));
      seen = now;
    } catch (error) {
      // The keys in hand go on working; the file is looked at again.
      onError(error);
    }
  }, lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
