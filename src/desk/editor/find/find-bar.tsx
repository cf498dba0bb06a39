import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { say } from '../../parts/toast.tsx';
import { useDates } from '../../words/dates.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { foundIn, goTo, replaceAll, replaceOne, setSearch } from './find-plugin.ts';
import './find-bar.css';

/** Find and replace in the body; it knows that readers and writers spell one word in several ways. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useEditorWords();
  const dates = useDates();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => {
    const { from, to } = editor.state.selection;
    return to - from < 60 ? editor.state.doc.textBetween(from, to, ' ') : '';
  });
  const [replacement, setReplacement] = useState('');
  const [isExact, setExact] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const { count, current } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const found = foundIn(now.state);
      return { count: found.matches.length, current: found.current };
    },
  });
  useEffect(() => {
    setSearch(editor.view, { query, isExact, isWhole });
  }, [editor, query, isExact, isWhole]);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    return () => {
      if (!editor.isDestroyed) setSearch(editor.view, null);
    };
  }, [editor]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      onClose();
      editor.view.focus();
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      goTo(editor.view, event.shiftKey ? -1 : 1);
    }
  };
  const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <search className="find-bar" aria-label={words.find.label} onKeyDown={onKeyDown}>
      <label className="visually-hidden" htmlFor={`${id}-q`}>
        {words.find.query}
      </label>
      <input
        ref={field}
        id={`${id}-q`}
        dir="auto"
        value={query}
        placeholder={words.find.query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <span className="find-bar__count" role="status">
        {query === ''
          ? ''
          : count === 0
            ? words.find.none
            : words.find.of(dates.number(current + 1), dates.number(count))}
      </span>
      <button
        type="button"
        className="quiet-icon"
        aria-label={words.find.previous}
        onClick={() => goTo(editor.view, -1)}
      >
        <IconChevronUp {...icon} />
      </button>
      <button
        type="button"
        className="quiet-icon"
        aria-label={words.find.next}
        onClick={() => goTo(editor.view, 1)}
      >
        <IconChevronDown {...icon} />
      </button>
      <button type="button" className="quiet-icon" aria-label={words.find.close} onClick={onClose}>
        <IconX {...icon} />
      </button>
      {editor.isEditable && (
        <>
          <label className="visually-hidden" htmlFor={`${id}-r`}>
            {words.find.replacement}
          </label>
          <input
            id={`${id}-r`}
            dir="auto"
            value={replacement}
            placeholder={words.find.replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
          />
          <button
            type="button"
            className="ghost-button ghost-button--small"
            disabled={count === 0}
            onClick={() => replaceOne(editor.view, replacement)}
          >
            {words.find.one}
          </button>
          <button
            type="button"
            className="ghost-button ghost-button--small"
            disabled={count === 0}
            onClick={() =>
              say(words.find.replaced(dates.number(replaceAll(editor.view, replacement))))
            }
          >
            {words.find.all}
          </button>
        </>
      )}
      <span className="find-bar__options">
        <label>
          <input type="checkbox" checked={isExact} onChange={() => setExact(!isExact)} />
          {words.find.exact}
        </label>
        <label>
          <input type="checkbox" checked={isWhole} onChange={() => setWhole(!isWhole)} />
          {words.find.whole}
        </label>
      </span>
    </search>
  );
}
