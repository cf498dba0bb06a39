import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { say } from '../../parts/toast.tsx';
import { type Place, passagesIn, tiePassage } from '../page/passage-marks.ts';
import type { StoryWork } from '../saving/story-work.ts';
import { currentEditorWords, useEditorWords } from '../use-editor-words.ts';

/** The words selected in the text; null when only the caret stands there. */
export function selectedPlace(editor: Editor): Place | null {
  const { from, to, empty } = editor.state.selection;
  return empty ? null : { from, to };
}

export function tie(work: StoryWork, editor: Editor, key: string, place: Place | null): void {
  editor.view.dispatch(tiePassage(editor.state.tr, key, place));
  work.edited();
}

/** Ties a source or a date to the passage selected in the text, leads there, or lets go of it. */
export function PassageTools(props: {
  work: StoryWork;
  editor: Editor;
  itemKey: string;
  isReadOnly: boolean;
}) {
  const { work, editor, itemKey, isReadOnly } = props;
  const words = useEditorWords();
  const passage = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const place = passagesIn(now.state).get(itemKey);
      return place === undefined
        ? null
        : { ...place, text: now.state.doc.textBetween(place.from, place.to, ' ').slice(0, 120) };
    },
    equalityFn: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  return (
    <div className="passage-tools">
      {passage === null ? (
        <small>{words.sources.notTied}</small>
      ) : (
        <button
          type="button"
          className="passage-tools__text"
          title={words.sources.go}
          onClick={() => editor.chain().setTextSelection(passage).scrollIntoView().focus().run()}
        >
          <span className="visually-hidden">{words.sources.go}: </span>
          {passage.text}
        </button>
      )}
      {!isReadOnly && (
        <button
          type="button"
          className="text-button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const place = selectedPlace(editor);
            if (place !== null) tie(work, editor, itemKey, place);
            else say(currentEditorWords().sources.noPassage);
          }}
        >
          {words.sources.tie}
        </button>
      )}
      {!isReadOnly && passage !== null && (
        <button
          type="button"
          className="text-button"
          onClick={() => tie(work, editor, itemKey, null)}
        >
          {words.sources.untie}
        </button>
      )}
    </div>
  );
}
