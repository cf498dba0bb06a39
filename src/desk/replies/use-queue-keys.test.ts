import { expect, test } from 'vitest';
import { commandOf } from './use-queue-keys.ts';

test.each([
  ['ق', 'KeyR', 'approve'],
  ['ر', 'KeyV', 'reject'],
  ['ح', 'KeyP', 'ban'],
  ['ث', 'KeyE', 'trust'],
  ['ع', 'KeyU', 'flag'],
  ['ئ', 'KeyZ', 'undo'],
  ['ء', 'KeyX', 'select'],
  ['a', 'KeyA', 'approve'],
  ['R', 'KeyR', 'reject'],
  // A French keyboard has its A elsewhere.
  ['a', 'KeyQ', 'approve'],
  ['q', 'KeyA', null],
  // ش lies on the key A and means nothing here.
  ['ش', 'KeyA', null],
  // Cyrillic means what its key means.
  ['ф', 'KeyA', 'approve'],
  ['Enter', 'Enter', null],
])('%s on %s: %s', (key, code, command) => {
  expect(commandOf({ key, code })).toBe(command);
});
