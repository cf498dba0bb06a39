import { useEffect, useState } from 'react';

/** Milliseconds without a key or a touch. */
const quiet = 1000;
const acts = ['keydown', 'input', 'pointerdown'] as const;

/**
 * Follows `wanted`, but waits for a pause in the work: what opens over the page takes the keys, and
 * those that were meant for the text must not fall into it.
 */
export function usePause(wanted: boolean): boolean {
  const [hasPaused, setHasPaused] = useState(false);
  useEffect(() => {
    setHasPaused(false);
    if (!wanted) return;
    const wait = () => setTimeout(() => setHasPaused(true), quiet);
    let timer = wait();
    const waitAgain = (): void => {
      clearTimeout(timer);
      timer = wait();
    };
    for (const act of acts) window.addEventListener(act, waitAgain, true);
    return () => {
      clearTimeout(timer);
      for (const act of acts) window.removeEventListener(act, waitAgain, true);
    };
  }, [wanted]);
  return wanted && hasPaused;
}
