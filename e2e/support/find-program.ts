import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The program of that name on PATH; null when there is none. */
export function findProgram(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** The browser to test with: the one MATBAA_CHROMIUM names, else the first on PATH; null for none. */
export function findChromium(): string | null {
  const named = process.env.MATBAA_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  for (const name of names) {
    const path = findProgram(name);
    if (path !== null) return path;
  }
  return null;
}
