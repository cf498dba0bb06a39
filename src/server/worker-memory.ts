import { setFlagsFromString } from 'node:v8';

/**
 * To be called before a thread with `maxYoungGenerationSizeMb` begins: the small space for young
 * objects that bin/matbaa.js gives the thread of the pages would hold there too.
 */
export const freeYoungSpace = (): void => setFlagsFromString('--max-semi-space-size=0');
