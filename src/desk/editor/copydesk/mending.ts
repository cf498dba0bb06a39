import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import { safeFixes } from '../../../copydesk/fix.ts';
import { type CheckedField, checkedFields, detailsFrom, type Fields, fieldsOf } from './fields.ts';
import type { Found, StoryCheck } from './story-check.ts';

/** One fix may bring another fault to light, three in a row hardly. */
const mostRounds = 6;

/** Writes a fix into a document, changing only the letters that differ, so that what is tied to the words stays. */
function writeFix(tr: Transaction, { place, start, end, text }: Found, fix: string): void {
  if (place.in === 'caption') {
    const before = String(tr.doc.nodeAt(place.pos)?.attrs[place.attribute] ?? '');
    const after = before.slice(0, start) + fix + before.slice(end);
    tr.setNodeAttribute(place.pos, place.attribute, after === '' ? null : after);
    return;
  }
  if (place.in !== 'body') return;
  const shortest = Math.min(text.length, fix.length);
  let head = 0;
  while (head < shortest && text[head] === fix[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && text[text.length - 1 - tail] === fix[fix.length - 1 - tail])
    tail += 1;
  const from = place.pos + start + head;
  const to = place.pos + end - tail;
  const middle = fix.slice(head, fix.length - tail);
  if (middle === '') tr.delete(from, to);
  else tr.insertText(middle, from, to);
}

function withFix(
  fields: Fields,
  name: CheckedField,
  { start, end }: { start: number; end: number },
  fix: string,
): Fields {
  const before = fields[name];
  return { ...fields, [name]: before.slice(0, start) + fix + before.slice(end) };
}

/** The field that holds a finding, when somebody writes in it: then its own undo must know of the fix. */
function focusedField({ id }: Found): HTMLTextAreaElement | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const mark = field.parentElement?.querySelector(`[data-finding="${CSS.escape(id)}"]`);
  return mark ? field : null;
}

/**
 * Puts one fix of a finding into the text: one step of undo. False when the text has changed so that
 * the finding is no more.
 */
export function applyFix(check: StoryCheck, id: string, index = 0): boolean {
  const found = check.read().find((one) => one.id === id);
  const fix = found?.fixes[index];
  if (found === undefined || fix === undefined || !check.editor.isEditable) return false;
  const { place, start, end } = found;
  const field = focusedField(found);
  if (field !== null) {
    field.setSelectionRange(start, end);
    if (fix === '') document.execCommand('delete');
    else document.execCommand('insertText', false, fix);
  } else if (place.in === 'field') {
    const fields = withFix(fieldsOf(check.work.details()), place.field, { start, end }, fix);
    check.work.change(detailsFrom(fields));
  } else {
    const tr = closeHistory(check.editor.state.tr);
    writeFix(tr, found, fix);
    check.editor.view.dispatch(tr.scrollIntoView());
  }
  check.tally.fixed(found.rule);
  check.read();
  return true;
}

/** How many findings {@link applySafe} would mend. */
export const safeCount = (found: readonly Found[]): number => safeOf(found).length;

function safeOf(found: readonly Found[]): Found[] {
  const byParagraph = new Map<number, Found[]>();
  for (const one of found)
    byParagraph.set(one.paragraph, [...(byParagraph.get(one.paragraph) ?? []), one]);
  return [...byParagraph.values()].flatMap((some) => safeFixes(some));
}

/**
 * Mends everything that is surely wrong, above the text and in it, in one step.
 * @returns how many places were mended, and how to take all of it back; null when there was nothing
 */
export function applySafe(check: StoryCheck): { count: number; undo: () => void } | null {
  if (!check.editor.isEditable) return null;
  const { state, view } = check.editor;
  const fieldsBefore = fieldsOf(check.work.details());
  let fields = fieldsBefore;
  const tr = closeHistory(state.tr);
  let count = 0;
  let found = check.read();
  for (let round = 0; round < mostRounds; round += 1) {
    const safe = safeOf(found);
    if (safe.length === 0) break;
    // From the end, so that places before stay where they are.
    for (const one of safe.toSorted((a, b) => b.paragraph - a.paragraph || b.start - a.start)) {
      const [fix = ''] = one.fixes;
      if (one.place.in === 'field') {
        fields = withFix(fields, one.place.field, one, fix);
      } else writeFix(tr, one, fix);
      check.tally.fixed(one.rule);
    }
    count += safe.length;
    found = check.readAs(tr.doc, fields);
  }
  if (count === 0) return null;
  const isFieldsChanged = checkedFields.some((name) => fields[name] !== fieldsBefore[name]);
  if (isFieldsChanged) check.work.change(detailsFrom(fields));
  const isBodyChanged = tr.docChanged;
  if (isBodyChanged) view.dispatch(tr);
  const docs = { before: state.doc, after: check.editor.state.doc };
  if (isFieldsChanged && isBodyChanged) followUndo(check, docs, fieldsBefore, fields);
  check.read();
  return {
    count,
    undo: () => {
      if (isBodyChanged && check.editor.state.doc.eq(docs.after)) check.editor.commands.undo();
      if (isFieldsChanged) restore(check, fields, fieldsBefore);
      check.read();
    },
  };
}

/** Gives fields back what they held, but for those that somebody has changed since. */
function restore(check: StoryCheck, held: Fields, given: Fields): void {
  const now = fieldsOf(check.work.details());
  const back = checkedFields.filter(
    (name) => now[name] === held[name] && held[name] !== given[name],
  );
  if (back.length === 0) return;
  const theirs = Object.fromEntries(back.map((name) => [name, given[name]]));
  check.work.change(detailsFrom({ ...now, ...theirs }));
}

/** When the body's undo takes the step back, the fields above it go along; and forth again. */
function followUndo(
  check: StoryCheck,
  docs: {
    before: StoryCheck['editor']['state']['doc'];
    after: StoryCheck['editor']['state']['doc'];
  },
  before: Fields,
  after: Fields,
): void {
  const onTransaction = ({ transaction }: { transaction: Transaction }): void => {
    if (transaction.getMeta('history$') === undefined) return;
    if (transaction.doc.eq(docs.before)) restore(check, after, before);
    else if (transaction.doc.eq(docs.after)) restore(check, before, after);
  };
  check.editor.on('transaction', onTransaction);
}
