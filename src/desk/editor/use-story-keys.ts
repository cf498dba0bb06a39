import { useEffect, useRef } from 'react';

interface StoryKeys {
  onSave: () => void;
  onFind: () => void;
  onLink: () => void;
  onPreview: () => void;
}

/** Keys of the whole screen, by their place on the keyboard: they work on an Arabic layout too. */
export function useStoryKeys(given: StoryKeys): void {
  const keys = useRef(given);
  useEffect(() => {
    keys.current = given;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { code, altKey, shiftKey } = event;
      const mod = event.ctrlKey || event.metaKey;
      const run =
        mod && !altKey && !shiftKey && code === 'KeyS'
          ? keys.current.onSave
          : mod && !altKey && !shiftKey && code === 'KeyF'
            ? keys.current.onFind
            : mod && altKey && code === 'KeyK'
              ? keys.current.onLink
              : altKey && !mod && !shiftKey && code === 'KeyP'
                ? keys.current.onPreview
                : undefined;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
