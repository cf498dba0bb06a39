import type { Editor } from '@tiptap/core';
import { normalise } from '../../../arabic/normalise.ts';
import type { EditorWords } from '../words-ar.ts';
import { newTable } from './table-tools.ts';

/** Something that can be put into the text: from the menu of «/», and from the toolbar. */
export interface Insertion {
  key:
    | 'heading2'
    | 'heading3'
    | 'quote'
    | 'bullets'
    | 'numbers'
    | 'picture'
    | 'table'
    | 'embed'
    | 'update';
  /** Needs a question first; asked by the screen. */
  asks?: 'picture' | 'embed';
  run: (editor: Editor) => void;
}

export const insertions: readonly Insertion[] = [
  { key: 'picture', asks: 'picture', run: () => undefined },
  { key: 'quote', run: (editor) => editor.chain().focus().toggleWrap('blockquote').run() },
  {
    key: 'heading2',
    run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
  },
  {
    key: 'heading3',
    run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 3 }).run(),
  },
  {
    key: 'bullets',
    run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
  {
    key: 'numbers',
    run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  },
  {
    key: 'table',
    run: (editor) => {
      const { from } = editor.state.selection;
      editor
        .chain()
        .focus()
        .insertContent(newTable())
        .setTextSelection(from + 3)
        .run();
    },
  },
  { key: 'embed', asks: 'embed', run: () => undefined },
  {
    key: 'update',
    // The newest entry stands first.
    run: (editor) =>
      editor
        .chain()
        .insertContentAt(0, {
          type: 'update',
          attrs: { at: Date.now() },
          content: [{ type: 'paragraph' }],
        })
        .focus(2)
        .run(),
  },
];

/** What answers to the letters after «/», however they are spelled. */
export function insertionsFor(query: string, words: EditorWords): Insertion[] {
  const wanted = normalise(query);
  return insertions.filter(
    ({ key }) => normalise(words.tools[key]).includes(wanted) || key.startsWith(wanted),
  );
}

/** The letters after a «/» that opens an empty paragraph; null when there is none. */
export function slashQuery(editor: Editor): { query: string; from: number; to: number } | null {
  const { selection } = editor.state;
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== 'paragraph' || !editor.isEditable) return null;
  if ($from.parentOffset !== $from.parent.content.size) return null;
  const query = /^[/\u2215](\S{0,20})$/u.exec($from.parent.textContent)?.[1];
  return query === undefined ? null : { query, from: $from.start(), to: $from.pos };
}
