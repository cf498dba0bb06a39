import type { Editor } from '@tiptap/core';
import type { SaveStoryInput, StoryAnswer, StoryContent } from '../../../api/shapes/stories.ts';
import { ApiError, request } from '../../data/api.ts';
import { bodyFromDoc } from '../document/convert.ts';
import { passageAt } from '../document/passages.ts';
import { passagesIn } from '../page/passage-marks.ts';
import { dropLocal, keepLocal } from './local-copy.ts';
import {
  advance,
  isAtRisk,
  isDirty,
  nextStep,
  opened,
  type SaveEvent,
  type SaveState,
  type SendKind,
  type Trouble,
} from './save-state.ts';
import type { StartingText } from './starting-text.ts';

/** A source or a date of the story, with a key by which its passage is known while the text moves. */
export type Keyed<T> = T & { key: string };
export type Source = StoryContent['sources'][number];
export type StoryEvent = StoryContent['events'][number];
/** Everything but the body, which the editor holds. */
export type Details = Omit<StoryContent, 'body' | 'sources' | 'events'> & {
  sources: Keyed<Source>[];
  events: Keyed<StoryEvent>[];
};

let keys = 0;
export const keyed = <T extends object>(item: T): Keyed<T> => ({ ...item, key: `p${++keys}` });
const unkeyed = <T extends object>({ key: _key, ...item }: Keyed<T>): T => item as unknown as T;

function detailsOf({ body: _body, sources, events, ...rest }: StoryContent): Details {
  return { ...rest, sources: sources.map(keyed), events: events.map(keyed) };
}

const localEvery = 700;

/**
 * One story being written: what stands on the screen, and how it is kept. The text goes to this
 * browser's storage at once, to the server after every pause, and becomes a version when somebody
 * says so; what the server has not acknowledged is never forgotten.
 */
export class StoryWork {
  readonly id: number;
  readonly #userId: string;
  #state: SaveState;
  #details: Details;
  #body: StoryContent['body'];
  #editor: Editor | null = null;
  #lastEdit = 0;
  #firstUnkept = 0;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #localTimer: ReturnType<typeof setTimeout> | undefined;
  #ended: Promise<void> = Promise.resolve();
  #isOpen = true;
  readonly #listeners = new Set<() => void>();

