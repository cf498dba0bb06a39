import { TextSelection } from '@tiptap/pm/state';
import type { Found, StoryCheck } from './story-check.ts';

const markOf = (id: string): Element | null =>
  document.querySelector(`.sheet [data-finding="${CSS.escape(id)}"]`);

/** The field of the page that a finding stands in; null for one in the running text. */
export const fieldOf = (id: string): HTMLTextAreaElement | null =>
  markOf(id)?.closest('.growing-text')?.querySelector('textarea') ?? null;

/** Puts the caret on a finding and brings it into view. */
export function showInText(check: StoryCheck, found: Found, isOpen = true): void {
  check.look(found.id, isOpen);
  const { place, start, end, id } = found;
  if (place.in !== 'body') {
    // The mark is drawn with the next frame when a note is shown for the first time.
    const field = fieldOf(id);
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(start, end);
    field?.scrollIntoView({ block: 'center' });
    return;
  }
  const { editor } = check;
  const selection = TextSelection.create(editor.state.doc, place.pos + start, place.pos + end);
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  editor.view.focus();
  markOf(id)?.scrollIntoView({ block: 'center' });
}

/**
 * Goes to the finding after the one that is looked at, or after the caret; round again at the end.
 * @returns null when nothing is left
 */
export function goBy(check: StoryCheck, by: 1 | -1): Found | null {
  check.read();
  const shown = check.shown();
  if (shown.length === 0) return null;
  const now = shown.findIndex(({ id }) => id === check.state().current);
  const from = now >= 0 ? now : beforeCaret(check, shown) - (by === 1 ? 1 : 0);
  const next = shown.at((from + by) % shown.length) ?? null;
  if (next !== null) showInText(check, next);
  return next;
}

/** The first finding that does not begin before the caret. */
function beforeCaret(check: StoryCheck, shown: readonly Found[]): number {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement) {
    const at = field.selectionStart;
    const here = shown.findIndex(({ id, start }) => fieldOf(id) === field && start >= at);
    return Math.max(0, here);
  }
  const { from } = check.editor.state.selection;
  if (!check.editor.isFocused) return 0;
  const after = shown.findIndex(
    ({ place, start }) => place.in === 'body' && place.pos + start >= from,
  );
  return after < 0 ? shown.length : after;
}
