import type { Shell } from '../../newsroom/publications/views.ts';
import type { PressAssets } from '../assets.ts';

/** What a page knows besides what it shows. */
export interface PageContext {
  shell: Shell;
  /** Epoch milliseconds: decides the day in the masthead and which times stand without a date. */
  now: number;
  /** Absolute address of the paper, without a slash at the end. */
  siteUrl: string;
  /** Path of this page with its leading slash, percent-encoded. */
  path: string;
  /** The reader saves data: no web fonts. */
  saveData: boolean;
  assets: PressAssets;
}
