import { vi } from 'vitest';

/**
 * For `vi.waitFor`: how often to look, and when to give up. The contracts speak of a second; a
 * machine that tests may be busy, and how fast it is on a free one is the bench's to measure.
 */
export const patience = { timeout: 20_000, interval: 40 } as const;

/** Waits until something is so. */
export const until = (holds: () => boolean | Promise<boolean>): Promise<void> =>
  vi.waitFor(async () => {
    if (!(await holds())) throw new Error(`Not so in time: ${holds}`);
  }, patience);
