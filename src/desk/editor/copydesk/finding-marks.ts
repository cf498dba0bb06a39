import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** How a mark looks: an error, what the house writes otherwise, two spellings of one word, a note, a word that nobody knows. */
export type MarkKind = 'error' | 'style' | 'consistency' | 'note' | 'unknown';

/** A mark in the body, by the id of its finding. */
export interface BodyMark {
  id: string;
  from: number;
  to: number;
  kind: MarkKind;
  isCurrent: boolean;
}

const plugin = new PluginKey<DecorationSet>('findings');

export const setMarks = (tr: Transaction, marks: readonly BodyMark[]): Transaction =>
  tr.setMeta(plugin, marks).setMeta('addToHistory', false);

const decorationOf = ({ id, from, to, kind, isCurrent }: BodyMark): Decoration =>
  Decoration.inline(
    from,
    to,
    {
      class: `finding-mark finding-mark--${kind}${isCurrent ? ' finding-mark--current' : ''}`,
      'data-finding': id,
    },
    { inclusiveStart: false, inclusiveEnd: false },
  );

/** Shows what the copy desk found, over the text and never in it. */
export const FindingMarks = Extension.create<{ onPress: (id: string) => void }>({
  name: 'findingMarks',
  addOptions: () => ({ onPress: () => undefined }),
  addProseMirrorPlugins() {
    const { onPress } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: plugin,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, before) {
            const marks = tr.getMeta(plugin) as readonly BodyMark[] | undefined;
            if (marks !== undefined) return DecorationSet.create(tr.doc, marks.map(decorationOf));
            return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
          },
        },
        props: {
          decorations: (state) => plugin.getState(state),
          handleClick(_view, _pos, event) {
            const { target } = event;
            const mark = target instanceof Element ? target.closest('[data-finding]') : null;
            const id = mark?.getAttribute('data-finding');
            if (id) onPress(id);
            return false;
          },
        },
      }),
    ];
  },
});
