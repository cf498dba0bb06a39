import { CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/use-words.ts';
import './toast.css';

interface Toast {
  id: number;
  text: string;
  isError: boolean;
  undo?: () => void;
  topic?: string;
}

const shownFor = 6000;
let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function change(to: readonly Toast[]): void {
  toasts = to;
  for (const listener of listeners) listener();
}
const drop = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

/**
 * Says what was done, for a few seconds; errors stay until they are closed.
 * @param options.undo offered as a button beside it.
 * @param options.topic takes the place of what was said of the same before.
 */
export function say(
  text: string,
  options: { undo?: () => void; isError?: boolean; topic?: string } = {},
): void {
  const { isError = false, ...more } = options;
  const id = next++;
  const { topic } = options;
  const others = toasts.filter((one) => topic === undefined || one.topic !== topic);
  change([...others.slice(-2), { id, text, isError, ...more }]);
  const { undo } = options;
  if (!isError) setTimeout(drop, undo === undefined ? shownFor : 2 * shownFor, id);
}

/** Says what went wrong, in the words of the error. */
export const sayError = (error: unknown): void =>
  say(error instanceof Error ? error.message : String(error), { isError: true });

export function ToastHost() {
  const words = useWords();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" aria-live="polite" role="status">
      {shown.map(({ id, text, isError, undo }) => (
        <div key={id} className="toast" data-error={isError || undefined}>
          <span>{text}</span>
          {undo !== undefined && (
            <button
              type="button"
              onClick={() => {
                undo();
                drop(id);
              }}
            >
              {words.common.undo}
            </button>
          )}
          <CloseButton size="sm" aria-label={words.common.close} onClick={() => drop(id)} />
        </div>
      ))}
    </div>
  );
}
