import { type Editor, Extension } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
  toggleHeader,
} from '@tiptap/pm/tables';

/** Selecting and walking in tables: Tab goes to the next cell, and past the last begins a row. */
export const TableTools = Extension.create({
  name: 'tableTools',
  addProseMirrorPlugins: () => [tableEditing({ allowTableNodeSelection: true })],
  addKeyboardShortcuts() {
    const { editor } = this;
    const go = (direction: 1 | -1): boolean => {
      if (!editor.isActive('table')) return false;
      if (run(editor, goToNextCell(direction))) return true;
      return direction === 1 && run(editor, addRowAfter) && run(editor, goToNextCell(1));
    };
    return { Tab: () => go(1), 'Shift-Tab': () => go(-1) };
  },
});

const run = (editor: Editor, command: Command): boolean =>
  command(editor.state, editor.view.dispatch, editor.view);

export const tableSteps = {
  rowAfter: addRowAfter,
  columnAfter: addColumnAfter,
  dropRow: deleteRow,
  dropColumn: deleteColumn,
  header: toggleHeader('cell'),
  drop: deleteTable,
} satisfies Record<string, Command>;

export function stepInTable(editor: Editor, step: keyof typeof tableSteps): void {
  run(editor, tableSteps[step]);
  editor.view.focus();
}

const emptyCell = (type: 'tableHeader' | 'tableCell') => ({
  type,
  content: [{ type: 'paragraph' }],
});

/** Three by three, the first row heads. */
export const newTable = () => ({
  type: 'table',
  content: [0, 1, 2].map((row) => ({
    type: 'tableRow',
    content: [0, 1, 2].map(() => emptyCell(row === 0 ? 'tableHeader' : 'tableCell')),
  })),
});
