import { auditAfter, newestAudit } from '../newsroom/audit/list.ts';
import { newestReplies } from '../newsroom/comments/newest.ts';
import { whereabouts } from '../newsroom/stories/presence.ts';
import type { Store } from '../store/store.ts';
import type { DeskEvent } from './shapes/changes.ts';

/** Other nodes' work is looked for this often; our own is told of at once. */
const lookEvery = 2000;
const shortestPause = 100;
/** Below what proxies wait before they hang up. */
const heartbeatEvery = 20_000;
/** More than this at once (an import) is not told one by one. */
const mostAtOnce = 200;
/** On PostgreSQL a line with a lower number may become visible later. */
const overlap = 64;
const largestBacklog = 64 * 1024;
/** Windows of one person; the one that was opened first makes room. */
const mostOfOne = 12;

const kinds: Readonly<Record<string, DeskEvent['kind']>> = {
  story: 'story',
  front: 'front',
  media: 'media',
  section: 'terms',
  sections: 'terms',
  topic: 'terms',
  topics: 'terms',
  person: 'terms',
  people: 'terms',
  series: 'terms',
  page: 'pages',
  reply: 'comments',
  reader: 'comments',
  phrase: 'comments',
  redirect: 'settings',
  settings: 'settings',
  lexicon: 'settings',
  user: 'users',
  invitation: 'users',
  token: 'settings',
  webhook: 'settings',
};

interface Listener {
  userId: string;
  controller: ReadableStreamDefaultController<Uint8Array>;
  /** Whether they are still signed in. */
  isKnown: () => Promise<boolean>;
}

const encoder = new TextEncoder();

/**
 * Tells open windows of the desk that something changed, as server-sent events. It follows the audit
 * trail and the presence table, so that every node tells of what any node did; while nobody listens
 * it does nothing.
 */
export class EventHub {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  #stop: (() => void) | null = null;
  #seen = 0;
  #told = new Set<number>();
  #present = new Map<number, string>();
  /** What readers have done leaves no line in the audit trail. */
  #replies = '';
  #looking = false;
  #again = false;
  #closed = false;

  constructor(parts: { store: Store; now: () => number; onError: (error: unknown) => void }) {
    this.#store = parts.store;
    this.#now = parts.now;
    this.#onError = parts.onError;
  }

  /** How many windows listen. */
  get size(): number {
    return this.#listeners.size;
  }

  /** An answer that goes on until the window closes, its person signs out or the server stops. */
  open(userId: string, isKnown: () => Promise<boolean>): Response {
    let listener: Listener | null = null;
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          if (this.#closed) {
            controller.close();
            return;
          }
          listener = { userId, controller, isKnown };
          this.#listeners.add(listener);
          // After a break the browser comes back by itself, after so many milliseconds.
          controller.enqueue(encoder.encode('retry: 3000\n: matbaa\n\n'));
          const own = [...this.#listeners].filter((other) => other.userId === userId);
          for (const other of own.slice(0, -mostOfOne)) this.#drop(other);
          this.#start();
        },
        cancel: () => {
          if (listener !== null) this.#forget(listener);
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: largestBacklog }),
    );
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // nginx would hold the events back.
        'x-accel-buffering': 'no',
      },
    });
  }

  /** Ends every stream. */
  close(): void {
    this.#closed = true;
    for (const listener of this.#listeners) this.#drop(listener);
  }

  #start(): void {
    if (this.#stop !== null) return;
    const soon = (): void => this.#look();
    const stopListening = this.#store.onCommit(soon);
    const looks = setInterval(soon, lookEvery);
    const beats = setInterval(() => void this.#beat(), heartbeatEvery);
    this.#stop = () => {
      stopListening();
      clearInterval(looks);
      clearInterval(beats);
    };
    void this.#guarded(async () => {
      const { read } = this.#store;
      this.#seen = await newestAudit(read);
      // What was done before is no news.
      const known = await auditAfter(read, this.#seen - overlap, overlap * 2);
      this.#told = new Set(known.map((row) => row.id));
      this.#present = await whereabouts(read, this.#now());
      this.#replies = await newestReplies(read);
    });
  }

  /** Looks for news, now or as soon as the present look is over. */
  #look(): void {
    this.#again = true;
    if (!this.#looking) void this.#guarded(async () => this.#follow());
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    this.#looking = true;
    try {
      await work();
      // A burst of commits is one look.
      await new Promise((resolve) => setTimeout(resolve, shortestPause));
    } catch (error) {
      this.#onError(error);
    }
    this.#looking = false;
    if (this.#again && this.#stop !== null) this.#look();
  }

  async #follow(): Promise<void> {
    this.#again = false;
    const { read } = this.#store;
    const rows = (await auditAfter(read, this.#seen - overlap, mostAtOnce + overlap)).filter(
      (row) => row.id > this.#seen || !this.#told.has(row.id),
    );
    const present = await whereabouts(read, this.#now());
    const replies = await newestReplies(read);
    const ids = new Set([...this.#present.keys(), ...present.keys()]);
    const moved = [...ids].filter((id) => this.#present.get(id) !== present.get(id));
    this.#present = present;
    const events = this.#eventsOf(rows);
    for (const event of events) this.#tell(event);
    if (replies !== this.#replies && !events.some(({ kind }) => kind === 'comments'))
      this.#tell({ kind: 'comments', ids: [] });
    this.#replies = replies;
    if (moved.length > 0) this.#tell({ kind: 'presence', ids: moved });
  }

  #eventsOf(rows: readonly { id: number; action: string; kind: string; subject: string | null }[]) {
    const last = Math.max(this.#seen, ...rows.map((row) => row.id));
    this.#told = new Set(
      [...this.#told, ...rows.map((row) => row.id)].filter((id) => id > last - overlap),
    );
    this.#seen = last;
    if (rows.length > mostAtOnce) return [{ kind: 'all', ids: [] } as DeskEvent];
    const events = new Map<DeskEvent['kind'], Set<number>>();
    for (const { action, kind, subject } of rows) {
      if (action === 'refused') continue;
      const told = kinds[kind] ?? 'all';
      const ids = events.get(told) ?? new Set<number>();
      const id = Number(subject ?? '');
      if (Number.isSafeInteger(id) && id > 0) ids.add(id);
      events.set(told, ids);
    }
    return [...events].map(([kind, ids]): DeskEvent => ({ kind, ids: [...ids] }));
  }

  #tell(event: DeskEvent): void {
    this.#send(`data: ${JSON.stringify(event)}\n\n`);
  }

  #send(text: string): void {
    const bytes = encoder.encode(text);
    for (const listener of this.#listeners) {
      // Whoever does not read must not fill our memory; the browser comes back.
      if ((listener.controller.desiredSize ?? 0) <= 0) this.#drop(listener);
      else listener.controller.enqueue(bytes);
    }
  }

  async #beat(): Promise<void> {
    this.#send(': \n\n');
    for (const listener of this.#listeners)
      if (!(await listener.isKnown().catch(() => true))) this.#drop(listener);
  }

  #drop(listener: Listener): void {
    this.#forget(listener);
    try {
      listener.controller.close();
    } catch {
      // The window was closed in the meantime.
    }
  }

  #forget(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    this.#stop?.();
    this.#stop = null;
  }
}
