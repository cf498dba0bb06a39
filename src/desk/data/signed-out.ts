import { useSyncExternalStore } from 'react';

/** A session that ended while somebody was at work: everything waits until they are back. */
let waiting: { promise: Promise<void>; done: () => void } | null = null;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Opens the sign-in over the screen; resolves when the same person is back. */
export function signInAgain(): Promise<void> {
  if (waiting === null) {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting = { promise, done: resolve };
    tell();
  }
  return waiting.promise;
}

/** Lets everything that waited go on. */
export function signedInAgain(): void {
  const { done } = waiting ?? {};
  waiting = null;
  tell();
  done?.();
}

/** Whether the sign-in stands over the screen. */
export const useSignedOut = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
