import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type FindOptions, findIn, type Range } from './find-text.ts';

export interface Search extends FindOptions {
  query: string;
}
interface Found {
  search: Search | null;
  matches: Range[];
  /** Index of the match that is looked at. */
  current: number;
}
type Change = { kind: 'search'; search: Search | null } | { kind: 'go'; current: number };

const plugin = new PluginKey<Found>('find');
const nothing: Found = { search: null, matches: [], current: 0 };
export const foundIn = (state: EditorState): Found => plugin.getState(state) ?? nothing;

/** Every match in the body. A match lies within one paragraph. */
export function matchesIn(doc: Node, search: Search): Range[] {
  const found: Range[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    // A line break is one unit wide in the document too, so offsets need no map.
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const { from, to } of findIn(text, search.query, search))
      found.push({ from: pos + 1 + from, to: pos + 1 + to });
    return false;
  });
  return found;
}

export function setSearch(view: EditorView, search: Search | null): void {
  view.dispatch(view.state.tr.setMeta(plugin, { kind: 'search', search } satisfies Change));
  if (search !== null) goTo(view, 0, true);
}

/** Goes `by` matches on; the first from the caret when `isFresh`. */
export function goTo(view: EditorView, by: number, isFresh = false): void {
  const { matches, current } = foundIn(view.state);
  if (matches.length === 0) return;
  const { from } = view.state.selection;
  const nearest = matches.findIndex((match) => match.from >= from);
  const next = isFresh ? Math.max(0, nearest) : (current + by + matches.length) % matches.length;
  const match = matches[next];
  if (match === undefined) return;
  const tr = view.state.tr
    .setMeta(plugin, { kind: 'go', current: next } satisfies Change)
    .setSelection(TextSelection.create(view.state.doc, match.from, match.to));
  view.dispatch(tr.scrollIntoView());
}

function replaceIn(tr: Transaction, { from, to }: Range, text: string): void {
  if (text === '') tr.delete(from, to);
  else tr.insertText(text, from, to);
}

/** Replaces the match that is looked at and goes to the next. */
export function replaceOne(view: EditorView, text: string): void {
  const { matches, current } = foundIn(view.state);
  const match = matches[current];
  if (match === undefined) return;
  const { tr } = view.state;
  replaceIn(tr, match, text);
  tr.setSelection(TextSelection.create(tr.doc, match.from + text.length));
  view.dispatch(tr);
  goTo(view, 0, true);
}

/** Replaces every match, in one step of undo. Gives their number. */
export function replaceAll(view: EditorView, text: string): number {
  const { matches } = foundIn(view.state);
  const { tr } = view.state;
  for (const match of matches.toReversed()) replaceIn(tr, match, text);
  if (matches.length > 0) view.dispatch(tr);
  return matches.length;
}

export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key: plugin,
      state: {
        init: () => nothing,
        apply(tr, before) {
          const change = tr.getMeta(plugin) as Change | undefined;
          if (change?.kind === 'go') return { ...before, current: change.current };
          const search = change?.kind === 'search' ? change.search : before.search;
          if (search === null) return nothing;
          if (change === undefined && !tr.docChanged) return before;
          const matches = matchesIn(tr.doc, search);
          return {
            search,
            matches,
            current: Math.min(before.current, Math.max(0, matches.length - 1)),
          };
        },
      },
      props: {
        decorations(state) {
          const { matches, current } = foundIn(state);
          if (matches.length === 0) return null;
          return DecorationSet.create(
            state.doc,
            matches.map(({ from, to }, index) =>
              Decoration.inline(from, to, {
                class: index === current ? 'sheet-found sheet-found--current' : 'sheet-found',
              }),
            ),
          );
        },
      },
    }),
  ],
});
