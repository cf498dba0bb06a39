import { Worker } from 'node:worker_threads';
import { cutHopeless } from '../newsroom/comments/arrival.ts';
import type { SeenAttack } from '../newsroom/comments/attack.ts';
import type { ReplyOutcome, ReplyPost, TakesReplies } from '../newsroom/comments/post.ts';
import type { ReplyRoom } from '../newsroom/comments/room.ts';
import { workerScript } from './config.ts';
import type { IntakeAnswers, IntakeBegins, IntakePosts } from './intake-thread.ts';
import { freeYoungSpace } from './worker-memory.ts';

interface Asked {
  post: ReplyPost;
  resolve: (outcome: ReplyOutcome | Promise<ReplyOutcome>) => void;
  reject: (error: Error) => void;
}

/** One thread, and the posts that it was given and has not answered. */
class IntakeThread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #next = 0;
  #toSend: IntakePosts = [];

  constructor(parts: {
    begins: IntakeBegins;
    /** Replies were written; before those who wrote them are answered. */
    onCommit: (attack: SeenAttack) => void;
    /** It is gone, with these unanswered; it may have written them. */
    onExit: (unanswered: Asked[]) => void;
    onError: (error: unknown) => void;
  }) {
    freeYoungSpace();
    this.#worker = new Worker(workerScript('intake-thread'), {
      workerData: parts.begins,
      resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 24 },
    });
    this.#worker.on('message', (json: string) => {
      const { answers, attack } = JSON.parse(json) as IntakeAnswers;
      parts.onCommit(attack);
      for (const answer of answers) {
        const asked = this.#asked.get(answer.id);
        this.#asked.delete(answer.id);
        if ('outcome' in answer) asked?.resolve(answer.outcome);
        else asked?.reject(new Error(answer.error));
      }
    });
    this.#worker.on('error', parts.onError);
    this.#worker.on('exit', () => {
      parts.onExit([...this.#asked.values()]);
      this.#asked.clear();
    });
    // It must not keep a process that has nothing else to do.
    this.#worker.unref();
  }

  take(post: ReplyPost): Promise<ReplyOutcome> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#asked.set(id, { post, resolve, reject });
      // What comes in one turn of the loop goes over together.
      if (this.#toSend.length === 0) setImmediate(() => this.#send());
      this.#toSend.push({ id, post: cutHopeless(post) });
    });
  }

  #send(): void {
    this.#worker.postMessage(JSON.stringify(this.#toSend));
    this.#toSend = [];
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#worker.once('exit', resolve));
    if (this.#toSend.length > 0) this.#send();
    this.#worker.postMessage('close');
    const impatient = setTimeout(() => void this.#worker.terminate(), 5000);
    await gone;
    clearTimeout(impatient);
  }
}

const restAfterFailure = 10_000;

/**
 * Takes replies in by a thread of its own, which begins with the first of them. While the thread
 * cannot be had they are taken in here, and so is, once more, what it leaves unanswered when it
 * breaks down: a reply that was written already is found and answered, not written twice.
 */
export class ThreadedIntake implements TakesReplies {
  readonly #here: ReplyRoom;
  readonly #begins: Omit<IntakeBegins, 'attack'>;
  readonly #onCommit: () => void;
  readonly #onError: (error: unknown) => void;
  #thread: IntakeThread | null = null;
  #restUntil = 0;
  #closing = false;

  /** @param parts.here the room that takes replies in in this thread, and is told of attacks */
  constructor(parts: {
    here: ReplyRoom;
    env: IntakeBegins['env'];
    turns: SharedArrayBuffer;
    onCommit: () => void;
    onError: (error: unknown) => void;
  }) {
    this.#here = parts.here;
    this.#begins = { env: { ...parts.env }, turns: parts.turns };
    this.#onCommit = parts.onCommit;
    this.#onError = parts.onError;
  }

  take(post: ReplyPost): Promise<ReplyOutcome> {
    if (this.#closing || performance.now() < this.#restUntil) return this.#here.intake.take(post);
    this.#thread ??= this.#start();
    return this.#thread.take(post);
  }

  #start(): IntakeThread {
    const { intake, attack } = this.#here;
    return new IntakeThread({
      begins: { ...this.#begins, attack: attack.seen },
      onCommit: (seen) => {
        attack.hear(seen);
        this.#onCommit();
      },
      onError: this.#onError,
      onExit: (unanswered) => {
        this.#thread = null;
        // One that could not begin or broke down is not replaced with every reply.
        this.#restUntil = performance.now() + restAfterFailure;
        for (const { post, resolve } of unanswered) resolve(intake.take(post));
      },
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#thread?.close();
  }
}
