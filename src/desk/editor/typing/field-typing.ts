import type { FormEvent, KeyboardEvent } from 'react';
import { correctTyped, tashkeelKeys } from './typed.ts';

/** The typing rules of the body, in a plain text field. The field's own undo keeps working. */
export function correctInField(event: FormEvent<HTMLTextAreaElement | HTMLInputElement>): void {
  const { data, inputType } = event.nativeEvent as InputEvent;
  if (inputType !== 'insertText' && inputType !== undefined && inputType !== '') return;
  if (data === null || data === undefined || [...data].length !== 1) return;
  const field = event.currentTarget;
  const at = field.selectionStart ?? field.value.length;
  const typed = correctTyped(field.value.slice(0, at), data);
  if (typed === null) return;
  event.preventDefault();
  field.setSelectionRange(at - typed.remove, field.selectionEnd ?? at);
  insert(typed.insert);
}

/** Tashkeel by Alt, as in the body. True when the key was one of them. */
export function tashkeelInField(event: KeyboardEvent): boolean {
  const sign = tashkeelKeys[event.code];
  if (sign === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return false;
  event.preventDefault();
  insert(sign);
  return true;
}

function insert(text: string): void {
  // The one way to write into a field that its undo remembers.
  document.execCommand('insertText', false, text);
}
