import { Extension, type InputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { correctTyped, tashkeelKeys } from './typed.ts';

interface LastCorrection {
  /** Where the correction stands. */
  from: number;
  to: number;
  /** What was typed. */
  raw: string;
}

/** How far back the typing rules look. */
const reach = 300;

/** Arabic punctuation, quotes and tanwin as they are typed; Backspace right after takes it back. */
export const TypingRules = Extension.create({
  name: 'typingRules',
  addInputRules() {
    const { heading, blockquote, bulletList, orderedList } = this.editor.schema.nodes;
    const rules: InputRule[] = [];
    if (heading !== undefined)
      for (const level of [2, 3])
        rules.push(
          textblockTypeInputRule({
            find: new RegExp(`^${'#'.repeat(level)}\\s$`),
            type: heading,
            getAttributes: { level },
          }),
        );
    if (blockquote !== undefined)
      rules.push(wrappingInputRule({ find: /^>\s$/, type: blockquote }));
    if (bulletList !== undefined)
      rules.push(wrappingInputRule({ find: /^[-*•]\s$/, type: bulletList }));
    if (orderedList !== undefined)
      rules.push(wrappingInputRule({ find: /^[1١][.)-]\s$/, type: orderedList }));
    return rules;
  },
  addProseMirrorPlugins() {
    let last: LastCorrection | null = null;
    /** Where a correction was taken back: it is not made there again. */
    let refused = -1;
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, to, text) {
            last = null;
            if ([...text].length !== 1) return false;
            const { state } = view;
            const $from = state.doc.resolve(from);
            if (!$from.parent.isTextblock) return false;
            const marks = state.storedMarks ?? $from.marks();
            if (marks.some(({ type }) => type.name === 'code')) return false;
            const start = Math.max(0, $from.parentOffset - reach);
            const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc');
            const typed = correctTyped(before, text);
            if (typed === null || typed.remove > from - $from.start()) return false;
            if (typed.remove > 0 && from - typed.remove === refused) return false;
            // What was typed is a step of its own, so that undo gives it back.
            view.dispatch(state.tr.insertText(text, from, to));
            const at = from - typed.remove;
            const raw = view.state.doc.textBetween(at, from + text.length, undefined, '\ufffc');
            const tr = closeHistory(view.state.tr).insertText(typed.insert, at, from + text.length);
            view.dispatch(tr.scrollIntoView());
            last = { from: at, to: at + typed.insert.length, raw };
            return true;
          },
          handleKeyDown(view, event) {
            const correction = last;
            last = null;
            if (event.key === 'Backspace' && correction !== null) {
              const { selection, tr } = view.state;
              refused = correction.to - 1;
              if (!selection.empty || selection.from !== correction.to) return false;
              tr.insertText(correction.raw, correction.from, correction.to);
              view.dispatch(
                tr.setSelection(
                  TextSelection.create(tr.doc, correction.from + correction.raw.length),
                ),
              );
              return true;
            }
            const sign = tashkeelKeys[event.code];
            if (
              sign === undefined ||
              !event.altKey ||
              event.ctrlKey ||
              event.metaKey ||
              event.shiftKey
            )
              return false;
            if (!view.editable) return false;
            event.preventDefault();
            view.dispatch(view.state.tr.insertText(sign).scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});
