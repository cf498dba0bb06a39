import type { Editor } from '@tiptap/core';
import { aroundOf } from '../../../copydesk/around.ts';
import type { CopyDesk, StoryFinding } from '../../../copydesk/check.ts';
import type { CopyContext, HouseStyle } from '../../../copydesk/house-style.ts';
import type { StoryWork } from '../saving/story-work.ts';
import { ArchiveWords } from './archive-words.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { type BodyMark, type MarkKind, setMarks } from './finding-marks.ts';
import { Tally } from './tally.ts';
import { type Place, type Unit, unitsOf } from './units.ts';
import { type DictionaryState, UnknownWords } from './unknown-words.ts';

/** What the copy desk found, and where it stands in the story. */
export interface Found extends StoryFinding {
  /** The same for one finding from one reading to the next, as long as nothing like it comes before it. */
  id: string;
  place: Place;
  block: number | null;
  around: string;
}

/** What was let pass in this story. */
export interface LetPass {
  rule: string;
  text: string;
  around: string;
  reason: string | null;
}

/** How the newsroom writes, and what it let pass in this story. */
export interface House {
  style: HouseStyle;
  language: CopyContext['language'];
  /** The day of publication, YYYY-MM-DD. */
  day: string;
  letPass: readonly LetPass[];
}

export interface CheckState {
  /** Nothing was read yet. */
  isWaiting: boolean;
  /** In reading order, without what was let pass. */
  found: readonly Found[];
  /** Words that nobody knows; a level of their own, never counted among what was found. */
  unknown: readonly Found[];
  dictionary: DictionaryState;
  current: string | null;
  /** The current finding is shown where it stands, with what can be done. */
  isOpen: boolean;
  /** Notes are shown as well. */
  showsNotes: boolean;
}

/** After the last key; then what was typed is read. */
const restsFor = 350;
/** Whoever never rests is read all the same. */
const readsAfter = 2500;

/**
 * The copy desk of one open story: reads what changed when the writer rests, marks what it found, and
 * knows which finding is looked at. It never touches the text by itself.
 */
