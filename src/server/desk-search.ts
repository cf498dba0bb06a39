import { Worker } from 'node:worker_threads';
import type { DeskAnswer, DeskQuestion } from '../newsroom/stories/search.ts';
import { workerScript } from './config.ts';

interface Answers {
  /** The best, with passages. */
  find: DeskAnswer;
  /** The ids of all. */
  match: number[];
}

/** What the thread is asked. */
export interface DeskRequest {
  id: number;
  kind: keyof Answers;
  question: DeskQuestion;
}

interface Asked {
  resolve: (found: Answers[keyof Answers]) => void;
  reject: (error: Error) => void;
}
type Answer = { id: number; found: Answers[keyof Answers] } | { id: number; error: string };

/** Searches of the desk, answered in a thread that begins with the first of them. */
export class DeskSearch {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | null = null;
  #next = 0;
  #closing = false;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env;
  }

  /** @throws Error while the thread cannot be had. */
  find(question: DeskQuestion): Promise<DeskAnswer> {
    return this.#ask('find', question);
  }

  /** Ids of the stories that match. @throws Error while the thread cannot be had. */
  match(question: DeskQuestion): Promise<number[]> {
    return this.#ask('match', question);
  }

  #ask<K extends keyof Answers>(kind: K, question: DeskQuestion): Promise<Answers[K]> {
    if (this.#closing) return Promise.reject(new Error('The server is stopping.'));
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      // The thread answers each kind with its own.
      this.#asked.set(id, { resolve: (found) => resolve(found as Answers[K]), reject });
      worker.postMessage({ id, kind, question } satisfies DeskRequest);
    });
  }

  #start(): Worker {
    const worker = new Worker(workerScript('desk-search-thread'), { workerData: { ...this.#env } });
    worker.on('message', (answer: Answer) => {
      const asked = this.#asked.get(answer.id);
      this.#asked.delete(answer.id);
      if ('found' in answer) asked?.resolve(answer.found);
      else asked?.reject(new Error(answer.error));
    });
    let why = new Error("The thread of the desk's search has ended.");
    worker.on('error', (error) => {
      why = error;
    });
    worker.on('exit', () => {
      this.#worker = null;
      for (const { reject } of this.#asked.values()) reject(why);
      this.#asked.clear();
    });
    // It must not keep a process that has nothing else to do.
    worker.unref();
    return worker;
  }

  async close(): Promise<void> {
    this.#closing = true;
    const worker = this.#worker;
    if (worker === null) return;
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('close');
    const impatient = setTimeout(() => void worker.terminate(), 2000);
    await gone;
    clearTimeout(impatient);
  }
}
