import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { type Editor, useEditor } from '@tiptap/react';
import { useRef } from 'react';
import type { StoryContent } from '../../../api/shapes/stories.ts';
import { say } from '../../parts/toast.tsx';
import { FindingMarks } from '../copydesk/finding-marks.ts';
import { docFromBody } from '../document/convert.ts';
import { positionsOf } from '../document/passages.ts';
import { bodyExtensions } from '../document/schema.ts';
import { Find } from '../find/find-plugin.ts';
import { PasteRules } from '../paste/paste-rules.ts';
import { insertUploads } from '../pictures/insert-uploads.ts';
import type { StoryWork } from '../saving/story-work.ts';
import { TypingRules } from '../typing/typing-rules.ts';
import { currentEditorWords } from '../use-editor-words.ts';
import { BodyKeys, type KeyListener } from './body-keys.ts';
import { EmbedNode, ImageNode, QuoteNode, UpdateNode } from './node-views.tsx';
import { PageMarks } from './page-marks.ts';
import { PassageMarks, type Place, setPassages } from './passage-marks.ts';
import { TableTools } from './table-tools.ts';

/** The editor of the body, filled with the story's text and tied to its keeping. */
export function useBodyEditor(
  work: StoryWork,
  isReadOnly: boolean,
  onFinding: (id: string) => void,
): { editor: Editor; keys: KeyListener } {
  const keys = useRef<KeyListener>({ onKey: null }).current;
  const editor = useEditor({
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    immediatelyRender: true,
    editable: !isReadOnly,
    content: docFromBody(work.body()),
    extensions: [
      ...bodyExtensions({
        image: ImageNode,
        embed: EmbedNode,
        update: UpdateNode,
        blockquote: QuoteNode,
      }),
      UndoRedo.configure({ newGroupDelay: 600 }),
      Dropcursor.configure({ class: 'sheet__drop', width: 2, color: false }),
      Gapcursor,
      BodyKeys.configure({ listener: () => keys }),
      TypingRules,
      TableTools,
      PassageMarks,
      FindingMarks.configure({ onPress: onFinding }),
      Find,
      PageMarks.configure({
        hint: () => currentEditorWords().page.hint,
        firstHint: () => currentEditorWords().page.firstHint,
      }),
      PasteRules.configure({
        onPictures: () => say(currentEditorWords().picture.notPasted),
        onFiles: (files, at) => insertUploads(() => work.editor(), files, at),
      }),
    ],
    editorProps: {
      attributes: {
        class: 'sheet__body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': currentEditorWords().page.body,
        spellcheck: 'true',
        // The language of what is written, whatever the interface speaks.
        lang: 'ar',
        dir: 'rtl',
      },
    },
    onCreate: ({ editor: created }) => {
      work.attach(created);
      placePassages(work, created);
    },
    onUpdate: () => work.edited(),
    onDestroy: () => work.attach(null),
  });
  return { editor, keys };
}

/** Puts every source and date of the story at the passage that it names. */
export function placePassages(work: StoryWork, editor: Editor): void {
  const { sources, events } = work.details();
  const places = new Map<string, Place>();
  for (const { key, range } of [...sources, ...events]) {
    const place = range ? positionsOf(editor.state.doc, range) : null;
    if (place !== null) places.set(key, place);
  }
  editor.view.dispatch(setPassages(editor.state.tr, places));
}

/** Puts another text on the page than the one that stands there; undo does not go behind it. */
export function adoptText(
  work: StoryWork,
  editor: Editor,
  text: { content: StoryContent; version: number; isUnsaved: boolean },
): void {
  const { content, version, isUnsaved } = text;
  editor
    .chain()
    .setMeta('addToHistory', false)
    .setContent(docFromBody(content.body), { emitUpdate: false })
    .run();
  work.adopt(content, version, isUnsaved);
  placePassages(work, editor);
}
