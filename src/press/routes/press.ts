import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { ReplyRoom } from '../../newsroom/comments/room.ts';
import type { PictureStore } from '../../newsroom/media/picture-files.ts';
import { readShell } from '../../newsroom/publications/shell.ts';
import type { Shell } from '../../newsroom/publications/views.ts';
import type { SearchIndex } from '../../store/search/search-index.ts';
import type { Store } from '../../store/store.ts';
import type { PressAssets } from '../assets.ts';
import type { PageCache } from '../cache/page-cache.ts';

/** Everything that the press needs to answer readers. */
export interface Press {
  store: Store;
  index: SearchIndex;
  pictures: PictureStore;
  cache: PageCache;
  shell: KeptShell;
  /** Where readers' replies go. */
  replies: ReplyRoom;
  assets: PressAssets;
  /** The folder of the built styles and fonts. */
  assetsDir: string;
  /** Scheme and host, without a slash at the end. */
  siteUrl: string;
  /** Has signed the addresses of previews. */
  secret: string;
  now: () => number;
}

/** The press runs on Node's own HTTP server and may write to it directly. */
interface OnNode {
  Bindings: HttpBindings;
}
export type PressApp = Hono<OnNode>;
export type PressRequest = Context<OnNode>;

/** What surrounds every page, read once and kept until it changes. */
export class KeptShell {
  readonly #store: Store;
  #kept: Promise<Shell> | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  get(): Promise<Shell> {
    if (this.#kept === null) {
      const reading = readShell(this.#store.read);
      this.#kept = reading;
      // A failed reading is not kept.
      reading.catch(() => {
        if (this.#kept === reading) this.#kept = null;
      });
    }
    return this.#kept;
  }

  drop(): void {
    this.#kept = null;
  }
}
