import type { PressAssets } from '../src/press/assets.ts';

/** Builds style sheets, fonts and icons into `outDir` and gives back the manifest it wrote there. */
export function buildPressAssets(outDir: string): Promise<PressAssets>;
