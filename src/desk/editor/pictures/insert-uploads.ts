import type { Editor } from '@tiptap/core';
import { uploadPicture } from '../../media/upload.ts';
import { say, sayError } from '../../parts/toast.tsx';
import { currentEditorWords } from '../use-editor-words.ts';

/** Sends pictures to the archive and puts each into the text where it was dropped. */
export function insertUploads(
  editorNow: () => Editor | null,
  files: readonly File[],
  at: number,
): void {
  for (const file of files) {
    say(currentEditorWords().picture.uploading(file.name));
    // The text may change while the picture travels: its place moves along.
    let place = at;
    const editor = editorNow();
    const follow = ({
      transaction,
    }: {
      transaction: { mapping: { map(pos: number): number } };
    }) => {
      place = transaction.mapping.map(place);
    };
    editor?.on('transaction', follow);
    uploadPicture(file, () => undefined)
      .done.then(({ id }) => {
        editorNow()?.commands.insertContentAt(place, { type: 'image', attrs: { mediaId: id } });
      })
      .catch(sayError)
      .finally(() => editor?.off('transaction', follow));
  }
}
