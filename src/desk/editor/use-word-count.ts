import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { wordCount } from '../../arabic/tokens.ts';

const textOf = (editor: Editor): string =>
  editor.state.doc.textBetween(0, editor.state.doc.content.size, '\n', ' ');

/** How many words the body has; counted when the writer rests. */
export function useWordCount(editor: Editor): number {
  const [count, setCount] = useState(() => wordCount(textOf(editor)));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => setCount(wordCount(textOf(editor))), 400);
    };
    editor.on('transaction', later);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', later);
    };
  }, [editor]);
  return count;
}
