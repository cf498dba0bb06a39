import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const address = z.string().startsWith('/assets/');
const manifest = z.object({
  css: address,
  fontsCss: address,
  preload: z.array(address),
  proofJs: address,
  icon: address.optional(),
  touchIcon: address.optional(),
});

/** Addresses of the built style sheets, fonts and icons. Their names carry a hash of their content. */
export interface PressAssets {
  /** '/assets/press.<hash>.css' */
  css: string;
  /** The @font-face rules; left out for readers who save data. */
  fontsCss: string;
  /** The font files of the first screen. */
  preload: string[];
  /** The one script that readers ever get: the small proof, on the page of their own reply. */
  proofJs: string;
  icon?: string | undefined;
  touchIcon?: string | undefined;
}

/**
 * Reads what `scripts/build-press-assets.mjs` wrote into `dir`.
 * @throws Error that names the build command when the folder was never built or is damaged.
 */
export function loadPressAssets(dir: string): PressAssets {
  const file = join(dir, 'manifest.json');
  try {
    return manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`Cannot read ${file}: run "npm run build" first`, { cause });
  }
}
