import { type RefObject, useEffect, useRef } from 'react';

/** What a key of the queue does. */
export interface QueueKeys {
  move(by: number): void;
  approve(): void;
  reject(): void;
  ban(): void;
  trust(): void;
  flag(): void;
  select(): void;
  undo(): void;
  search: RefObject<HTMLInputElement | null>;
}
type Command = Exclude<keyof QueueKeys, 'search' | 'move'>;

/**
 * Letters that mean something to whoever types Arabic or Latin. ق lies on the key R and would reject
 * by its place what its reader means to approve, so here the letter counts.
 */
const byLetter: Readonly<Record<string, Command>> = {
  ...{ ق: 'approve', ر: 'reject', ح: 'ban', ث: 'trust', ع: 'flag' },
  ...{ a: 'approve', r: 'reject', b: 'ban', t: 'trust', f: 'flag', z: 'undo', x: 'select' },
};
/** By their place: what names no deed, and every deed on a keyboard of another script. */
const byPlace: Readonly<Record<string, Command>> = { KeyZ: 'undo', KeyX: 'select' };
const elsewhere: Readonly<Record<string, Command>> = {
  ...{ KeyA: 'approve', KeyR: 'reject', KeyB: 'ban', KeyT: 'trust', KeyF: 'flag' },
};
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, KeyJ: 1, ArrowUp: -1, KeyK: -1 };

/** The command that a key gives; null for none. */
export function commandOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): Command | null {
  const letter = key.toLowerCase();
  const isKnownScript = /^[a-z\p{Script=Arabic}]$/u.test(letter);
  return byLetter[letter] ?? byPlace[code] ?? (isKnownScript ? null : elsewhere[code]) ?? null;
}

/** Works the queue by keyboard. */
export function useQueueKeys(given: QueueKeys): void {
  const keys = useRef(given);
  useEffect(() => {
    keys.current = given;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || isTyping(event.target)) return;
      const mod = event.ctrlKey || event.metaKey;
      if (mod && event.code !== 'KeyZ') return;
      const by = steps[event.code];
      const command = commandOf(event);
      // A key that is held down must not decide of one reply after another.
      if (command !== null && event.repeat) return;
      if (by !== undefined) keys.current.move(by);
      else if (command !== null) keys.current[command]();
      else if (event.code === 'Slash') keys.current.search.current?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"]',
  ) !== null;
