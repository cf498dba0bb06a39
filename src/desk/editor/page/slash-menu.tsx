import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useState } from 'react';
import { useEditorWords } from '../use-editor-words.ts';
import type { KeyListener } from './body-keys.ts';
import { type Insertion, insertionsFor, slashQuery } from './insertions.ts';
import './slash-menu.css';

/** What can be put into an empty line, after «/». The caret stays in the text; arrows and Enter choose. */
export function SlashMenu(props: {
  editor: Editor;
  keys: KeyListener;
  onAsk: (what: 'picture' | 'embed') => void;
}) {
  const { editor, keys, onAsk } = props;
  const words = useEditorWords();
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState(-1);
  const slash = useEditorState({
    editor,
    selector: ({ editor: now }) => slashQuery(now),
    equalityFn: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const items = slash === null ? [] : insertionsFor(slash.query, words);
  const isOpen = slash !== null && slash.from !== dismissed && items.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters begin at the first again.
  useEffect(() => setChosen(0), [slash?.query]);
  useEffect(() => {
    if (slash === null) setDismissed(-1);
  }, [slash]);
  const choose = (item: Insertion | undefined): void => {
    if (item === undefined || slash === null) return;
    editor.chain().focus().deleteRange({ from: slash.from, to: slash.to }).run();
    if (item.asks === undefined) item.run(editor);
    else onAsk(item.asks);
  };
  keys.onKey = !isOpen
    ? null
    : (event) => {
        if (event.key === 'Escape') setDismissed(slash.from);
        else if (event.key === 'ArrowDown') setChosen((chosen + 1) % items.length);
        else if (event.key === 'ArrowUp') setChosen((chosen + items.length - 1) % items.length);
        else if (event.key === 'Enter' || event.key === 'Tab') choose(items[chosen]);
        else return false;
        event.preventDefault();
        return true;
      };
  useEffect(() => {
    const body = editor.view.dom;
    if (!isOpen) return;
    body.setAttribute('aria-controls', id);
    body.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    return () => {
      body.removeAttribute('aria-controls');
      body.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, isOpen, chosen]);
  if (!isOpen) return null;
  const caret = editor.view.coordsAtPos(slash.to);
  const isLow = caret.bottom > innerHeight * 0.6;
  return (
    <div
      id={id}
      className="slash-menu"
      role="listbox"
      aria-label={words.tools.insert}
      style={{
        // Beside the caret, wherever the window has room.
        left: Math.max(8, Math.min(caret.right - 208, innerWidth - 232)),
        ...(isLow ? { bottom: innerHeight - caret.top + 6 } : { top: caret.bottom + 6 }),
      }}
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard where the caret is.
        <div
          key={item.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onMouseEnter={() => setChosen(index)}
          onClick={() => choose(item)}
        >
          {words.tools[item.key]}
        </div>
      ))}
    </div>
  );
}
