import { Extension } from '@tiptap/core';
import { Fragment, Node, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Block } from '../document/convert.ts';
import { isSafeHref } from '../document/marks.ts';
import { cleanHtml } from './clean-html.ts';

interface PasteOptions {
  /** Pictures were in what was pasted; they are not taken from elsewhere. */
  onPictures: (count: number) => void;
  /** Files of pictures were pasted or dropped, to stand at a position of the document. */
  onFiles: (files: File[], at: number) => void;
}

/** A run of blocks as a paste: text flows into the paragraph that the caret stands in. */
export function sliceOf(schema: Schema, blocks: readonly Block[]): Slice {
  const fragment = Fragment.fromArray(blocks.map((block) => Node.fromJSON(schema, block)));
  const isOpen = (node: Node | null): number => (node?.type.name === 'paragraph' ? 1 : 0);
  return new Slice(fragment, isOpen(fragment.firstChild), isOpen(fragment.lastChild));
}

const picturesOf = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

function pasteHtml(view: EditorView, html: string, onPictures: (count: number) => void): boolean {
  const { blocks, pictures } = cleanHtml(html);
  if (pictures > 0) onPictures(pictures);
  if (blocks.length === 0) return pictures > 0;
  view.dispatch(
    view.state.tr.replaceSelection(sliceOf(view.state.schema, blocks)).scrollIntoView(),
  );
  return true;
}

/** An address pasted over words: they become a link to it. */
function isAddressOver(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  return !view.state.selection.empty && /^https?:\/\/\S+$/i.test(text) && isSafeHref(text);
}

export const PasteRules = Extension.create<PasteOptions>({
  name: 'pasteRules',
  addOptions: () => ({ onPictures: () => undefined, onFiles: () => undefined }),
  addProseMirrorPlugins() {
    const { onPictures, onFiles } = this.options;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Before the editor's own reading of it, which would render what other programs wrote.
            paste(view, event) {
              const html = event.clipboardData?.getData('text/html') ?? '';
              const isOurs = html === '' || html.includes('data-pm-slice');
              if (isOurs || !view.editable || isAddressOver(view, event)) return false;
              event.preventDefault();
              return pasteHtml(view, html, onPictures);
            },
          },
          handlePaste(view, event) {
            const data = event.clipboardData;
            const { from, to } = view.state.selection;
            const { link } = view.state.schema.marks;
            if (link !== undefined && isAddressOver(view, event)) {
              const href = data?.getData('text/plain').trim();
              view.dispatch(view.state.tr.addMark(from, to, link.create({ href })));
              return true;
            }
            if (data?.getData('text/html')) return false;
            const files = picturesOf(data);
            if (files.length === 0) return false;
            onFiles(files, from);
            return true;
          },
          handleDrop(view, event, _slice, isMoved) {
            if (isMoved) return false;
            const files = picturesOf(event.dataTransfer);
            if (files.length === 0) return false;
            event.preventDefault();
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            onFiles(files, at?.pos ?? view.state.selection.from);
            return true;
          },
        },
      }),
    ];
  },
});
