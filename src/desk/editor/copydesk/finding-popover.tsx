import { IconX } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useEditorWords } from '../use-editor-words.ts';
import { useCheckState } from './check-context.tsx';
import { FindingActions } from './finding-actions.tsx';
import { FindingHead, FindingText } from './finding-body.tsx';
import { fieldOf } from './going.ts';
import type { CopyDeskActions } from './use-copy-desk.ts';
import { useCopyWords } from './words.ts';
import './finding-popover.css';

const width = 304;

/**
 * The finding that is looked at, below its words. The caret stays in the text; one key mends it
 * (use-check-keys.ts), Escape closes it.
 */
export function FindingPopover({
  desk,
  isReadOnly,
}: {
  desk: CopyDeskActions;
  isReadOnly: boolean;
}) {
  const words = useCopyWords();
  const editorWords = useEditorWords();
  const { check } = desk;
  const { isOpen } = useCheckState(check);
  const element = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const one = isOpen ? check.looked() : undefined;
  useLayoutEffect(() => {
    const sheet = element.current?.closest('.sheet');
    if (one === undefined || !sheet) return;
    const mark = sheet.querySelector(`[data-finding="${CSS.escape(one.id)}"]`);
    // A word over two lines has two boxes; its end is where it is read on.
    const box = [...(mark?.getClientRects() ?? [])].at(-1);
    if (box === undefined) {
      setPlace(null);
      return;
    }
    const page = sheet.getBoundingClientRect();
    const left = Math.min(box.right - page.left - width, page.width - width - 8);
    setPlace({ top: box.bottom - page.top + 10, left: Math.max(8, left) });
  }, [one]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of form fields.
    <div
      ref={element}
      className="finding-popover"
      role="group"
      aria-label={words.tab}
      hidden={one === undefined || place === null}
      style={place === null ? {} : { top: place.top, left: place.left }}
    >
      {one !== undefined && (
        <>
          <header>
            <FindingHead found={one} />
            <button
              type="button"
              className="quiet-icon"
              aria-label={editorWords.close}
              onClick={() => {
                const field = fieldOf(one.id);
                check.look(null);
                if (field === null) check.editor.view.focus();
                else field.focus();
              }}
            >
              <IconX size={16} stroke={1.6} aria-hidden />
            </button>
          </header>
          <FindingText found={one} />
          <FindingActions found={one} desk={desk} isReadOnly={isReadOnly} hint="Alt ↵" />
        </>
      )}
    </div>
  );
}
