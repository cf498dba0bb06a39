import { IconBold, IconCalendarEvent, IconLink, IconQuote } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEditorWords } from '../use-editor-words.ts';
import './selection-menu.css';

const icon = { size: 17, stroke: 1.7, 'aria-hidden': true } as const;

/** What can be done with words just selected with a pointer; the keyboard has the toolbar for it. */
export function SelectionMenu(props: {
  editor: Editor;
  onLink: () => void;
  onSource: () => void;
  onDate: () => void;
}) {
  const { editor, onLink, onSource, onDate } = props;
  const words = useEditorWords();
  const range = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { selection } = now.state;
      const isText = selection.$from.parent.isTextblock && 'node' in selection === false;
      return selection.empty || !isText || !now.isFocused
        ? null
        : { from: selection.from, to: selection.to };
    },
    equalityFn: (a, b) => a?.from === b?.from && a?.to === b?.to,
  });
  if (range === null || !editor.isEditable) return null;
  const start = editor.view.coordsAtPos(range.from);
  const page = editor.view.dom.getBoundingClientRect();
  const items = [
    [
      'bold',
      <IconBold key="i" {...icon} />,
      () => void editor.chain().focus().toggleMark('bold').run(),
    ],
    ['link', <IconLink key="i" {...icon} />, onLink],
    ['source', <IconQuote key="i" {...icon} />, onSource],
    ['date', <IconCalendarEvent key="i" {...icon} />, onDate],
  ] as const;
  return (
    <div
      className="selection-menu"
      style={{
        top: start.top - page.top - 46,
        left: Math.max(0, Math.min(start.right - page.left - 90, page.width - 180)),
      }}
    >
      {items.map(([name, image, run]) => (
        <button
          key={name}
          type="button"
          tabIndex={-1}
          aria-label={words.tools[name]}
          title={words.tools[name]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={run}
        >
          {image}
        </button>
      ))}
    </div>
  );
}
