import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { letterDirection } from '../document/direction.ts';

const people = new PluginKey<ReadonlyMap<number, string>>('people');
export const peoplePlugin = people;

/**
 * What the page shows around the text without being part of it: the direction that a paragraph's
 * letters have, an invitation on the line that waits for text, and who stands where.
 */
export const PageMarks = Extension.create<{ hint: () => string; firstHint: () => string }>({
  name: 'pageMarks',
  addOptions: () => ({ hint: () => '', firstHint: () => '' }),
  addProseMirrorPlugins() {
    const { hint, firstHint } = this.options;
    const { editor } = this;
    return [
      new Plugin<ReadonlyMap<number, string>>({
        key: people,
        state: {
          init: () => new Map(),
          apply: (tr, before) =>
            (tr.getMeta(people) as ReadonlyMap<number, string> | undefined) ?? before,
        },
        props: {
          decorations(state) {
            const { doc, selection } = state;
            const found: Decoration[] = [];
            doc.descendants((node, pos) => {
              if (!node.isTextblock) return;
              if (node.attrs.dir === null && letterDirection(node.textContent) === 'ltr')
                found.push(Decoration.node(pos, pos + node.nodeSize, { dir: 'ltr' }));
              return false;
            });
            const isBlank = doc.childCount === 1 && doc.firstChild?.content.size === 0;
            const { $from, empty } = selection;
            if (isBlank)
              found.push(
                Decoration.node(0, doc.content.size, {
                  class: 'is-waiting',
                  'data-hint': firstHint(),
                }),
              );
            else if (
              editor.isEditable &&
              empty &&
              $from.depth === 1 &&
              $from.parent.type.name === 'paragraph' &&
              $from.parent.content.size === 0
            )
              found.push(
                Decoration.node($from.before(), $from.after(), {
                  class: 'is-waiting',
                  'data-hint': hint(),
                }),
              );
            const here = people.getState(state);
            if (here !== undefined && here.size > 0)
              doc.forEach((node, offset, index) => {
                const names = here.get(index);
                if (names !== undefined)
                  found.push(
                    Decoration.node(offset, offset + node.nodeSize, {
                      class: 'has-people',
                      'data-people': names,
                    }),
                  );
              });
            return DecorationSet.create(doc, found);
          },
        },
      }),
    ];
  },
});
