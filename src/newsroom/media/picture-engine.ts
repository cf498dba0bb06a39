import { Slots } from './slots.ts';

type Sharp = typeof import('sharp');

let loading: Promise<Sharp['default']> | undefined;

/**
 * The picture library, loaded at its first use: it costs memory and start-up
 * time that a process which only answers readers from the cache need not pay.
 */
export function pictureEngine(): Promise<Sharp['default']> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // Every picture is decoded for one purpose once; a cache would only hold memory.
    sharp.cache(false);
    return sharp;
  });
  return loading;
}

/** Decoding and encoding takes tens of megabytes and a core: two at a time in this process. */
export const pictureSlots = new Slots(2);
