import { useSyncExternalStore } from 'react';

export type Language = 'ar' | 'en';
const place = 'matbaa-language';
const listeners = new Set<() => void>();
let language: Language = read();

function read(): Language {
  try {
    return localStorage.getItem(place) === 'en' ? 'en' : 'ar';
  } catch {
    return 'ar';
  }
}

export const currentLanguage = (): Language => language;

export function setLanguage(next: Language): void {
  if (next === language) return;
  language = next;
  try {
    localStorage.setItem(place, next);
  } catch {
    // A browser that keeps nothing still speaks the language until it is closed.
  }
  for (const listener of listeners) listener();
}

/** The interface's language: the signed-in person's, remembered for the sign-in screen. */
export const useLanguage = (): Language =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentLanguage);