export class StoryCheck {
  readonly work: StoryWork;
  readonly editor: Editor;
  readonly tally = new Tally();
  readonly #archive: ArchiveWords;
  readonly #words = new UnknownWords(() => void this.read());
  #house: House | null = null;
  #desk: CopyDesk | null = null;
  #state: CheckState = {
    ...{ isWaiting: true, found: [], unknown: [], dictionary: 'waiting' },
    ...{ current: null, isOpen: false, showsNotes: false },
  };
  #units: readonly Unit[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unreadSince = 0;
  #details: unknown = null;
  #marked = '';
  readonly #listeners = new Set<() => void>();

  constructor(work: StoryWork, editor: Editor) {
    this.work = work;
    this.editor = editor;
    this.#archive = new ArchiveWords(() => void this.#renew());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): CheckState => this.#state;

  /** Reads for as long as the screen stands. */
  open(): () => void {
    const typed = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) this.#later();
    };
    this.editor.on('transaction', typed);
    const stop = this.work.subscribe(() => {
      // Keeping the text is no change of it.
      if (this.work.details() === this.#details) return;
      this.#details = this.work.details();
      this.#later();
    });
    const stopTally = this.tally.open();
    this.#later();
    return () => {
      this.editor.off('transaction', typed);
      stop();
      stopTally();
      this.#archive.close();
      this.#words.close();
      clearTimeout(this.#timer);
    };
  }

  setHouse(house: House): void {
    this.#house = house;
    void this.#renew();
  }

  /** What is marked: notes only when they are asked for. */
  shown(): readonly Found[] {
    const { found, showsNotes } = this.#state;
    return showsNotes ? found : found.filter(({ severity }) => severity !== 'info');
  }

  /** The finding or the unknown word that is looked at. */
  looked(): Found | undefined {
    const { found, unknown, current } = this.#state;
    return [...found, ...unknown].find(({ id }) => id === current);
  }

  showNotes(showsNotes: boolean): void {
    this.#set({ showsNotes });
    this.#mark();
  }

  /** Looks at a finding; null at none. */
  look(id: string | null, isOpen = true): void {
    this.#set({ current: id, isOpen: id !== null && isOpen });
    this.#mark();
  }

  /** Reads what changed, now. What is found lies where the text says at this moment. */
  read(): readonly Found[] {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unreadSince = 0;
    if (this.#desk === null || this.#house === null || this.editor.isDestroyed) return [];
    this.#units = unitsOf(fieldsOf(this.work.details()), this.editor.state.doc);
    const inputs = this.#units.map(({ input }) => input);
    const all = this.#desk.read(inputs);
    const found = withPlaces(all, this.#units, this.#house.letPass);
    const words = this.#desk.wordsToAsk(inputs, all).filter(({ bare }) => this.#words.has(bare));
    const unknown = withPlaces(words, this.#units, this.#house.letPass);
    const isCurrent = [...found, ...unknown].some(({ id }) => id === this.#state.current);
    this.tally.saw(found);
    this.#set({
      ...{ isWaiting: false, found, unknown, dictionary: this.#words.state },
      ...(isCurrent ? {} : { current: null, isOpen: false }),
    });
    this.#mark();
    return found;
  }

  /** What would be found in another state of the document; nothing is shown. */
  readAs(doc: Editor['state']['doc'], fields: Fields): readonly Found[] {
    if (this.#desk === null || this.#house === null) return [];
    const units = unitsOf(fields, doc);
    const found = this.#desk.read(units.map(({ input }) => input));
    return withPlaces(found, units, this.#house.letPass);
  }

  async #renew(): Promise<void> {
    const { CopyDesk } = await import('../../../copydesk/check.ts');
    const house = this.#house;
    if (house === null || this.editor.isDestroyed) return;
    const { style, day, language } = house;
    this.#desk = new CopyDesk(style, { day, language, archive: this.#archive.counts });
    this.read();
  }

  #later(): void {
    const now = performance.now();
    if (this.#unreadSince === 0) this.#unreadSince = now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(restsFor, this.#unreadSince + readsAfter - now));
    this.#timer = setTimeout(() => this.read(), wait);
  }

  #mark(): void {
    if (this.editor.isDestroyed) return;
    const { found, unknown, showsNotes, current } = this.#state;
    const marks = [...found, ...unknown].flatMap((one): BodyMark[] => {
      const { place, id } = one;
      if (place.in !== 'body' || (!isMarked(one, showsNotes) && id !== current)) return [];
      const { start, end } = shownRange(one, this.#lengthOf(one));
      const at = { from: place.pos + start, to: place.pos + end };
      return [{ id, ...at, kind: markKind(one), isCurrent: id === current }];
    });
    // The same marks need no new drawing.
    const key = JSON.stringify(marks);
    if (key === this.#marked && found.length > 0) return;
    this.#marked = key;
    this.editor.view.dispatch(setMarks(this.editor.state.tr, marks));
  }

  #lengthOf({ paragraph }: Found): number {
    return this.#units[paragraph]?.input.text.length ?? 0;
  }

  #set(patch: Partial<CheckState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

/** What of it was not let pass, with its place in the story. */
function withPlaces(
  findings: readonly StoryFinding[],
  units: readonly Unit[],
  letPass: readonly LetPass[],
): Found[] {
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const unit = units[finding.paragraph];
    if (unit === undefined) return [];
    const { rule, text, start, end, gate } = finding;
    const around = aroundOf(unit.input.text, start, end);
    const isPassed = letPass.some(
      (one) =>
        one.rule === rule &&
        one.text === text &&
        (one.around === '' || one.around === around) &&
        // Only a reason opens a gate.
        (!gate || one.reason !== null),
    );
    if (isPassed) return [];
    const like = `${rule} ${text}`;
    const before = seen.get(like) ?? 0;
    seen.set(like, before + 1);
    const { place, block } = unit;
    return [{ ...finding, id: `${like} ${before}`, place, block, around }];
  });
}

/** Notes are marked when they are asked for; unknown words are, so faintly that they disturb nobody. */
export const isMarked = ({ severity, family }: Found, showsNotes: boolean): boolean =>
  severity !== 'info' || family === 'unknown' || showsNotes;

export function markKind({ severity, family }: Pick<Found, 'severity' | 'family'>): MarkKind {
  if (family === 'unknown') return 'unknown';
  if (severity === 'info') return 'note';
  if (family === 'consistency') return 'consistency';
  return severity === 'error' ? 'error' : 'style';
}

/** A place between two letters is shown on the letter before it. */
export function shownRange(
  { start, end }: { start: number; end: number },
  length: number,
): { start: number; end: number } {
  if (start < end) return { start, end };
  return start > 0 ? { start: start - 1, end: start } : { start: 0, end: Math.min(1, length) };
}
