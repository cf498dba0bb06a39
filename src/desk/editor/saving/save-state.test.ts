import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  advance,
  isAtRisk,
  isDirty,
  nextStep,
  opened,
  phaseOf,
  type SaveEvent,
  type SaveState,
} from './save-state.ts';

const after = (...events: SaveEvent[]): SaveState => events.reduce(advance, opened(7, null));
const edited = { kind: 'edited' } as const;
const send = { kind: 'sent', what: 'autosave' } as const;
const save = { kind: 'sent', what: 'version' } as const;
const yes = { kind: 'acknowledged', at: 100, version: 8 } as const;
const times = { now: 1000, lastEdit: 1000, firstUnkept: 1000 };

test('what is typed is unsaved, then being sent, then kept, then a version', () => {
  expect(phaseOf(after())).toBe('saved');
  expect(phaseOf(after(edited))).toBe('unsaved');
  expect(phaseOf(after(edited, send))).toBe('saving');
  expect(phaseOf(after(edited, send, yes))).toBe('kept');
  expect(after(edited, send, yes).version).toBe(7);
  const saved = after(edited, send, yes, save, yes);
  expect(phaseOf(saved)).toBe('saved');
  expect(saved.version).toBe(8);
});

test('what was typed while the text was on its way is still unsaved', () => {
  const state = after(edited, save, edited, yes);

  expect(phaseOf(state)).toBe('unsaved');
  expect(state.version).toBe(8);
  expect(isAtRisk(state)).toBe(true);
});

test('a lost network is said, tried again ever more slowly, and forgotten when it is back', () => {
  const lost = { kind: 'failed', trouble: { kind: 'offline' } } as const;
  const once = after(edited, send, lost);
  const thrice = after(edited, send, lost, send, lost, send, lost);

  expect(phaseOf(once)).toBe('offline');
  expect(nextStep(once, times)).toBeLessThan(nextStep(thrice, times) ?? 0);
  const back = advance(thrice, { kind: 'online' });
  expect(phaseOf(back)).toBe('unsaved');
  expect(nextStep(back, { ...times, now: 5000 })).toBe(0);
});

test('an expired session waits for the person, and sends when they are back', () => {
  const out = after(edited, { kind: 'signedOut' });

  expect(phaseOf(out)).toBe('expired');
  expect(nextStep(out, times)).toBeNull();
  expect(phaseOf(advance(out, { kind: 'signedIn' }))).toBe('unsaved');
});

test('a story that somebody else saved waits for a person to choose; the text is kept meanwhile', () => {
  const overtaken = after(edited, { kind: 'overtaken' }, edited, { kind: 'online' });

  expect(phaseOf(overtaken)).toBe('conflict');
  expect(nextStep(overtaken, times)).not.toBeNull();
  expect(phaseOf(advance(advance(overtaken, send), yes))).toBe('conflict');
  const chosen = advance(overtaken, { kind: 'adopted', version: 9, isUnsaved: true });
  expect(chosen.version).toBe(9);
  expect(isDirty(chosen)).toBe(true);
  expect(phaseOf(chosen)).toBe('unsaved');
});

test('a refusal stands until the text changes', () => {
  const refused = after(edited, save, {
    kind: 'failed',
    trouble: { kind: 'refused', message: 'العنوان مطلوب' },
  });

  expect(phaseOf(refused)).toBe('refused');
  expect(nextStep(refused, times)).toBeNull();
  expect(phaseOf(advance(refused, edited))).toBe('unsaved');
});

test('who types without a pause is kept all the same', () => {
  const state = after(edited);

  expect(nextStep(state, { now: 9500, lastEdit: 9500, firstUnkept: 1000 })).toBe(0);
  expect(nextStep(state, { now: 1100, lastEdit: 1100, firstUnkept: 1000 })).toBeGreaterThan(0);
});

test('nothing counts as kept before the server said so, whatever happens', () => {
  const events = fc.oneof(
    fc.constant<SaveEvent>(edited),
    fc.constant<SaveEvent>(send),
    fc.constant<SaveEvent>(save),
    fc.constant<SaveEvent>({ kind: 'failed', trouble: { kind: 'offline' } }),
    fc.constant<SaveEvent>({ kind: 'signedOut' }),
    fc.constant<SaveEvent>({ kind: 'signedIn' }),
    fc.constant<SaveEvent>({ kind: 'online' }),
    fc.constant<SaveEvent>({ kind: 'overtaken' }),
    fc.constant<SaveEvent>(yes),
  );
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (sequence) => {
      let state = opened(1, null);
      let promised = 0;
      for (const event of sequence) {
        if (event.kind === 'acknowledged' && state.sending)
          promised = Math.max(promised, state.sending.edits);
        state = advance(state, event);
        expect(state.kept).toBe(promised);
        expect(state.versioned).toBeLessThanOrEqual(state.kept);
        if (phaseOf(state) === 'saved' || phaseOf(state) === 'kept')
          expect(state.kept).toBe(state.edits);
      }
    }),
  );
});
