import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Somebody outside the document who sees keys first: the menu of things to insert. */
export interface KeyListener {
  onKey: ((event: KeyboardEvent) => boolean) | null;
}

/** Keys of the body. By `code`, so that they work on an Arabic keyboard as on a Latin one. */
export const BodyKeys = Extension.create<{ listener: () => KeyListener }>({
  name: 'bodyKeys',
  priority: 1100,
  addOptions: () => ({ listener: () => ({ onKey: null }) }),
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      'Mod-z': () => editor.commands.undo(),
      'Mod-y': () => editor.commands.redo(),
      'Shift-Mod-z': () => editor.commands.redo(),
      Enter: () =>
        editor.isActive('listItem') ? editor.commands.splitListItem('listItem') : false,
      'Mod-Enter': () => editor.commands.exitCode(),
    };
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    const { listener } = this.options;
    return [
      new Plugin({
        props: {
          handleKeyDown(_view, event) {
            if (listener().onKey?.(event)) return true;
            if (!editor.isEditable) return false;
            const { code, altKey, shiftKey } = event;
            const mod = event.ctrlKey || event.metaKey;
            if (mod && !altKey && !shiftKey && code === 'KeyB')
              return editor.commands.toggleMark('bold');
            if (mod && !altKey && !shiftKey && code === 'KeyI')
              return editor.commands.toggleMark('italic');
            if (!altKey || mod || shiftKey) return false;
            switch (code) {
              case 'Digit2':
                return editor.commands.toggleNode('heading', 'paragraph', { level: 2 });
              case 'Digit3':
                return editor.commands.toggleNode('heading', 'paragraph', { level: 3 });
              case 'Digit0':
                return editor.commands.clearNodes();
              case 'Digit7':
                return editor.commands.toggleList('bulletList', 'listItem');
              case 'Digit8':
                return editor.commands.toggleList('orderedList', 'listItem');
              case 'Digit9':
                return editor.commands.toggleWrap('blockquote');
              case 'KeyD':
                return turnParagraph(editor);
              default:
                return false;
            }
          },
        },
      }),
    ];
  },
});

/** Turns the paragraph's direction against what its letters say, or back. */
export function turnParagraph(editor: import('@tiptap/core').Editor): boolean {
  const { parent } = editor.state.selection.$from;
  const { name } = parent.type;
  if (name !== 'paragraph' && name !== 'heading') return false;
  const given = parent.attrs.dir as string | null;
  const element = editor.view.nodeDOM(editor.state.selection.$from.before());
  const shown = element instanceof HTMLElement ? getComputedStyle(element).direction : 'rtl';
  const next = given === null ? (shown === 'ltr' ? 'rtl' : 'ltr') : null;
  return editor.commands.updateAttributes(name, { dir: next });
}
