import { setFlagsFromString } from 'node:v8';

/**
 * To be called before a thread with `maxYoungGenerationSizeMb` begins: the small space for young
 * objects that bin/matbaa.js gives the thread of the pages would hold there too.
 */
export const freeYoungSpace = (): void => setFlagsFromString('--max-semi-space-size=0');

/**
 * bin/matbaa.js lets the heap of a server grow by no more than 30 % before it is swept, which is right
 * for pages from memory. Searches make so much that a sixth of their time would go into sweeping; so
 * once there are any, memory is given for time, some 20 MB. Counts for every thread, at once.
 */
export const sweepSeldom = (): void => setFlagsFromString('--heap-growing-percent=80');
