import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A run of the text that a source supports, or that announces a date; by the key of that item. */
export interface Place {
  from: number;
  to: number;
}

interface Marks {
  places: ReadonlyMap<string, Place>;
  /** The one that is pointed at in the panel. */
  active: string | null;
}
type Change =
  | { kind: 'set'; places: ReadonlyMap<string, Place> }
  | { kind: 'tie'; key: string; place: Place | null }
  | { kind: 'point'; key: string | null };

const plugin = new PluginKey<Marks>('passages');

export const passagesIn = (state: EditorState): ReadonlyMap<string, Place> =>
  plugin.getState(state)?.places ?? new Map();

const withChange = (tr: Transaction, change: Change): Transaction =>
  tr.setMeta(plugin, change).setMeta('addToHistory', false);
export const setPassages = (tr: Transaction, places: ReadonlyMap<string, Place>): Transaction =>
  withChange(tr, { kind: 'set', places });
export const tiePassage = (tr: Transaction, key: string, place: Place | null): Transaction =>
  withChange(tr, { kind: 'tie', key, place });
export const pointAt = (tr: Transaction, key: string | null): Transaction =>
  withChange(tr, { kind: 'point', key });

function moved(places: ReadonlyMap<string, Place>, tr: Transaction): ReadonlyMap<string, Place> {
  if (!tr.docChanged || places.size === 0) return places;
  const next = new Map<string, Place>();
  for (const [key, { from, to }] of places) {
    const place = { from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) };
    if (place.from < place.to) next.set(key, place);
  }
  return next;
}

/** Keeps passages on their words while the text around them changes, and shows them. */
export const PassageMarks = Extension.create({
  name: 'passageMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key: plugin,
      state: {
        init: () => ({ places: new Map(), active: null }),
        apply(tr, before) {
          const change = tr.getMeta(plugin) as Change | undefined;
          const places = moved(before.places, tr);
          if (change === undefined)
            return places === before.places ? before : { ...before, places };
          if (change.kind === 'point') return { places, active: change.key };
          if (change.kind === 'set') return { ...before, places: change.places };
          const next = new Map(places);
          if (change.place === null) next.delete(change.key);
          else next.set(change.key, change.place);
          return { ...before, places: next };
        },
      },
      props: {
        decorations(state) {
          const marks = plugin.getState(state);
          if (marks === undefined || marks.places.size === 0) return null;
          return DecorationSet.create(
            state.doc,
            [...marks.places].map(([key, { from, to }]) =>
              Decoration.inline(from, to, {
                class:
                  key === marks.active ? 'sheet-passage sheet-passage--active' : 'sheet-passage',
              }),
            ),
          );
        },
      },
    }),
  ],
});
