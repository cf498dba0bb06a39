import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openNewsroom, type TestNewsroom } from '../../newsroom/testing/newsroom.ts';
import type { DatabaseKind } from '../../store/testing/databases.ts';

/** A newsroom, and the environment by which a thread of the server opens the same. */
export interface ThreadNewsroom {
  newsroom: TestNewsroom;
  env: Record<string, string>;
  remove(): Promise<void>;
}

export async function openThreadNewsroom(kind: DatabaseKind): Promise<ThreadNewsroom> {
  const database = await kind.create();
  const newsroom = await openNewsroom({ ...kind, create: async () => database });
  const folder = mkdtempSync(join(tmpdir(), 'matbaa-thread-'));
  const { address } = database;
  const env: Record<string, string> = address.startsWith('postgres')
    ? { MATBAA_DATA: folder, DATABASE_URL: address }
    : { MATBAA_DATA: dirname(address) };
  return {
    newsroom,
    env,
    async remove() {
      await newsroom.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
