import { useEffect, useRef } from 'react';
import type { CopyDeskActions } from './use-copy-desk.ts';

/** Keys of the copy desk, by their place on the keyboard: they work on an Arabic layout too. */
export function useCheckKeys(
  desk: CopyDeskActions,
  { isReadOnly, onPanel }: { isReadOnly: boolean; onPanel: () => void },
): void {
  const now = useRef({ desk, isReadOnly, onPanel });
  useEffect(() => {
    now.current = { desk, isReadOnly, onPanel };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { check } = now.current.desk;
      if (event.code === 'Escape' && check.state().isOpen) {
        check.look(null);
        return;
      }
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (!perform(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const perform = ({ code, shiftKey }: KeyboardEvent): boolean => {
      const { desk: given, isReadOnly: mayOnlyRead, onPanel: openPanel } = now.current;
      const found = given.check.looked();
      if (code === 'Enter' || code === 'NumpadEnter') {
        if (mayOnlyRead) return false;
        if (shiftKey) given.fixAllSafe();
        else if (found !== undefined && found.fixes.length > 0) given.fix(found.id);
        return true;
      }
      if (shiftKey) return false;
      if (code === 'KeyJ') given.go(1);
      else if (code === 'KeyK') given.go(-1);
      else if (code === 'KeyO') openPanel();
      else if (code === 'KeyI' && found !== undefined && !found.gate && !mayOnlyRead)
        given.ignore(found, false);
      else return false;
      return true;
    };
    // Before the text sees them: Alt and Enter would break the line.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
