import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** What cookies, links and readers' forms are signed with. */
export const secretOf = (config: Config): string => config.secret ?? keptSecret(config.data);

/** The key of this data folder, made with the first start; only its owner reads it. */
function keptSecret(data: string): string {
  const file = join(data, 'desk-key');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
