/**
 * How a story is kept, as one value: what was typed, what of it the server has, and what stands in
 * the way. Pure: saver.ts carries out what `nextStep` says and tells what came of it.
 */
export interface SaveState {
  /** The version that the text on the screen began from. */
  version: number;
  /** Grows with every change. */
  edits: number;
  /** The change up to which the server keeps the text, as unsaved text or as a version. */
  kept: number;
  /** The change up to which the text is a version. */
  versioned: number;
  /** When the server last kept something. */
  keptAt: number | null;
  sending: { kind: SendKind; edits: number } | null;
  trouble: Trouble | null;
  /** Failed attempts in a row. */
  failures: number;
}

export type SendKind = 'autosave' | 'version';
export type Trouble =
  | { kind: 'offline' }
  | { kind: 'expired' }
  /** Somebody saved in between: no version is sent until a person has chosen. */
  | { kind: 'conflict' }
  /** The server will not take the text as it is, or from this person. */
  | { kind: 'refused'; message: string };

export type SaveEvent =
  | { kind: 'edited' }
  | { kind: 'sent'; what: SendKind }
  | { kind: 'acknowledged'; at: number; version: number }
  | { kind: 'failed'; trouble: Trouble }
  | { kind: 'signedOut' }
  | { kind: 'signedIn' }
  | { kind: 'online' }
  | { kind: 'overtaken' }
  /** The text on the screen is now this version, or what was merged into it. */
  | { kind: 'adopted'; version: number; isUnsaved: boolean };

export const opened = (version: number, at: number | null): SaveState => ({
  version,
  edits: 0,
  kept: 0,
  versioned: 0,
  keptAt: at,
  sending: null,
  trouble: null,
  failures: 0,
});

export function advance(state: SaveState, event: SaveEvent): SaveState {
  const { sending, trouble } = state;
  switch (event.kind) {
    case 'edited':
      return {
        ...state,
        edits: state.edits + 1,
        // What was refused may be right now.
        trouble: trouble?.kind === 'refused' ? null : trouble,
      };
    case 'sent':
      return { ...state, sending: { kind: event.what, edits: state.edits } };
    case 'acknowledged': {
      if (sending === null) return state;
      const isVersion = sending.kind === 'version';
      return {
        ...state,
        version: isVersion ? event.version : state.version,
        kept: Math.max(state.kept, sending.edits),
        versioned: isVersion ? sending.edits : state.versioned,
        keptAt: event.at,
        sending: null,
        trouble: trouble?.kind === 'conflict' && !isVersion ? trouble : null,
        failures: 0,
      };
    }
    case 'failed':
      return { ...state, sending: null, trouble: event.trouble, failures: state.failures + 1 };
    case 'signedOut':
      return trouble?.kind === 'conflict' ? state : { ...state, trouble: { kind: 'expired' } };
    case 'signedIn':
      return trouble?.kind === 'expired' ? { ...state, trouble: null, failures: 0 } : state;
    case 'online':
      return trouble?.kind === 'offline' ? { ...state, trouble: null, failures: 0 } : state;
    case 'overtaken':
      return { ...state, trouble: { kind: 'conflict' } };
    case 'adopted': {
      const edits = state.edits + 1;
      return {
        ...opened(event.version, state.keptAt),
        edits,
        kept: event.isUnsaved ? edits - 1 : edits,
        versioned: event.isUnsaved ? edits - 1 : edits,
      };
    }
  }
}

export type Phase = 'saved' | 'kept' | 'unsaved' | 'saving' | Trouble['kind'];

/** What the bar says. `saved`: all of it is a version. `kept`: the server holds it, as unsaved text. */
export function phaseOf(state: SaveState): Phase {
  const { trouble, sending, edits, kept, versioned } = state;
  if (trouble !== null) return trouble.kind;
  if (sending !== null) return 'saving';
  if (edits > kept) return 'unsaved';
  return edits > versioned ? 'kept' : 'saved';
}

/** Whether leaving now would leave something that only this browser has. */
export const isAtRisk = (state: SaveState): boolean => state.edits > state.kept;
/** Whether there is text that is no version yet. */
export const isDirty = (state: SaveState): boolean => state.edits > state.versioned;

const pause = 1200;
const longest = 8000;
const retries = [2000, 4000, 8000, 15_000];

/**
 * How long to wait before the text is sent to be kept; null: not now. A pause in typing sends, and
 * who types without one is kept every few seconds all the same.
 */
export function nextStep(
  state: SaveState,
  times: { now: number; lastEdit: number; firstUnkept: number },
): number | null {
  if (state.sending !== null || !isAtRisk(state)) return null;
  switch (state.trouble?.kind) {
    case 'refused':
    case 'expired':
      return null;
    case 'offline':
      return retries[Math.min(state.failures, retries.length) - 1] ?? retries[0] ?? pause;
    default:
      return Math.max(0, Math.min(times.lastEdit + pause, times.firstUnkept + longest) - times.now);
  }
}