  constructor(id: number, userId: string, start: StartingText, savedAt: number) {
    this.id = id;
    this.#userId = userId;
    this.#details = detailsOf(start.content);
    this.#body = start.content.body;
    this.#state = opened(start.version, savedAt);
    if (start.kind !== 'saved')
      this.#state = advance(this.#state, {
        kind: 'adopted',
        version: start.version,
        isUnsaved: true,
      });
    if (start.kind === 'overtaken') this.#state = advance(this.#state, { kind: 'overtaken' });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SaveState => this.#state;
  readonly details = (): Details => this.#details;
  body(): StoryContent['body'] {
    return this.#editor === null ? this.#body : bodyFromDoc(this.#editor.state.doc);
  }

  /** Begins to keep the text, for as long as the screen stands. */
  open(): () => void {
    this.#isOpen = true;
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void this.#keepHere();
    };
    const online = (): void => this.#tell({ kind: 'online' });
    const leave = (): void => void this.#keepHere();
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', leave);
    addEventListener('online', online);
    this.#schedule();
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', leave);
      removeEventListener('online', online);
      clearTimeout(this.#sendTimer);
      clearTimeout(this.#localTimer);
      if (isAtRisk(this.#state)) {
        void this.#keepHere();
        void this.#send('autosave').catch(() => undefined);
      }
      this.#isOpen = false;
    };
  }

  /** The editor that holds the body, while there is one. */
  readonly editor = (): Editor | null => this.#editor;

  attach(editor: Editor | null): void {
    if (editor === null && this.#editor !== null) this.#body = this.body();
    this.#editor = editor;
  }

  change(patch: Partial<Details>): void {
    this.#details = { ...this.#details, ...patch };
    this.edited();
  }

  edited(): void {
    const now = Date.now();
    if (!isAtRisk(this.#state)) this.#firstUnkept = now;
    this.#lastEdit = now;
    this.#tell({ kind: 'edited' });
    this.#localTimer ??= setTimeout(() => void this.#keepHere(), localEvery);
  }

  /** The whole story as it stands, each source and date at the passage that it is tied to now. */
  content(): StoryContent {
    const editor = this.#editor;
    const doc = editor?.state.doc;
    const places = editor === null ? null : passagesIn(editor.state);
    const rangeOf = (item: Keyed<Source> | Keyed<StoryEvent>) => {
      if (places === null || doc === undefined) return item.range ?? null;
      const place = places.get(item.key);
      return place === undefined ? null : passageAt(doc, place.from, place.to);
    };
    const { sources, events, ...rest } = this.#details;
    return {
      ...rest,
      body: this.body(),
      sources: sources
        .filter(({ name }) => name.trim() !== '')
        .map((item) => ({ ...unkeyed<Source>(item), range: rangeOf(item) })),
      events: events
        .filter(({ text }) => text.trim() !== '')
        .map((item) => ({ ...unkeyed<StoryEvent>(item), range: rangeOf(item) })),
    };
  }

  signedOut(isOut: boolean): void {
    this.#tell({ kind: isOut ? 'signedOut' : 'signedIn' });
  }

  /** Somebody saved a newer version than the one on the screen. */
  overtaken(): void {
    this.#tell({ kind: 'overtaken' });
  }

  /** The screen now shows another text: a colleague's, a merged one, an old version. */
  adopt(content: StoryContent, version: number, isUnsaved: boolean): void {
    this.#details = detailsOf(content);
    this.#body = content.body;
    this.#tell({ kind: 'adopted', version, isUnsaved });
    if (isUnsaved) {
      this.#lastEdit = Date.now();
      this.#firstUnkept = this.#lastEdit;
      this.#localTimer ??= setTimeout(() => void this.#keepHere(), 0);
    } else void dropLocal(this.#userId, this.id, Date.now());
  }

  /**
   * Makes the text on the screen a version.
   * @throws ApiError; a stale save is no loss: the state says `conflict` and the text stays.
   */
  async saveVersion(
    more: Pick<SaveStoryInput, 'summary' | 'embargoUntil'> = {},
  ): Promise<StoryAnswer> {
    await this.#ended;
    const answer = await this.#send('version', more);
    if (answer === null) throw new Error('A version answers with the story');
    return answer;
  }

  /** {@link saveVersion} when there is anything to save. */
  async saveIfDirty(): Promise<void> {
    await this.#ended;
    if (isDirty(this.#state)) await this.saveVersion();
  }

  async #send(
    kind: SendKind,
    more: Pick<SaveStoryInput, 'summary' | 'embargoUntil'> = {},
  ): Promise<StoryAnswer | null> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ended = promise;
    this.#tell({ kind: 'sent', what: kind });
    const typedAt = Date.now();
    const { version } = this.#state;
    const content = this.content();
    try {
      let answer: StoryAnswer | null = null;
      let at: number;
      if (kind === 'version') {
        answer = await request<StoryAnswer>('PUT', `/stories/${this.id}`, {
          version,
          content,
          ...more,
        });
        at = answer.updatedAt;
      } else {
        const kept = { version, content };
        ({ at } = await request<{ at: number }>('PUT', `/stories/${this.id}/autosave`, kept));
      }
      this.#tell({ kind: 'acknowledged', at, version: answer?.version ?? version });
      this.#firstUnkept = this.#lastEdit;
      if (!isAtRisk(this.#state)) void dropLocal(this.#userId, this.id, typedAt);
      return answer;
    } catch (error) {
      this.#tell({ kind: 'failed', trouble: troubleOf(error) });
      throw error;
    } finally {
      resolve();
    }
  }

  #tell(event: SaveEvent): void {
    this.#state = advance(this.#state, event);
    for (const listener of this.#listeners) listener();
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#sendTimer);
    if (!this.#isOpen) return;
    const wait = nextStep(this.#state, {
      now: Date.now(),
      lastEdit: this.#lastEdit,
      firstUnkept: this.#firstUnkept,
    });
    if (wait !== null)
      this.#sendTimer = setTimeout(() => void this.#send('autosave').catch(() => undefined), wait);
  }

  async #keepHere(): Promise<void> {
    clearTimeout(this.#localTimer);
    this.#localTimer = undefined;
    if (!isAtRisk(this.#state)) return;
    await keepLocal(this.#userId, this.id, {
      version: this.#state.version,
      content: this.content(),
      at: Date.now(),
      after: this.#state.keptAt ?? 0,
    });
  }
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiError)) return { kind: 'refused', message: String(error) };
  if (error.status === 409 && error.code === 'stale') return { kind: 'conflict' };
  if (error.status === 401) return { kind: 'expired' };
  // A server that is away, overloaded or starting again is as good as no network: it comes back.
  if (error.status === 0 || error.status === 429 || error.status >= 500) return { kind: 'offline' };
  return { kind: 'refused', message: error.message };
}
